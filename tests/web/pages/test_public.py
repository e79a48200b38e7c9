"""What the public reads: contests, boards, and results by revision; and what it must never read."""

from __future__ import annotations

import re

import pytest

from domain.rulings.commands import Corrected, DecideRuling, FileRuling, MakeCorrection
from tests.support.client import Visitor
from tests.support.course import NAMES
from tests.support.desk import AtDesk
from tests.support.doors import public_texts
from tests.support.house import House
from tests.support.small import ARBITER, CHIEF, FLOOR, LEADER, SCORERS, C
from web.people import person_of
from web.rendering import to_the_second

SEALED = (*NAMES.values(), "合肥", "蚌埠", "e1", "e2")


def _everything(house: House) -> dict[str, str]:
    """Every readable address and what a spectator gets there, and the whole board by its socket."""
    visitor = house.visitor()
    texts = {path: visitor.opens(path, language).text for path in public_texts(house.app) for language in ("zh", "en")}
    with visitor.watches("c1") as watcher:
        watcher.hears("board")
        texts["socket"] = str(watcher.board)
    return texts


def _says(text: str, word: str) -> bool:
    return re.search(rf"(?<![\w.]){re.escape(word)}(?![\w.])", text) is not None


@pytest.mark.parametrize("stage", ["opened", "prepared", "marked", "tallied"])
def test_no_name_shows_before_the_codes_are_decoded(house: House, stage):
    getattr(house, stage)()
    for path, text in _everything(house).items():
        assert [word for word in SEALED if _says(text, word)] == [], path


def test_an_empty_contest_has_a_board_all_the_same(house: House):
    house.opened()
    assert "No codes have been drawn yet." in house.visitor().opens("/boards/c1").text


def test_no_mark_shows_before_its_panel_has_signed(house: House):
    house.prepared()
    house.marks(SCORERS[0], "07", q1="47.5")
    house.signs(SCORERS[0], "07")
    house.marks(SCORERS[1], "07", q1="48.5")
    for path, text in _everything(house).items():
        assert not _says(text, "47.5"), path
        assert not _says(text, "48.5"), path


def test_no_single_judges_mark_ever_shows(house: House):
    house.final()
    for path, text in _everything(house).items():
        assert not _says(text, "48.5"), path


def test_nothing_newer_than_the_published_result_shows(house: House):
    """An upheld appeal changes a mark; until the next revision is published the public sees the last one."""
    house.provisional()
    before = house.visitor().opens("/api/1/contests/c1/results/1").json()
    _corrected(house)
    assert house.visitor().opens("/api/1/contests/c1/results/1").json() == before
    assert house.visitor().opens("/api/1/contests/c1/results/2").status_code == 404
    assert [row["total"] for row in house.visitor().opens("/api/1/contests/c1/board").json()["rows"]] == [
        row["total"] for row in before["rows"]
    ]


def test_the_list_shows_every_contest_and_how_far_it_has_come(house: House):
    assert "No contest has been opened yet." in house.visitor().opens("/").text
    house.prepared()
    page = house.visitor().opens("/").text
    assert 'href="/boards/c1"' in page
    assert "Small contest" in page
    assert "Marking in progress" in page
    assert "小赛" in house.visitor().opens("/", "zh").text


def test_the_still_board_is_the_board(house: House):
    house.marked()
    page = house.visitor().opens("/boards/c1").text
    for row in house.visitor().opens("/api/1/contests/c1/board").json()["rows"]:
        assert f'data-key="{row["code"]}" data-place="{row["place"]}"' in page
        assert row["total"] in page


def test_the_result_shows_exact_figures_places_and_prizes(house: House):
    page = house.final().visitor().opens("/results/c1").text
    rows = re.findall(
        r'class="number place">(\d*)</td>.*?<strong>([\d.]*)</strong></td>\s*<td[^>]*>(.*?)</td>', page, re.DOTALL
    )
    # theory 90 or 80, task 31 + 50 (the middle of 50, 52, 48.5): 0.3 × 90 + 0.7 × 81 = 83.7, 0.3 × 80 + 0.7 × 81 = 80.7
    assert rows == [("1", "83.70", "First prize"), ("2", "80.70", "")]
    assert "李二" in page


@pytest.mark.parametrize(
    ("stage", "zh", "en"), [("provisional", "初步成绩", "Provisional results"), ("noticed", "公示", "Public notice")]
)
def test_what_is_not_final_says_so_everywhere(house: House, stage, zh, en):
    getattr(house, stage)()
    for path in ("/", "/boards/c1", "/results/c1", "/results/c1/1"):
        assert zh in house.visitor().opens(path, "zh").text, path
        assert en in house.visitor().opens(path, "en").text, path
    for place in ("<title>", "<caption>", 'data-part="phase"'):
        assert re.search(rf"{place}[^<]*{en}|{place}[^>]*>{en}", house.visitor().opens("/results/c1").text), place
    assert "may still change" in house.visitor().opens("/results/c1").text


