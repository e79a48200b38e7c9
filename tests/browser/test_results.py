"""Results: codes until they are decoded, names and awards from the first published revision on."""

import re

from playwright.sync_api import Page, expect

from tests.support.hall.people import CHIEF
from tests.support.hall.rooms import come_in
from tests.support.hall.wanbei import Contest

FRACTION = re.compile(r"\d+/\d+(?:（≈ \d+\.\d{4}）| \(≈ \d+\.\d{4}\))?")


def names(contest: Contest) -> list[str]:
    return [person.name for person in contest.people.values()]


def test_names_appear_with_the_published_result_and_not_before_decoding(contest: Contest, page: Page):
    results, board = (f"{contest.server.home}/{room}/{contest.id}" for room in ("results", "boards"))
    contest.tallied()
    for address in (results, board):
        page.goto(address)
        assert not [name for name in names(contest) if name in page.content()]
    page.goto(results)
    expect(page.get_by_role("main")).to_contain_text("尚未公布成绩")

    contest.publishes()
    page.goto(results)
    table = page.locator("table.results")
    for name in names(contest):
        expect(table).to_contain_text(name)
    shown = sorted(contest.rows().values(), key=lambda each: each["place"])
    expect(table.locator("tbody td strong")).to_have_text([each["total"] for each in shown])
    expect(page.get_by_role("main")).to_contain_text("第 1 版")


def test_an_open_board_gets_its_names_and_awards_without_a_reload(contest: Contest, page: Page):
    contest.tallied()
    page.goto(f"{contest.server.home}/boards/{contest.id}")
    expect(page.locator("board-freshness")).to_have_attribute("data-live", "true")
    contest.publishes()
    for name in names(contest):
        expect(page.locator("board-rows")).to_contain_text(name)
    expect(page.locator("board-rows tbody tr").first.locator("[data-part=award]")).to_have_text("一等奖")


def test_a_figure_leads_to_its_explanation_and_no_fraction_stands_there_alone(contest: Contest, page: Page):
    contest.tallied()
    come_in(page, contest.server.link(CHIEF.account))
    found = []
    for row in range(len(contest.people)):
        page.goto(f"{contest.server.home}/desk/{contest.id}/publication")
        link = page.locator("table .why").nth(row)
        total = link.inner_text()
        link.click()
        expect(page.locator(".answer")).to_have_text(re.compile(rf"^{total.rstrip('0').rstrip('.')}"))
        found += FRACTION.findall(page.locator(".explained").inner_text())
    assert found, "thirds were expected"
    assert [each for each in found if "≈" not in each] == []
