"""Before a judge sits down where the rules keep judges off entries, they declare whose they are."""

import pytest

from domain.codes.commands import DrawCodes
from domain.contest.commands import FixRulebook, OpenModule, TakeSeat
from domain.sheets.commands import EnterMark
from tests.support.house import CHIEF, CODER, ORGANISER
from tests.support.small import CODES, RULEBOOK, SCORERS, C, on

S1, S2, _ = SCORERS
APART = RULEBOOK.replace(
    'seats = ["S1", "S2", "S3"]',
    'seats = ["S1", "S2", "S3"]\nmay_not_sit = ["same_delegation", "declared_interest"]',
)


@pytest.fixture
def open_task(house):
    house.opened().does(ORGANISER, FixRulebook(C, APART))
    house.does(CODER, DrawCodes(C, tuple(CODES.items())))
    house.does(CHIEF, OpenModule(C, "task"))
    return house


def seat(house, judge=S1):
    with house.parts.hall.wall(C) as wall:
        return wall.marks.contest.seat("product", judge.seat.partition(".")[2])


@pytest.mark.parametrize(
    ("language", "words"), [("zh", ("就座前申报", "我所属代表队")), ("en", ("Before you sit down", "My delegation"))]
)
def test_a_judge_is_asked_before_sitting_down(open_task, language, words):
    page = open_task.as_(S1).opens("/judge", language).text
    assert all(word in page for word in (*words, "合肥", "蚌埠"))
    assert "/judge/socket" not in page
    assert not seat(open_task).taken


def test_what_is_declared_stands_with_the_seat_and_the_console_opens(open_task):
    judge = open_task.as_(S1)
    sent = judge.sends("/judge/declare", delegation="合肥", interest=["蚌埠"])
    assert (sent.status_code, sent.headers["location"]) == (303, "/judge")
    open_task.caught_up()
    assert (seat(open_task).delegation, seat(open_task).interests) == ("合肥", ("蚌埠",))
    assert "/judge/socket" in judge.opens("/judge").text
    assert open_task.asks(S1, EnterMark(*on(S1, "07"), "q1", "50")).reason == "recusal"


def test_who_has_nothing_to_declare_sits_down_too(open_task):
    open_task.as_(S2).sends("/judge/declare", delegation="")
    open_task.caught_up()
    assert seat(open_task, S2).taken
    assert open_task.asks(S2, EnterMark(*on(S2, "07"), "q1", "50")).accepted


def test_a_seat_somebody_else_sits_in_is_refused_on_the_form(open_task):
    open_task.does(S1, TakeSeat(C, "product", "S1"))
    other = open_task.as_(S2.__class__(S2.account, S2.role, "product.S1"))
    sent = other.sends("/judge/declare", delegation="合肥")
    assert sent.status_code == 409
    assert "Seat S1 of product is taken" in sent.text


def test_a_panel_without_such_rules_asks_nothing(house):
    house.prepared()
    assert "/judge/socket" in house.as_(S1).opens("/judge").text


def test_who_has_no_seat_declares_nothing(open_task):
    assert open_task.as_(CHIEF).sends("/judge/declare", delegation="合肥").status_code == 403
