"""What one connection answers to whatever comes in, without a socket, a desk or a clock of its own."""

import pytest

from domain.notes import Note
from domain.rulings.commands import Corrected, MakeCorrection
from domain.sheets.commands import EnterMark, ReopenSheet, SignSheet
from judges_console.frames import JSON, MSGPACK
from judges_console.session import IN_FLIGHT, Given, HangUp, Hello, Say, WantsSheets
from tests.judges_console.frames.talk import MARK, Talk
from tests.support.small import WHY, C
from web.limits import Bucket


@pytest.fixture(params=[JSON, MSGPACK], ids=["json", "msgpack"])
def talk(request):
    return Talk(encoding=request.param)


# -- what is understood


def test_a_mark_becomes_the_command_of_this_seat(talk):
    assert talk.commands("enter-mark", n=7, **MARK, device_at=5) == Given(
        7, EnterMark(C, "process", "07", "F1", "p1", "8", 5)
    )


def test_the_tablets_clock_may_be_left_out(talk):
    assert talk.commands("enter-mark", **MARK).command.device_at == 0


def test_an_official_names_the_seat_he_speaks_of(talk):
    official = Talk(seat="")
    heard = official.commands("reopen-sheet", panel="process", code="07", seat="F2", note="told me so")
    assert heard.command == ReopenSheet(C, "process", "07", "F2", WHY)
    assert official.notes == ["told me so"]


def test_a_blank_note_is_none(talk):
    heard = talk.commands("reopen-sheet", panel="process", code="07", seat="F1", note=" \n")
    assert heard.command.note == Note("", b"")
    assert talk.notes == []


def test_rows_lists_and_maps_become_the_tuples_of_the_rules(talk):
    mark = {"panel": "process", "seat": "F1", "code": "07", "aspect": "p1", "old": "8", "value": "9"}
    assert talk.commands("make-correction", ruling="r1", marks=[mark]).command == MakeCorrection(
        C, "r1", (Corrected("process", "F1", "07", "p1", "8", "9"),)
    )
    assert talk.commands("draw-codes", pairs=[["07", "e1"]], commitment="00ff").command.commitment == b"\x00\xff"
    assert talk.commands("enter-scores", panel="paper", rows=[["07", "score", "80"]]).command.rows == (
        ("07", "score", "80"),
    )
    assert talk.commands("set-batch", batch="1", entries=["e1", "e2"]).command.entries == ("e1", "e2")


def test_ping_is_answered_with_official_time(talk):
    assert talk.hears(t="ping", at=5) == Say({"t": "pong", "at": 5, "official": 1_700_000_000_000_000})


def test_hello_says_who_it_is_and_nothing_else_is_needed(talk):
    assert Talk(greeted=False).hears(t="hello") == Hello("", "", "zh")
    hello = Talk(greeted=False).hears(t="hello", token="x", contest="c", lang="en")
    assert hello == Hello("x", "c", "en")


def test_sheets_are_a_seats(talk):
    assert isinstance(talk.hears(t="sheets"), WantsSheets)
    official = Talk(seat="")
    assert official.error(official.hears(t="sheets"))["reason"] == "no-seat"


# -- limits


def test_more_commands_than_may_be_unanswered_are_told_to_wait(talk):
    for n in range(1, IN_FLIGHT + 1):
        assert isinstance(talk.commands("sign-sheet", n=n, panel="process", code="07"), Given)
    busy = talk.commands("sign-sheet", n=99, panel="process", code="07")
    assert busy.frame["t"] == "busy"
    assert busy.frame["n"] == 99
    assert busy.frame["retry_after_ms"] > 0


def test_talk_without_end_is_cut_and_commands_are_not_talk():
    talk = Talk(talk=Bucket(3, 0))
    for n in range(1, 10):
        assert talk.commands("sign-sheet", n=n, panel="process", code="07").command == SignSheet(
            C, "process", "07", "F1"
        )
    assert all(isinstance(talk.hears(t="ping", at=1), Say) for _ in range(3))
    assert talk.hears(t="ping", at=1) == HangUp("too-fast")
    assert talk.session.hear("garbage") == HangUp("too-fast")
