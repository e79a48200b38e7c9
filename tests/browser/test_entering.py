"""Coming in by a one-time link: once, on one device, and its secret is seen by nobody on the way."""

import logging
from collections.abc import Callable

from playwright.sync_api import Page, Request, expect

from tests.support.hall.tablet import COME_IN, Tablet
from tests.support.hall.wanbei import Contest

SEAT = "wire-process.F1"


def test_a_one_time_link_works_once(contest: Contest, reader: Callable[..., Page]):
    link = contest.link(SEAT)
    Tablet(reader("zh")).come_in(link)
    for language, sentence in (("zh", "此链接已被使用过"), ("en", "This link has been used already")):
        late = reader(language)
        late.goto(link)
        late.locator(COME_IN).click()
        expect(late.get_by_role("main")).to_contain_text(sentence)
        late.goto(f"{contest.server.home}/judge")
        expect(late).to_have_url(f"{contest.server.home}/sign-in?next=%2Fjudge")


def test_looking_at_a_link_does_not_use_it_up(contest: Contest, reader: Callable[..., Page]):
    link = contest.link(SEAT)
    reader("zh").goto(link)
    Tablet(reader("zh")).come_in(link)


def test_a_links_secret_reaches_no_log_no_address_and_no_page(contest: Contest, page: Page, caplog):
    link = contest.link(SEAT)
    secret = link.partition("#")[2]
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request))  # noqa: PLW0108 - Playwright marks its listeners
    with caplog.at_level(logging.DEBUG):
        page.goto(link)
        expect(page.locator("#secret")).to_be_hidden()
        assert secret not in page.url, "it stays in the address bar"
        page.locator(COME_IN).click()
        expect(page.locator("seat-dialog dialog[open]")).to_be_visible()
    assert secret not in page.url
    assert secret not in page.content()
    # the part behind the # of the first address is the browser's own and is never sent
    assert not [each.url for each in asked if secret in each.url.partition("#")[0]]
    assert not [each.url for each in asked if secret in (each.headers.get("referer") or "")]
    assert [each.method for each in asked if secret in (each.post_data or "")] == ["POST"]
    assert secret not in caplog.text
    assert caplog.records, "nothing is logged at all, so this test shows nothing"


def test_somebody_else_on_the_same_tablet_takes_another_seat(contest: Contest, page: Page):
    Tablet(page).come_in(contest.link(SEAT))
    Tablet(page).come_in(contest.link("wire-product.S1"))
    expect(page.locator(".strip .seat")).to_contain_text("S1")
    expect(page.get_by_role("heading", level=1)).to_have_text("拉线：成品质量")
