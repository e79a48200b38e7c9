"""Modules and stated performances, reopened sheets, and the journal of it all."""

import pytest

from tests.support.desk import AtDesk
from tests.support.house import CHIEF, ORGANISER, SUPERVISOR
from tests.support.small import FLOOR, C
from web.pages.organiser.journal import LINES


def modules(house, actor=CHIEF):
    return AtDesk(house.as_(actor)).opens("/modules")


def is_open(house, module):
    with house.parts.hall.wall(C) as wall:
        return wall.marks.contest.module(module).is_open


def test_the_chief_judge_closes_and_with_a_reason_opens_again(house):
    house.prepared()
    page = modules(house).sends("/modules", module="task", move="close")
    assert page.says("In the record", "Closed")
    assert not is_open(house, "task")
    page.sends("/modules", module="task", move="reopen", reason="")
    assert page.status == 409
    assert page.says("Give a reason")
    assert page.sends("/modules", module="task", move="reopen", reason="停电").says("In the record")
    assert is_open(house, "task")


@pytest.mark.parametrize("actor", [ORGANISER, SUPERVISOR], ids=lambda actor: actor.role)
def test_others_look_and_are_refused_beside_the_module(house, actor):
    house.prepared()
    page = modules(house, actor)
    assert "</form>" not in page.page.text.partition('class="cards"')[2].partition("</ul>")[0]
    page.sends("/modules", n="5", module="task", move="close")
    assert page.status == 409
    assert page.says("Your role", "does not do this")
    assert is_open(house, "task")


def test_a_module_closed_twice_by_one_form_is_closed_once(house):
    house.prepared()
    page = modules(house)
    n = page.n
    first = page.sends("/modules", n, module="task", move="close").text
    assert page.sends("/modules", n, module="task", move="close").text == first


def test_the_number_of_one_command_does_not_serve_for_another(house):
    house.prepared()
    page = modules(house)
    n = page.n
    page.sends("/modules", n, module="task", move="close")
    page.sends("/modules", n, module="theory", move="close")
    assert page.status == 409
    assert page.says("This command number was used for something else")
    assert is_open(house, "theory")


def test_somebody_who_did_not_start_is_stated_and_no_longer_waited_for(house):
    house.prepared()
    page = modules(house).sends("/modules/state", code="07", module="task", status="dns", reason="未到场")
    assert page.says("In the record", "07 Practical — Did not start")
    assert {(each.panel, each.code) for each in house.progress().unsigned if each.code == "07"} == {("paper", "07")}


def test_a_refused_statement_keeps_what_was_typed(house):
    house.prepared()
    page = modules(house).sends("/modules/state", code="99", module="task", status="dns", reason="写错编号")
    assert page.status == 409
    assert page.says("There is no code 99", "写错编号")


def test_a_signed_sheet_goes_back_to_its_judge_for_a_reason(house):
    house.prepared().marks(FLOOR[0], "07", p1="15", p2="16")
    house.signs(FLOOR[0], "07")
    page = AtDesk(house.as_(CHIEF)).opens("/standings?code=07")
    assert page.says("Code 07", "F1 ✓", "Safety 15 …")
    page.sends("/standings?code=07", panel="process", seat="F1", reason="笔误")
    assert page.says("In the record", "Code 07")
    assert "F1 ✓" not in page.text
    house.marks(FLOOR[0], "07", p1="14")


def test_only_the_chief_judge_gives_a_sheet_back(house):
    house.prepared()
    page = AtDesk(house.as_(SUPERVISOR)).opens("/standings?code=07")
    assert page.sends("/standings?code=07", n="5", panel="process", seat="F1", reason="x").status == 403


def test_the_journal_tells_when_who_and_what_newest_first_without_names(house):
    house.prepared().marks(FLOOR[0], "07", p1="15")
    page = AtDesk(house.as_(SUPERVISOR)).opens("/journal")
    assert page.says("Floor judge F1 Process , seat F1: 07 given 15 for Safety", "Chief judge Module Practical opened")
    assert page.text.index("given 15") < page.text.index("Module Practical") < page.text.index("Contest set up")
    assert "王一" not in page.text
    assert AtDesk(house.as_(SUPERVISOR)).opens("/journal", "zh").says("现场裁判 F1", "模块 实操 开始")


def test_the_ids_of_what_the_journal_calls_by_its_title_can_be_found(house):
    house.prepared().marks(FLOOR[0], "07", p1="15")
    page = AtDesk(house.as_(SUPERVISOR)).opens("/journal").page.text
    for name, title in (("task", "Practical"), ("process", "Process"), ("p1", "Safety")):
        assert f'<span title="{name}">{title}</span>' in page


def test_a_long_journal_goes_on_page_by_page_and_misses_nothing(house):
    house.prepared()
    for value in range(LINES):
        house.marks(FLOOR[0], "07", p1=str(value % 20))
    reader = house.as_(SUPERVISOR)
    positions, path = [], "/journal"
    while path:
        page = AtDesk(reader).opens(path)
        rows = page.page.text.split('<th scope="row" class="number">')[1:]
        positions += [int(row.partition("<")[0]) for row in rows]
        older = page.page.text.partition('href="?before=')[2].partition('"')[0]
        path = f"/journal?before={older}" if older else ""
    with house.parts.hall.wall(C) as wall:
        last = wall.marks.position
    assert positions == sorted(positions, reverse=True)
    assert len(positions) == len(set(positions))
    assert positions[0] == last
    own = [one.position for one in house.parts.record.recorded() if one.stream.partition(":")[2].startswith(C)]
    assert sorted(positions) == own


@pytest.mark.parametrize("before", ["", "x", "0", "-3", "9" * 40, "²"])
def test_a_place_in_the_journal_that_is_none_is_the_newest(house, before):
    house.opened()
    assert AtDesk(house.as_(SUPERVISOR)).opens(f"/journal?before={before}").says("Contest set up: Small contest")


def test_how_far_modules_have_come_is_told_in_the_order_of_the_work(house):
    house.prepared().marks(FLOOR[0], "12", p1="15")
    page = modules(house, CHIEF)
    assert page.says("Waiting 1 At work 1")
