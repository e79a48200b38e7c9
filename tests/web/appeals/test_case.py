"""One ruling from its finding to its correction: first what is found, then who gains by it."""

import re

import pytest

from domain.rulings.commands import FileRuling
from projections.effect import effect
from tests.support.small import ARBITER, CHIEF, LEADER, ORGANISER, C
from web.pages.past.folding import wall_at

CASE = f"/appeals/{C}/r1"
MARK = "product|S1|q1"


def filed(house):
    """e1 (code 07, second) questions the mark 50 of seat S1."""
    house.provisional()
    note = house.note("应为 60", LEADER)
    house.does(LEADER, FileRuling(C, "r1", "appeal", "e1", "product", "S1", "q1", note))
    return house.as_(ARBITER)


def now(house):
    return str(house.parts.desk.clock.now())


def finds(house, visitor, outcome="upheld"):
    return visitor.sends(f"{CASE}/finding", n=now(house), outcome=outcome, reason="复尺属实")


def new(*marks):
    """The fields of a correction: (place, old, value)."""
    return {f"{kind}|{place}": text for place, old, value in marks for kind, text in (("old", old), ("new", value))}


def result(house):
    house.caught_up()
    with house.parts.hall.wall(C) as wall:
        return wall.result()


@pytest.mark.parametrize("form", ["finding", "preview", "correction"])
def test_whoever_opens_a_form_s_own_address_is_led_to_the_case(house, form):
    answer = filed(house).opens(f"{CASE}/{form}")
    assert (answer.status_code, answer.headers["location"]) == (303, CASE)


def test_before_the_finding_no_page_shows_an_effect(house):
    arbiter = filed(house)
    assert 'class="supposed"' not in arbiter.opens(CASE).text
    assert 'name="new|' not in arbiter.opens(CASE).text

    asked = arbiter.sends(f"{CASE}/preview", n=now(house), **new((MARK, "50", "60")))
    assert asked.status_code == 409
    assert 'class="supposed"' not in asked.text


def test_a_finding_needs_a_reason_and_is_an_arbitrator_s(house):
    arbiter = filed(house)
    assert arbiter.sends(f"{CASE}/finding", n=now(house), outcome="upheld", reason="").status_code == 409
    for other in (CHIEF, ORGANISER, LEADER):
        sent = house.as_(other).sends(f"{CASE}/finding", n=now(house), outcome="upheld", reason="x")
        assert sent.status_code == 403
    assert finds(house, arbiter).status_code == 303
    page = arbiter.opens(CASE).text
    assert "复尺属实" in page
    assert 'name="new|product|S1|q1"' in page


def test_a_dismissed_ruling_leads_to_no_correction(house):
    arbiter = filed(house)
    finds(house, arbiter, "dismissed")
    assert 'name="new|' not in arbiter.opens(CASE).text
    assert arbiter.sends(f"{CASE}/correction", n=now(house), **new((MARK, "50", "60"))).status_code == 409


def test_the_preview_is_what_then_happens_and_records_nothing_itself(house):
    arbiter = filed(house)
    finds(house, arbiter)
    marks = new((MARK, "50", "60"), ("product|S2|q1", "52", "60"), ("product|S3|q1", "48.5", "60"))
    before, head = result(house), house.parts.record.head().position

    page = arbiter.sends(f"{CASE}/preview", reader="zh-CN", n=now(house), **marks)
    assert page.status_code == 200
    assert "推演，非正式" in page.text
    assert house.parts.record.head().position == head

    assert arbiter.sends(f"{CASE}/correction", n=now(house), **marks).status_code == 303
    moved = effect(before, result(house))
    assert [each.code for each in moved] == ["07", "12"]
    table = page.text.partition('class="list effect"')[2].partition("</table>")[0]
    rows = table.partition("<tbody>")[2].split("<tr>")[1:]
    for each, row in zip(moved, rows, strict=True):
        figures = re.findall(r'<td class="number \w+"(?: data-changed)?>([^<]*)</td>', row)
        sides = (each.before, each.after)
        task = [side["values"]["task"] for side in sides]  # in theory nothing changes, so that it is not shown
        assert figures[:6] == [*task, *(side["total"] for side in sides), *(str(side["place"]) for side in sides)]


def test_a_correction_keeps_the_old_value_and_makes_a_revision_due(house):
    arbiter = filed(house)
    finds(house, arbiter)
    arbiter.sends(f"{CASE}/correction", n=now(house), **new((MARK, "50", "55")))
    page = arbiter.opens(CASE).text

    assert re.search(r"<s>.*50</s> → <strong>55</strong>", page)
    assert "a new revision of the result is due" in page
    house.caught_up()
    house.publishes(corrections=1)
    page = arbiter.opens(CASE).text
    assert "a new revision of the result is due" not in page
    assert f"/results/{C}/2" in page


def test_a_mark_that_moved_since_it_was_seen_is_not_corrected(house):
    arbiter = filed(house)
    finds(house, arbiter)
    head = house.parts.record.head().position
    for form in ("preview", "correction"):
        assert arbiter.sends(f"{CASE}/{form}", n=now(house), **new((MARK, "49", "60"))).status_code == 409
    assert house.parts.record.head().position == head


def test_what_the_rules_refuse_is_said_in_the_preview_already(house):
    arbiter = filed(house)
    finds(house, arbiter)
    marks = new(("process|F1|p1", "15", "10"))
    page = arbiter.sends(f"{CASE}/preview", n=now(house), **marks)

    assert page.status_code == 409
    assert "too far apart" in page.text
    assert 'value="10"' in page.text  # what was typed is not lost


def test_only_marks_that_are_filled_in_change(house):
    arbiter = filed(house)
    finds(house, arbiter)
    arbiter.sends(f"{CASE}/correction", n=now(house), **new((MARK, "50", "55"), ("product|S2|q1", "52", "")))
    wall = wall_at(house.parts.record, C, house.parts.record.head().position)

    assert {seat: str(mark) for seat, mark in wall.marks.of_code["07"]["product"]["q1"].items()} == {
        "S1": "55", "S2": "52", "S3": "48.5",
    }  # fmt: skip
