"""Every page works in a closed hall: nothing is fetched from outside, no script fails, nothing is blocked."""

from collections.abc import Callable

import pytest
from playwright.sync_api import ConsoleMessage, Page, Request, expect

from tests.support.hall.rooms import come_in, master_of_all, pages, with_rulings
from tests.support.hall.tablet import Tablet
from tests.support.hall.wanbei import Contest


class Watch:
    """What a page does that a person would not see."""

    def __init__(self, page: Page) -> None:
        self.asked: list[str] = []
        self.failed: list[str] = []
        page.on("request", self._ask)
        page.on("pageerror", lambda error: self.failed.append(f"{page.url}: {error}"))
        page.on("console", lambda message: self._say(page, message))

    def _ask(self, request: Request) -> None:
        self.asked.append(request.url)

    def _say(self, page: Page, message: ConsoleMessage) -> None:
        # a browser also complains of the address itself when its answer is 404, as it should be for one
        if message.type in {"error", "warning"} and message.location.get("url") != page.url:
            self.failed.append(f"{page.url}: {message.text}")


def test_no_page_fails_in_its_scripts_or_asks_outside(contest: Contest, reader: Callable[..., Page]):
    page = reader("zh")
    watch = Watch(page)
    Tablet(page).come_in(contest.link("wire-process.F1")).choose("01").mark("8", "12", "11.5", "8").sign()
    contest.scored()
    come_in(page, master_of_all(contest))
    for address in pages(contest, page):
        page.goto(address)
    assert watch.failed == []
    outside = [url for url in watch.asked if not url.startswith((contest.server.home, "data:"))]
    assert outside == []


PHONE = {"width": 390, "height": 844}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_page_is_wider_than_a_phone(contest: Contest, reader: Callable[..., Page], language: str):
    contest.tallied()
    contest.publishes()
    with_rulings(contest)
    page = come_in(reader(language, viewport=PHONE), master_of_all(contest))
    wide = {}
    for address in pages(contest, page):
        page.goto(address)
        wide[address] = page.evaluate("document.documentElement.scrollWidth")
    assert {address: width for address, width in wide.items() if width > PHONE["width"]} == {}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_phone_shows_every_published_figure_without_scrolling_sideways(
    contest: Contest, reader: Callable[..., Page], language: str
):
    contest.tallied()
    contest.publishes()
    page = reader(language, viewport=PHONE)
    page.goto(f"{contest.server.home}/results/{contest.id}")
    for cell in page.locator("table.results tbody :is(th, td)").all():
        box = cell.bounding_box()
        assert box is None or box["x"] + box["width"] <= PHONE["width"], cell.inner_text()
    expect(page.locator("table.results tbody td strong").first).to_be_visible()
    expect(page.get_by_role("table").last.get_by_role("rowheader")).to_have_count(len(contest.people))
