"""Every kind of aspect can be entered on the tablet, by touch and by keyboard, in both languages."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from domain.codes.commands import DrawCodes
from domain.contest.commands import FixRulebook, NewEntry, OpenContest, OpenModule, RegisterEntries
from domain.rulebook.reading import fixed
from tests.support.hall.people import CHIEF, CODER, ORGANISER, let_in
from tests.support.hall.server import Server
from tests.support.hall.tablet import Tablet
from tests.support.hall.wanbei import Contest

RULEBOOK = Path(__file__).with_name("kinds.toml").read_text(encoding="utf-8")
ATTEMPTS = 150
_CONTESTS = count(1)


@pytest.fixture
def kinds(server: Server) -> Contest:
    """One code before each seat, the module open."""
    contest, rules = f"kinds{next(_CONTESTS)}", fixed(RULEBOOK)
    let_in(server, contest, rules)
    entry = NewEntry("e1", "1", "合肥", "", b"s" * 32)
    server.does(
        ORGANISER,
        OpenContest(contest, "各种评分", "All kinds", "Asia/Shanghai", drill=False),
        FixRulebook(contest, RULEBOOK),
        RegisterEntries(contest, (entry,)),
    )
    server.does(CODER, DrawCodes(contest, (("01", "e1"),)))
    server.does(CHIEF, OpenModule(contest, "m"))
    return Contest(server, contest, {}, rules)


def recorded(contest: Contest, panel: str) -> dict[str, str]:
    """Aspect → value as the record holds them, the last of each."""
    events = [each.event for each in contest.sheet(panel, "01", "S1")]
    return {event.aspect: event.value for event in events if hasattr(event, "aspect")}


def at(page: Page, aspect: str) -> Locator:
    return page.locator(f"mark-sheet li[data-key='{aspect}'] .aspect-button")


def opens(page: Page, aspect: str) -> None:
    """Its pad, unless the pad has gone there by itself."""
    if at(page, aspect).get_attribute("aria-current") != "true":
        at(page, aspect).click()
    expect(at(page, aspect)).to_have_attribute("aria-current", "true")


def keeps(page: Page, aspect: str) -> None:
    page.locator("mark-pad [data-part=keep]").click()
    expect(at(page, aspect)).to_have_attribute("data-state", "recorded")


def touches(page: Page, aspect: str, *keys: str) -> None:
    opens(page, aspect)
    for key in keys:
        page.locator(f"mark-pad {key}").click()
    keeps(page, aspect)


def figures(text: str) -> list[str]:
    return [f"[data-key='{figure}']" for figure in text]


def told(page: Page, aspect: str) -> Locator:
    return at(page, aspect).locator("[data-part=value]")


TOLD = {
    "zh": {"gap": "间隙过大", "done": "是", "live": "无", "time": "1:23.45", "length": "118.5", "weld.burr": "扣 4"},
    "en": {
        "gap": "Gap too wide",
        "done": "Yes",
        "live": "Not found",
        "time": "1:23.45",
        "length": "118.5",
        "weld.burr": "4 lost",
    },
}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_kind_is_entered_by_touch_and_read_back_in_words(
    kinds: Contest, reader: Callable[..., Page], language: str
):
    page = reader(language)
    tablet = Tablet(page).come_in(kinds.link("once.S1")).choose("01")
    touches(page, "skill", ".pick:has([value='2'])")
    touches(page, "gap", ".pick:has([value='2'])")
    touches(page, "done", ".pick:has([value='1'])")
    touches(page, "live", ".pick:has([value='0'])")
    touches(page, "time", *figures("1:23.45"))
    touches(page, "length", *figures("118.5"))
    touches(page, "weld.burr", "[data-nudge='1']", "[data-nudge='1']")
    page.locator("mark-sheet [data-part=none]").click()
    for fault in ("weld.pore", "weld.crack"):
        expect(at(page, fault)).to_have_attribute("data-state", "recorded")

    marks = {"skill": "2", "gap": "2", "done": "1", "live": "0", "time": "83.45", "length": "118.5"}
    assert recorded(kinds, "once") == marks | {"weld.burr": "4", "weld.pore": "0", "weld.crack": "0"}
    for aspect, words in TOLD[language].items():
        expect(told(page, aspect)).to_have_text(words)
    tablet.sign_button.click()
    for number, each in enumerate(kinds.rules.panel("once").aspects):
        if each.id in TOLD[language]:
            read = tablet.read_back.locator("tbody tr").nth(number).locator("[data-part=value]")
            expect(read).to_have_text(TOLD[language][each.id])
    tablet.read_back.locator("[data-part=confirm]").click()
    expect(at(page, "skill")).to_have_attribute("data-state", "sealed")


def test_every_kind_is_entered_by_the_keyboard_alone(kinds: Contest, page: Page):
    Tablet(page).come_in(kinds.link("once.S1")).choose("01")
    expect(at(page, "skill")).to_have_attribute("aria-current", "true")
    aspects = [each.id for each in kinds.rules.panel("once").aspects]
    typed = ["3", "1", "0", "1", "1:05", "-2.5", "2", "0", "5"]
    for aspect, text in zip(aspects, typed, strict=True):
        expect(at(page, aspect)).to_have_attribute("aria-current", "true")
        page.keyboard.type(text)
        page.keyboard.press("Enter")
        expect(at(page, aspect)).to_have_attribute("data-state", "recorded")
    assert list(recorded(kinds, "once").values()) == ["3", "1", "0", "1", "65", "-2.5", "2", "0", "5"]


def test_a_value_touched_twice_is_kept(kinds: Contest, page: Page):
    Tablet(page).come_in(kinds.link("once.S1")).choose("01")
    pick = page.locator("mark-pad .pick:has([value='3'])")
    pick.click()
    expect(at(page, "skill")).to_have_attribute("data-state", "unsaved")
    pick.click()
    expect(at(page, "skill")).to_have_attribute("data-state", "recorded")
    assert recorded(kinds, "once") == {"skill": "3"}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_attempt_without_result_has_its_token(kinds: Contest, reader: Callable[..., Any], language: str):
    page = reader(language)
    Tablet(page).come_in(kinds.link("tries.S1")).choose("01")
    expect(page.locator("mark-sheet .group-title")).to_have_count(3)
    expect(page.locator("mark-sheet .group-title").nth(1)).to_have_text({"zh": "第 2 次", "en": "Attempt 2"}[language])
    touches(page, "1.form", *figures("8.5"))
    touches(page, "1.hit", ".pick:has([value='1'])")
    touches(page, "2.form", "[data-token=DNF]")
    touches(page, "2.hit", "[data-token=DNF]")
    expect(told(page, "2.hit")).to_contain_text({"zh": "未完赛", "en": "Did not finish"}[language])
    touches(page, "3.form", "[data-token=DNS]", "[data-key='7']")
    marks = {"1.form": "8.5", "1.hit": "1", "2.form": "DNF", "2.hit": "DNF", "3.form": "7"}
    assert recorded(kinds, "tries") == marks


def test_of_a_long_sheet_the_attempt_at_hand_is_unfolded(kinds: Contest, page: Page):
    tablet = Tablet(page).come_in(kinds.link("long.S1")).choose("01")
    groups = page.locator("mark-sheet .group-button")
    expect(groups).to_have_count(ATTEMPTS)
    expect(page.locator("mark-sheet .aspect-button")).to_have_count(2)
    tablet.enter(0, "1")
    tablet.enter(1, "0")
    expect(at(page, "2.a")).to_have_attribute("aria-current", "true")
    expect(groups.first).to_have_attribute("aria-expanded", "false")
    groups.nth(ATTEMPTS - 1).click()
    at(page, f"{ATTEMPTS}.b").click()
    page.keyboard.type("1")
    page.keyboard.press("Enter")
    expect(at(page, f"{ATTEMPTS}.b")).to_have_attribute("data-state", "recorded")
    assert recorded(kinds, "long") == {"1.a": "1", "1.b": "0", f"{ATTEMPTS}.b": "1"}


ABOVE = """() => {
  const { top, bottom } = document.querySelector("mark-sheet [aria-current=true]").getBoundingClientRect();
  return top >= 0 && bottom <= document.querySelector("mark-pad").getBoundingClientRect().top;
}"""


def test_on_a_phone_the_aspect_gone_on_to_is_seen_above_the_pad(kinds: Contest, reader: Callable[..., Page]):
    page = reader("zh", viewport={"width": 390, "height": 844})
    Tablet(page).come_in(kinds.link("tries.S1")).choose("01")
    at(page, "1.form").click()
    for aspect in [each.id for each in kinds.rules.panel("tries").aspects]:
        expect(at(page, aspect)).to_have_attribute("aria-current", "true")
        assert page.evaluate(ABOVE), f"{aspect} is covered or off the screen"
        page.locator("mark-pad [data-token=DNF]").click()
        keeps(page, aspect)
