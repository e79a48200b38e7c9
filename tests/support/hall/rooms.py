"""Every page of the house that a person can open, found in the application itself: a new one is looked at too."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playwright.sync_api import Page
from starlette.routing import Route

from domain.rulings.commands import DecideRuling, FileRuling
from registry.access.places import EVERYWHERE, Place
from tests.support.hall.people import ARBITER, CHIEF, CODER, LEADER, SUPERVISOR, TALLY
from tests.support.hall.tablet import COME_IN
from tests.support.hall.wanbei import Contest
from web.app import OWN_ROUTES
from web.people import person_of

_GAP = re.compile(r"\{(\w+)(?::\w+)?\}")
_NO_PAGES = re.compile(r"^/(static|api|healthz|readyz)")
FILED = (("r1", "appeal", "尾线绑扎三处，均按规范。"), ("r2", "score-query", "理论成绩是否漏加一题？"))
FOUND = "复核照片，绑扎合规，应予改正。"


def with_rulings(contest: Contest, code: str = "01") -> Contest:
    """Two rulings about a code's published result: the first upheld, its correction due, the second open."""
    entry, documents = f"e{contest.people[code].number}", contest.server.parts.registry.documents
    about = person_of(contest.id, entry)
    for ruling, kind, text in FILED:
        place = ("wire-product", "S3", "tail") if kind == "appeal" else ("", "", "")
        note = documents.write(text, LEADER.account, about)
        contest.does(LEADER, FileRuling(contest.id, ruling, kind, entry, *place, note))
    contest.does(ARBITER, DecideRuling(contest.id, "r1", "upheld", documents.write(FOUND, ARBITER.account, about)))
    return contest


def master_of_all(contest: Contest) -> str:
    """A link for somebody who may open every page: no contest should have such a one."""
    contest.server.let_in("all", "钱能", "organiser", EVERYWHERE)
    for actor in (ARBITER, CHIEF, CODER, SUPERVISOR, TALLY):
        contest.server.let_in("all", "", actor.role, Place(contest.id))
    contest.server.let_in("all", "", "entry_clerk", Place(contest.id))
    return contest.server.link("all")


def come_in(page: Page, link: str) -> Page:
    """By a one-time link, to wherever it leads."""
    page.goto(link)
    page.locator(COME_IN).click()
    page.wait_for_url(lambda url: "/enrol" not in url)
    return page


def pages(contest: Contest, page: Page) -> Iterator[str]:
    """The addresses of all pages that open for whoever has come in on `page`, and of one that is not there."""
    gaps = {
        "contest": contest.id,
        "revision": "1",
        "ruling": "r1",
        "code": "01",
        "rule": "trimmed-mean",
        "node": "total",
    }
    yield f"{contest.server.home}/no-such-page"
    for route in OWN_ROUTES:
        if isinstance(route, Route) and "GET" in (route.methods or ()) and not _NO_PAGES.match(route.path):
            address = contest.server.home + _GAP.sub(lambda gap: gaps.get(gap[1], "xlsx"), route.path)
            answer = page.request.get(address, max_redirects=0)
            assert answer.status < 500, address
            if answer.status in (200, 404) and "html" in answer.headers["content-type"]:
                yield address
