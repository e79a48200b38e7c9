"""Pictures of the running system for the documentation and for whoever wants to look at it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.support.hall.people import ARBITER, ORGANISER
from tests.support.hall.rooms import come_in, with_rulings
from tests.support.hall.server import Server, serving
from tests.support.hall.tablet import Tablet
from tests.support.hall.wanbei import Contest, half_marked, opened

SCREENS: dict[str, ViewportSize] = {
    "board": {"width": 1280, "height": 800},
    "board-wall": {"width": 1920, "height": 1080},
}
LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One of their own: what other tests do to theirs must not be in the picture."""
    with serving(tmp_path_factory.mktemp("pictured")) as running:
        yield running


@pytest.fixture(scope="module")
def busy(server: Server) -> Contest:
    """Thirty contestants in the middle of the day."""
    return half_marked(server, "wanbei-power")


@pytest.fixture(scope="module")
def decided(server: Server) -> Contest:
    """The same contest published, and an appeal upheld."""
    contest = opened(server, "wanbei-result", 30)
    contest.tallied()
    contest.publishes()
    tenth = next(code for code, row in contest.rows().items() if row["place"] == 10)
    return with_rulings(contest, tenth)


@LANGUAGES
def test_a_picture_of_the_board(busy: Contest, reader: Callable[..., Page], pictures: Path, language: str):
    page = reader(language)
    for name, screen in SCREENS.items():
        page.set_viewport_size(screen)
        page.goto(f"{busy.server.home}/boards/{busy.id}")
        expect(page.locator("board-freshness")).to_have_attribute("data-live", "true")
        take(page, pictures, f"{name}-{language}")


@LANGUAGES
def test_a_picture_of_the_console(busy: Contest, reader: Callable[..., Page], pictures: Path, language: str):
    code = sorted(busy.people, key=lambda code: (busy.people[code].batch, code))[13 + (language == "en")]
    tablet = Tablet(reader(language)).come_in(busy.link("insulator-product.S2")).choose(code)
    tablet.enter(0, "7.5")
    tablet.enter(1, "10.5")
    tablet.shows(0, "recorded")
    tablet.shows(1, "recorded")
    tablet.page.locator("#mark").fill("11")
    take(tablet.page, pictures, f"console-{language}")


@LANGUAGES
def test_a_picture_of_the_desk(busy: Contest, reader: Callable[..., Page], pictures: Path, language: str):
    page = come_in(reader(language), busy.server.link(ORGANISER.account))
    page.goto(f"{busy.server.home}/desk/{busy.id}")
    take(page, pictures, f"desk-{language}")


@LANGUAGES
def test_a_picture_of_the_appeals(decided: Contest, reader: Callable[..., Page], pictures: Path, language: str):
    page = come_in(reader(language), decided.server.link(ARBITER.account))
    page.goto(f"{decided.server.home}/appeals/{decided.id}/r1")
    for seat in ("S2", "S3", "S4"):
        page.locator(f"[name='new|wire-product|{seat}|tail']").fill("10")
    page.locator("form[action$=preview] button").click()
    page.locator("#correction").evaluate("(part) => scrollTo(0, part.offsetTop - 20)")
    take(page, pictures, f"appeals-{language}")


def take(page: Page, folder: Path, name: str) -> None:
    """After everything has come to rest."""
    page.evaluate("document.fonts.ready")
    page.evaluate("Promise.all(document.getAnimations().map((each) => each.finished))")
    page.screenshot(path=folder / f"{name}.png")