def test_the_final_result_says_final_and_the_one_before_that_it_was_replaced(house: House):
    house.final()
    latest, first = (house.visitor().opens(path).text for path in ("/results/c1", "/results/c1/1"))
    assert "Final results" in latest
    assert "may still change" not in latest
    assert "This revision has been replaced." in first
    assert "Provisional results" in first
    assert "This revision has been replaced." not in latest


def test_when_a_revision_was_published_is_told_to_the_second(house: House):
    house.final()
    with house.parts.hall.wall(C) as wall:
        published = [to_the_second(step.at, "Asia/Shanghai") for step in wall.marks.publications]
    page = house.visitor().opens(f"/results/{C}").text
    assert f"published {published[-1]}" in page
    assert all(at in page for at in (published[0], published[-1]))
    assert published[0] in AtDesk(house.as_(CHIEF)).opens("/publication").text


def test_each_revision_stays_as_it_was_announced(house: House):
    house.provisional()
    first = house.visitor().opens("/api/1/contests/c1/results/1").json()
    digest = first["digest"]
    _corrected(house)
    house.publishes(corrections=1)
    assert house.visitor().opens("/api/1/contests/c1/results/1").json() == first
    second = house.visitor().opens("/api/1/contests/c1/results/2").json()
    assert second["digest"] != digest
    assert [row["total"] for row in second["rows"]] != [row["total"] for row in first["rows"]]
    assert digest in house.visitor().opens("/results/c1/1").text
    assert house.visitor().opens("/results/c1").text.count("/results/c1/") >= 2


def test_a_name_that_was_erased_is_gone_from_every_revision(house: House):
    house.final()
    house.visitor().opens("/results/c1/1")
    house.parts.registry.people.erase([person_of(C, "e1")], "olga")
    assert "王一" not in house.visitor().opens("/results/c1/1").text
    assert "李二" in house.visitor().opens("/results/c1/1").text


def test_before_anything_is_published_the_page_says_so(house: House):
    house.tallied()
    response = house.visitor().opens("/results/c1")
    assert response.status_code == 404
    assert "No result has been published yet." in response.text


@pytest.mark.parametrize(
    "path", ["/boards/c9", "/results/c9", "/results/c9/1", "/results/c1/9", "/results/c1/0", "/results/c1/x"]
)
def test_what_is_not_there_is_404(house: House, path):
    house.provisional()
    assert house.visitor().opens(path).status_code == 404


def test_a_drill_is_marked_on_every_page(house: House):
    house.final(drill=True)
    for path in ("/", "/boards/c1", "/results/c1", "/results/c1/1"):
        assert "演练" in house.visitor().opens(path, "zh").text, path
        assert "Drill" in house.visitor().opens(path, "en").text, path
    assert house.visitor().opens("/api/1/contests/c1/board").json()["head"]["drill"] is True
    for path in ("/boards/c1", "/results/c1"):
        assert "data-drill" in house.visitor().opens(path).text


def test_a_name_cannot_bring_markup_into_a_page(house: House):
    house.parts.registry.people.write(person_of(C, "e9"), {"name": "x"}, "olga")
    house.provisional()
    house.parts.registry.people.write(person_of(C, "e1"), {"name": "</script><script>alert(1)</script>"}, "olga")
    with house.parts.hall.wall(C) as wall:
        wall.board.forget_names()
    for path in ("/boards/c1", "/results/c1", "/results/c1/1"):
        text = house.visitor().opens(path).text
        assert "alert(1)" in text, path
        assert "<script>alert" not in text, path


def test_pages_are_not_kept_by_caches_between_us_and_the_reader(house: House):
    house.final()
    for path in ("/", "/boards/c1", "/results/c1"):
        assert house.visitor().opens(path).headers["Cache-Control"] == "private, no-cache"


def test_looking_needs_no_session_and_leaves_no_line_in_the_access_journal(house: House):
    house.final()
    before = len(house.parts.registry.journal.lines(limit=1000))
    visitor: Visitor = house.visitor()
    visitor.opens("/results/c1/1")
    visitor.opens("/boards/c1")
    assert len(house.parts.registry.journal.lines(limit=1000)) == before


def _corrected(house: House) -> None:
    """An appeal about code 07 is upheld, and both floor judges' mark for its sequence becomes 20."""
    house.does(LEADER, FileRuling(C, "r1", "appeal", "e1", "process", "", "p2", house.note()))
    house.does(ARBITER, DecideRuling(C, "r1", "upheld", house.note()))
    marks = tuple(Corrected("process", judge.seat.partition(".")[2], "07", "p2", "16", "20") for judge in FLOOR)
    house.does(ARBITER, MakeCorrection(C, "r1", marks))
