"""Every page works in a closed hall: nothing is fetched from outside, no script fails, nothing is blocked."""

from collections.abc import Callable

from playwright.sync_api import ConsoleMessage, Page, Request

from tests.support.hall.rooms import come_in, master_of_all, pages
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
