"""What spectators rely on: a board moves at once, shows what is released and nothing else, and says how fresh it is."""

import re
import time
from collections.abc import Callable, Iterator
from statistics import median

import pytest
from playwright.sync_api import Page, expect

from biwu.rehearsal.rules import preset
from domain.contest.commands import DescribeEntry
from tests.support.hall.people import ORGANISER
from tests.support.hall.server import Server, serving
from tests.support.hall.wanbei import Contest, opened

AT_ONCE_S = 1
SILENCE_MS = 15_000
RETURN_MS = 45_000  # a board waits with jitter that doubles, so that a hall does not return all at once


@pytest.fixture
def own_server(tmp_path) -> Iterator[Server]:
    """For a test that stops it."""
    with serving(tmp_path) as running:
        yield running


def row(page: Page, code: str):
    return page.locator(f"tr[data-key='{code}']")


def test_a_board_moves_within_a_second_of_the_panels_last_signature(contest: Contest, page: Page):
    loads: list[str] = []
    page.on("load", lambda loaded: loads.append(loaded.url))
    page.goto(f"{contest.server.home}/boards/{contest.id}")
    expect(page.locator("board-freshness")).to_have_attribute("data-live", "true")
    waited = []
    for code in contest.codes:
        contest.begins("wire", code)
        expect(row(page, code).locator("[data-part='figure wire']")).not_to_have_attribute("data-state", "waiting")
        contest.finishes("wire", code)
        signed = time.monotonic()
        figure = contest.rows()[code]["values"]["wire"]
        expect(row(page, code).locator("[data-part='text wire']")).to_have_text(figure)
        waited.append(time.monotonic() - signed)
    assert median(waited) < AT_ONCE_S, waited
    assert len(loads) == 1, "the page was loaded again"
    places = [place for place, _ in sorted((each["place"], code) for code, each in contest.rows().items())]
    expect(page.locator("board-rows tbody [data-part=place]")).to_have_text([str(place) for place in places])


def test_no_figure_is_shown_or_sent_before_its_panel_has_signed(contest: Contest, page: Page):
    heard: list[str] = []
    page.on("websocket", lambda socket: socket.on("framereceived", lambda text: heard.append(str(text))))
    page.goto(f"{contest.server.home}/boards/{contest.id}")
    expect(page.locator("board-freshness")).to_have_attribute("data-live", "true")
    values = {"wedge": "13.5", "ut-clamp": "13.5", "tail": "9.5", "tension": "11.5", "finish": "7.5"}
    for seat in ("S1", "S2", "S3", "S4"):
        contest.marks("wire-product", "01", seat, values)
    contest.marks("wire-product", "01", "S5", values, signed=False)
    for seat in ("F1", "F2"):
        contest.marks("wire-process", "01", seat, {"tools": "7.5", "pole": "11.5", "handling": "11.5", "site": "7.5"})
    expect(row(page, "01").locator("[data-part='text wire']")).to_have_text("评分中")
    secret = re.compile(r"93\.5|55\.5|38\.0|13\.5|11\.5")  # the task's figure, its parts, single marks
    assert not secret.search(page.content())
    assert not secret.search("".join(heard))

    contest.marks("wire-product", "01", "S5", {})
    expect(row(page, "01").locator("[data-part='text wire']")).to_have_text("93.50")


def test_without_javascript_the_board_is_a_correct_still_picture(contest: Contest, reader: Callable[..., Page]):
    contest.scored()
    contest.works("wire", *contest.codes[:2])
    page = reader("zh", java_script_enabled=False)
    page.goto(f"{contest.server.home}/boards/{contest.id}")
    shown = [
        [cell.strip() for cell in line.locator("td, th .code").all_inner_texts()]
        for line in page.locator("board-rows tbody tr").all()
    ]
    expected = sorted(contest.rows().values(), key=lambda each: (each["place"], each["code"]))
    for cells, each in zip(shown, expected, strict=True):
        figures = [value or {"waiting": "待考"}[each["states"][module]] for module, value in each["values"].items()]
        place, code, *rest = (cell.removesuffix("*").strip() for cell in cells[:6])
        assert [place, code, *rest] == [str(each["place"]), each["code"], *figures, each["total"]]
    expect(page.locator("board-freshness")).to_have_text(re.compile(r"截至\s*\d\d:\d\d:\d\d"))


def test_a_board_says_as_of_when_the_server_is_gone_and_live_when_it_is_back(own_server: Server, page: Page):
    contest = opened(own_server, "c1", 4)
    page.goto(f"{own_server.home}/boards/c1")
    fresh = page.locator("board-freshness")
    expect(fresh.locator("[data-part=word]")).to_have_text("实时")
    own_server.stop()
    expect(fresh).to_have_text(re.compile(r"截至\s*\d\d:\d\d:\d\d"), timeout=SILENCE_MS)
    own_server.start()
    expect(fresh.locator("[data-part=word]")).to_have_text("实时", timeout=RETURN_MS)
    contest.scored()
    expect(row(page, "01").locator("[data-part='text theory']")).to_have_text(contest.rows()["01"]["values"]["theory"])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_published_board_of_thirty_fits_on_a_wall(own_server: Server, reader: Callable[..., Page], language: str):
    contest = opened(own_server, "c1", 30)
    contest.tallied()
    contest.publishes()
    for width, height in ((1920, 1080), (1280, 800)):
        page = reader(language, viewport={"width": width, "height": height})
        page.goto(f"{own_server.home}/boards/c1")
        assert page.evaluate("document.documentElement.scrollHeight") <= height, (width, height)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, (width, height)


def test_at_decoding_an_open_board_falls_into_the_blocks_a_new_page_has(server: Server, page: Page):
    loads: list[str] = []
    page.on("load", lambda loaded: loads.append(loaded.url))
    apart = preset().replace("[ranking]\n", '[ranking]\nper = "组别"\n')
    contest = opened(server, "apart", 4, text=apart)
    for number, person in enumerate(contest.people.values()):
        said = (("组别", "学生组" if number % 2 else "职工组"),)
        contest.does(ORGANISER, DescribeEntry(contest.id, f"e{person.number}", said, number != 1))
    page.goto(f"{server.home}/boards/{contest.id}")
    expect(page.locator("[data-part=over-all]")).to_be_visible()
    contest.tallied()
    contest.publishes()
    expect(page.locator("tr.block")).to_have_text(["学生组", "职工组"])
    expect(page.locator("[data-part=over-all]")).to_be_hidden()
    expect(page.locator("tbody .delegation", has_text="不计名次")).to_have_count(1)
    assert len(loads) == 1, "the page was loaded again"
    moved = page.locator("board-rows tbody tr").all_inner_texts()

    page.reload()

    assert page.locator("board-rows tbody tr").all_inner_texts() == moved
