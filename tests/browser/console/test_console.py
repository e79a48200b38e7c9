"""What a judge relies on at the console: to be told what stands, why not, and what is signed."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from domain.contest.commands import CloseModule, ReopenModule
from tests.support.hall.line import HeldLine
from tests.support.hall.people import CHIEF
from tests.support.hall.tablet import Tablet
from tests.support.hall.wanbei import Contest

SEAT, PANEL = "wire-process.F1", "wire-process"
SEEN = ("8", "12", "11.5", "8")
SEEN_WHOLE = """() => {
  const { left, right, top, bottom } = document.querySelector("mark-pad [data-part=whose]").getBoundingClientRect();
  const at = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  return top >= 0 && bottom <= innerHeight && Boolean(at?.closest("mark-pad .whose"));
}"""
CLOSED = {"zh": "未开放评分", "en": "is not open for marking"}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_refusal_is_seen_in_the_readers_language(contest: Contest, reader: Callable[[str], Page], language: str):
    page = reader(language)
    line = HeldLine(page)
    tablet = Tablet(page).come_in(contest.link(SEAT)).choose("01")
    line.hold("command")
    tablet.enter(0, "7.5")
    line.until_held()
    contest.does(CHIEF, CloseModule(contest.id, "wire"))
    line.release()

    expect(tablet.refusal).to_contain_text(CLOSED[language])
    expect(tablet.refusal).not_to_contain_text(CLOSED[{"zh": "en", "en": "zh"}[language]])
    tablet.shows(0, "refused")
    tablet.refusal.locator("[data-part=seen]").click()
    expect(tablet.refusal).to_have_count(0)
    tablet.shows(0, "unmarked")


def test_a_disagreement_gives_the_sheet_back_with_the_aspects_named(contest: Contest, page: Page):
    seen = {"tools": "8", "pole": "9", "handling": "11.5", "site": "8"}
    contest.marks(PANEL, "01", "F2", seen)
    tablet = Tablet(page).come_in(contest.link(SEAT)).choose("01").mark(*SEEN)
    tablet.sign()

    why = page.locator("mark-sheet [data-part=why]")
    expect(why).to_contain_text("裁判评分不一致")
    expect(why).to_contain_text("登杆与安全带使用")
    expect(why).not_to_contain_text("工器具")
    expect(page.locator("mark-sheet [data-part=state]").first).to_have_text("已退回")
    expect(tablet.aspect(1).locator("[data-part=apart]")).to_be_visible()
    expect(tablet.aspect(0).locator("[data-part=apart]")).to_be_hidden()
    expect(tablet.aspect(1)).to_be_enabled()


def test_signing_reads_back_the_record_and_locks_the_pads(contest: Contest, page: Page):
    tablet = Tablet(page).come_in(contest.link(SEAT)).choose("01")
    expect(tablet.sign_button).to_be_disabled()
    tablet.mark(*SEEN)
    tablet.sign_button.click()

    lines = tablet.read_back.locator("tbody tr")
    recorded = {each.event.aspect: each for each in contest.sheet(PANEL, "01", "F1") if hasattr(each.event, "aspect")}
    expect(lines).to_have_count(len(SEEN))
    for number, (aspect, value) in enumerate(zip(contest.rules.panel(PANEL).aspects, SEEN, strict=True)):
        line = lines.nth(number)
        expect(line.locator("[data-part=title]")).to_have_text(aspect.title.zh)
        expect(line.locator("[data-part=value]")).to_have_text(value)
        expect(line.locator("[data-part=position]")).to_have_text(str(recorded[aspect.id].position))

    tablet.read_back.locator("[data-part=confirm]").click()
    for number in range(len(SEEN)):
        tablet.shows(number, "sealed")
        expect(tablet.aspect(number)).to_be_disabled()
    expect(tablet.pad).to_be_hidden()
    expect(tablet.sign_button).to_be_hidden()


def test_going_back_from_the_reading_signs_nothing(contest: Contest, page: Page):
    tablet = Tablet(page).come_in(contest.link(SEAT)).choose("01").mark(*SEEN)
    tablet.sign_button.click()
    tablet.read_back.locator("button[value=back]").click()
    expect(tablet.read_back).to_have_count(0)
    expect(tablet.sign_button).to_be_enabled()
    assert "SheetSigned" not in {type(each.event).__name__ for each in contest.sheet(PANEL, "01", "F1")}


def test_a_closed_module_shows_a_banner_and_takes_no_mark_until_it_is_open_again(contest: Contest, page: Page):
    tablet = Tablet(page).come_in(contest.link(SEAT)).choose("01")
    expect(tablet.notice("closed")).to_be_hidden()
    contest.does(CHIEF, CloseModule(contest.id, "wire"))
    expect(tablet.notice("closed")).to_be_visible()
    expect(tablet.notice("closed")).to_contain_text("本模块已关闭")
    expect(tablet.pad).to_be_hidden()
    expect(tablet.aspect(0)).to_be_disabled()

    note = contest.server.parts.registry.documents.write("设备故障，补评", CHIEF.account)
    contest.does(CHIEF, ReopenModule(contest.id, "wire", note))
    expect(tablet.notice("closed")).to_be_hidden()
    tablet.enter(0, "8")
    tablet.shows(0, "recorded")


def test_the_pad_takes_only_what_the_rulebook_allows(contest: Contest, page: Page):
    Tablet(page).come_in(contest.link(SEAT)).choose("01")
    for value, fault in (("8.5", "范围"), ("7.3", "0.5"), ("abc", "数")):
        page.locator("#mark").fill(value)
        expect(page.locator("#fault")).to_contain_text(fault)
        expect(page.locator("mark-pad [data-part=keep]")).to_be_disabled()
    assert contest.sheet(PANEL, "01", "F1") == []


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("screen", [(390, 844), (360, 640), (1024, 768)], ids=["phone", "small phone", "tablet"])
def test_the_code_marked_stands_beside_its_figure_whatever_is_scrolled(
    contest: Contest, reader: Callable[..., Page], language: str, screen: tuple[int, int]
):
    """A mark given to somebody else is the worst fault there is."""
    page = reader(language, viewport={"width": screen[0], "height": screen[1]})
    tablet = Tablet(page).come_in(contest.link(SEAT))
    for code in ("01", "03"):
        tablet.choose(code)
        if not tablet.pad.is_visible():
            tablet.aspect(3).click()
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        expect(tablet.pad.locator("[data-part=whose]")).to_have_text(code)
        assert page.evaluate(SEEN_WHOLE), "the code is covered or off the screen"
        page.locator("#mark").fill("7.5")
        page.evaluate("scrollTo(0, 0)")
        assert page.evaluate(SEEN_WHOLE), "the code is covered or off the screen"
        page.locator("mark-pad [data-part=discard]").click()
        page.locator("mark-pad [data-part=close]").click()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_on_a_phone_every_aspect_can_be_brought_above_the_pad(
    contest: Contest, reader: Callable[..., Page], language: str
):
    page = reader(language, viewport={"width": 390, "height": 844})
    tablet = Tablet(page).come_in(contest.link(SEAT)).choose("01")
    tablet.aspect(0).click()
    for number in (3, 1, 2):
        tablet.aspect(number).click()
        expect(tablet.aspect(number)).to_have_attribute("aria-current", "true")
