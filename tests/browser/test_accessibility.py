"""Axe finds nothing to complain of, in either language and either theme."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Page

from tests.support.hall.rooms import come_in, master_of_all, pages, with_rulings
from tests.support.hall.server import Server
from tests.support.hall.tablet import Tablet
from tests.support.hall.wanbei import Contest, opened

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])
THEMES = pytest.mark.parametrize("theme", ["light", "dark"])


def violations(page: Page) -> list[str]:
    """What axe finds on a page at rest, one line for each element."""
    page.evaluate("Promise.all(document.getAnimations().map((each) => each.finished))")
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{each['id']}: {node['target']} {node['failureSummary']}" for each in found for node in each["nodes"]]


@pytest.fixture(scope="module")
def appealed(server: Server) -> Contest:
    """A published result with two rulings, so that every page has something on it."""
    contest = opened(server, "axe", 4)
    contest.tallied()
    contest.publishes()
    return with_rulings(contest)


@pytest.mark.parametrize(("language", "theme"), [("zh", "light"), ("en", "dark")])
def test_every_page_can_be_used_by_everybody(appealed: Contest, reader: Callable[..., Page], language: str, theme: str):
    page = come_in(reader(language, color_scheme=theme), master_of_all(appealed))
    found = {}
    for address in pages(appealed, page):
        page.goto(address)
        found[address] = violations(page)
    assert {address: each for address, each in found.items() if each} == {}


@pytest.mark.parametrize(("language", "theme"), [("zh", "dark"), ("en", "light")])
def test_desk_and_appeals_can_in_the_other_theme_too(
    appealed: Contest, reader: Callable[..., Page], language: str, theme: str
):
    page = come_in(reader(language, color_scheme=theme), master_of_all(appealed))
    desk = ("/desk", "/desk/axe", "/desk/axe/publication", "/desk/axe/judges")
    for room in (*desk, "/appeals/axe", "/appeals/axe/r1", "/results/axe"):
        page.goto(appealed.server.home + room)
        assert violations(page) == [], room


@LANGUAGES
@THEMES
def test_doors_and_boards_can_be_used_by_everybody(
    contest: Contest, reader: Callable[..., Page], language: str, theme: str
):
    contest.scored()
    contest.begins("wire", contest.codes[0])
    page = reader(language, color_scheme=theme)
    for path in ("/", f"/boards/{contest.id}", f"/results/{contest.id}", "/sign-in", "/enrol"):
        page.goto(contest.server.home + path)
        assert violations(page) == [], path


@LANGUAGES
@THEMES
def test_the_console_can_be_used_by_everybody(contest: Contest, reader: Callable[..., Page], language: str, theme: str):
    tablet = Tablet(reader(language, color_scheme=theme))
    come_in(tablet.page, contest.link("wire-process.F1"))
    tablet.page.locator("seat-dialog dialog[open]").wait_for()
    assert violations(tablet.page) == [], "asked for the seat"
    tablet.page.locator("seat-dialog button").click()
    tablet.choose("01")
    tablet.page.locator("#mark").fill("99")
    assert violations(tablet.page) == [], "a fault on the pad"
    tablet.mark("8", "12", "11.5", "8")
    tablet.sign_button.click()
    assert violations(tablet.page) == [], "reading back"
    tablet.read_back.locator("[data-part=confirm]").click()
    tablet.shows(0, "sealed")
    assert violations(tablet.page) == [], "signed"
