"""A rehearsal says 演练 on every page, so that nobody takes its figures for real ones."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.support.hall.rooms import come_in, master_of_all, pages, with_rulings
from tests.support.hall.server import Server, serving
from tests.support.hall.tablet import COME_IN, Tablet
from tests.support.hall.wanbei import opened

WORDS = {"zh": "演练", "en": "Drill"}


@pytest.fixture(scope="module")
def rehearsal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that does nothing but rehearse."""
    with serving(tmp_path_factory.mktemp("rehearsal"), drill=True) as running:
        yield running


@pytest.mark.parametrize("language", ["zh", "en"])
def test_drill_stands_on_every_page(rehearsal: Server, reader: Callable[..., Page], language: str):
    contest = opened(rehearsal, f"drill-{language}", 4, drill=True)
    tablet = Tablet(reader(language)).come_in(contest.link("wire-process.F1"))
    expect(tablet.page.locator("header .drill")).to_have_text(WORDS[language])
    contest.tallied()
    contest.publishes()
    with_rulings(contest)
    page = come_in(reader(language), master_of_all(contest))
    for address in pages(contest, page):
        page.goto(address)
        expect(page.locator("header .drill"), address).to_have_text(WORDS[language])
        expect(page.locator("header .drill"), address).to_be_visible()
        assert WORDS[language] in page.title(), address


def test_a_drill_on_a_real_server_is_marked_wherever_it_is_shown(server: Server, page: Page):
    opened(server, "real", 4)
    opened(server, "only-a-drill", 4, drill=True)
    page.goto(f"{server.home}/boards/only-a-drill")
    expect(page.locator("header .drill")).to_have_text("演练")
    page.goto(f"{server.home}/boards/real")
    expect(page.locator(".drill")).to_have_count(0)
    page.goto(server.home)
    for contest, count in (("only-a-drill", 1), ("real", 0)):
        card = page.locator(".card", has=page.locator(f"a[href='/boards/{contest}']"))
        expect(card.locator(".drill")).to_have_count(count)


def test_a_link_opens_on_the_page_it_names_also_after_turning_to_the_other_language(server: Server, page: Page):
    contest = opened(server, "named-page", 4)
    wanted = f"/desk/{contest.id}/modules"
    page.goto(master_of_all(contest).replace("/enrol#", f"/enrol?next={wanted}#"))
    page.locator("form.language button").click()
    page.locator(COME_IN).click()
    page.wait_for_url(f"**{wanted}")
