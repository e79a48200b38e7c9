"""A judge's tablet and a bad network: nothing is lost, nothing counted twice, and nothing looks safer than it is."""

import json

from playwright.sync_api import BrowserContext, Page, expect

from domain.sheets.events import MarkEntered
from tests.support.hall.line import HeldLine
from tests.support.hall.tablet import Tablet
from tests.support.hall.wanbei import Contest

SEAT, PANEL = "wire-process.F1", "wire-process"
SILENCE_MS = 15_000  # the page notices a dead line after five seconds; a busy machine may take its time to draw
RETURN_MS = 30_000  # the longest wait before a console tries again is eight seconds


def entered(contest: Contest) -> list[str]:
    """The values the record holds of the sheet of code 01, one for each event."""
    return [each.event.value for each in contest.sheet(PANEL, "01", "F1") if isinstance(each.event, MarkEntered)]


def test_a_mark_made_offline_arrives_exactly_once_after_the_network_is_back(contest: Contest, page: Page):
    tablet = Tablet(page).come_in(contest.link(SEAT)).choose("01")
    page.context.set_offline(True)
    tablet.enter(0, "7.5")
    tablet.shows(0, "on_device")
    expect(tablet.notice("silent")).to_be_visible(timeout=SILENCE_MS)
    tablet.enter(1, "11")
    tablet.shows(1, "on_device")
    expect(page.locator("line-state [data-part=unsent]")).to_have_text("2")
    assert entered(contest) == []

    page.context.set_offline(False)
    expect(tablet.notice("silent")).to_be_hidden(timeout=RETURN_MS)
    tablet.shows(0, "recorded")
    tablet.shows(1, "recorded")
    expect(page.locator("line-state [data-part=unsent]")).to_have_text("0")
    page.reload()
    tablet.ready().choose("01").shows(1, "recorded")
    assert entered(contest) == ["7.5", "11"]


def test_a_reload_right_after_on_this_device_loses_nothing(contest: Contest, page: Page):
    line = HeldLine(page)
    tablet = Tablet(page).come_in(contest.link(SEAT)).choose("01")
    line.hold("command")
    tablet.enter(0, "6.5")
    tablet.shows(0, "on_device")
    expect(tablet.state(0)).to_contain_text("已存本机")
    line.until_held()
    line.lose()
    page.reload()
    tablet.ready().choose("01").shows(0, "recorded")
    expect(tablet.value(0)).to_have_text("6.5")
    assert entered(contest) == ["6.5"]


def test_a_mark_counts_once_when_its_receipt_was_lost(contest: Contest, page: Page):
    line = HeldLine(page)
    tablet = Tablet(page).come_in(contest.link(SEAT)).choose("01")
    line.hold("receipt")
    tablet.enter(0, "8")
    line.until_held()
    tablet.shows(0, "on_device")
    line.lose()  # the page asks again after four seconds and gets the same receipt
    expect(tablet.aspect(0)).to_have_attribute("data-state", "recorded", timeout=SILENCE_MS)
    assert entered(contest) == ["8"]


def test_a_mark_is_shown_as_recorded_with_its_number_only_after_the_receipt(contest: Contest, page: Page):
    line = HeldLine(page)
    tablet = Tablet(page).come_in(contest.link(SEAT)).choose("01")
    line.hold("receipt")
    tablet.enter(0, "7")
    line.until_held()
    assert entered(contest) == ["7"]  # it stands in the record, but the tablet cannot know
    tablet.shows(0, "on_device")
    expect(tablet.state(0)).not_to_contain_text("已入库")

    line.release()
    tablet.shows(0, "recorded")
    position = contest.sheet(PANEL, "01", "F1")[-1].position
    expect(tablet.state(0)).to_contain_text(f"流水号 {position} ")


def test_two_tabs_on_one_device_send_a_mark_once(contest: Contest, context: BrowserContext):
    sent: list[str] = []
    context.on("page", lambda page: _listen(page, sent))
    first = Tablet(context.new_page()).come_in(contest.link(SEAT)).choose("01")
    second = Tablet(context.new_page())
    second.page.goto(first.page.url)
    second.ready().choose("01")
    expect(second.notice("sibling")).to_be_visible()

    second.enter(0, "5.5")
    second.shows(0, "recorded")
    first.shows(0, "recorded")
    first.enter(1, "9")
    first.shows(1, "recorded")
    second.shows(1, "recorded")
    assert [json.loads(text)["body"]["value"] for text in sent] == ["5.5", "9"]
    assert entered(contest) == ["5.5", "9"]


def _listen(page: Page, sent: list[str]) -> None:
    """Notes the commands a page sends."""

    def note(text: str | bytes) -> None:
        if json.loads(text)["t"] == "command":
            sent.append(str(text))

    page.on("websocket", lambda socket: socket.on("framesent", note))
