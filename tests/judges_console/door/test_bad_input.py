"""The table of bad input at the judges' socket: a clear answer in both languages, and nothing half done.

Each row also checks that the connection survives: the same judge then marks as if nothing had been.
"""

from __future__ import annotations

import json
from typing import Any

import pytest

from domain.contest.commands import CloseModule
from domain.errors import Busy
from tests.judges_console.judge import JSON, MSGPACK, judging
from tests.support.small import CHIEF, FLOOR, TALLY, C

GOOD = {"panel": "process", "code": "07", "aspect": "p1", "value": "8"}

# what is sent → the reason of the refusal: recorded, so that the same command gets the same answer
REFUSED: dict[str, tuple[str, dict[str, Any], str]] = {
    "unknown panel": ("enter-mark", GOOD | {"panel": "style"}, "unknown-panel"),
    "unknown code": ("enter-mark", GOOD | {"code": "99"}, "unknown-code"),
    "unknown aspect": ("enter-mark", GOOD | {"aspect": "p9"}, "unknown-aspect"),
    "somebody else's panel": ("enter-mark", GOOD | {"panel": "product", "aspect": "q1"}, "not-your-seat"),
    "code that reads like a path": ("enter-mark", GOOD | {"code": "07/F2"}, "unknown-code"),
    "above the range": ("enter-mark", GOOD | {"value": "20.5"}, "mark-outside-range"),
    "below the range": ("enter-mark", GOOD | {"value": "-1"}, "mark-outside-range"),
    "off the step": ("enter-mark", GOOD | {"value": "8.5"}, "mark-off-step"),
    "no number": ("enter-mark", GOOD | {"value": "eight"}, "not-a-number"),
    "an exponent": ("enter-mark", GOOD | {"value": "1e1"}, "not-a-number"),
    "digits of another script": ("enter-mark", GOOD | {"value": "８"}, "not-a-number"),
    "nothing at all": ("enter-mark", GOOD | {"value": ""}, "not-a-number"),
    "not a finite number": ("enter-mark", GOOD | {"value": "NaN"}, "not-a-number"),
    "a signature over a blank": ("sign-sheet", {"panel": "process", "code": "07"}, "marks-missing"),
    "what is another role's": ("close-module", {"module": "task"}, "not-your-part"),
    "what is another phase's": ("file-ruling", {
        "ruling": "r1", "kind": "appeal", "entry": "e1", "panel": "", "seat": "", "aspect": "", "note": "x",
    }, "no-result-yet"),
}  # fmt: skip


def _command(name: str, **body: Any) -> str:
    return json.dumps({"t": "command", "n": 1, "name": name, "body": body})


# what is sent → the reason of the error: nothing was decided, nothing is recorded, the number stays free
ERRORS: dict[str, tuple[str | bytes, str]] = {
    "no frame at all": ("", "frame-unreadable"),
    "half a frame": ('{"t":"command","n":1', "frame-unreadable"),
    "another encoding": (b"\x81\xa1t\xa4ping", "frame-unreadable"),
    "a list": ("[1,2,3]", "frame-no-map"),
    "no kind": ('{"n":1}', "frame-no-map"),
    "an unknown kind": ('{"t":"mark"}', "frame-unknown"),
    "nested without end": ("[" * 50_000, "frame-too-deep"),
    "a time without end": ('{"t":"ping","at":1e999}', "frame-shape"),
    "no counter": ('{"t":"command","name":"sign-sheet","body":{}}', "frame-shape"),
    "a number as a mark": (_command("enter-mark", **GOOD | {"value": 8}), "command-shape"),
    "a seat of one's own choosing": (_command("enter-mark", **GOOD, seat="F2"), "command-shape"),
    "an unknown command": (_command("win"), "command-unknown"),
    "what only pages do": (_command("fix-rulebook", text=""), "command-elsewhere"),
    "a second hello": ('{"t":"hello"}', "hello-twice"),
}


@pytest.fixture
def judge(shared_house):
    """On a new device each time: numbers start afresh."""
    with judging(shared_house, FLOOR[0]) as judge:
        yield judge


def _said_twice(frame):
    assert frame["zh"]
    assert frame["en"]
    assert frame["zh"] != frame["en"]


def _still_works(judge):
    receipt = judge.marks("12", "p2", "7", n=5000)
    assert (receipt["outcome"], receipt["value"]) == ("accepted", "7")


@pytest.mark.parametrize("what", REFUSED)
def test_a_refusal_is_a_receipt_and_the_talk_goes_on(shared_house, judge, what):
    name, body, reason = REFUSED[what]
    before = shared_house.parts.record.head()
    first = judge.asks(name, 700, **body)
    assert (first["t"], first["outcome"], first["reason"]) == ("receipt", "refused", reason)
    _said_twice(first)
    after = shared_house.parts.record.head()
    assert (after.position, after.entry) == (before.position, before.entry + 1)
    assert judge.asks(name, 700, **body) == first
    assert judge.asks(name, 700, **body | {next(iter(body)): "other"})["reason"] == "command-id-reused"
    _still_works(judge)


@pytest.mark.parametrize("what", ERRORS)
def test_a_bad_frame_is_an_error_that_records_nothing_and_the_talk_goes_on(shared_house, judge, what):
    message, reason = ERRORS[what]
    before = shared_house.parts.record.head()
    send = judge.session.send_bytes if isinstance(message, bytes) else judge.session.send_text
    send(message)
    error = judge.hears()
    assert (error["t"], error["reason"]) == ("error", reason)
    _said_twice(error)
    assert shared_house.parts.record.head() == before
    assert judge.marks("07", "p1", "8", n=1)["outcome"] == "accepted"  # the number is as free as before
    _still_works(judge)


def test_text_over_a_msgpack_socket_is_an_error_too(house):
    house.prepared()
    with judging(house, FLOOR[0], MSGPACK) as judge:
        judge.session.send_text('{"t":"ping","at":1}')
        assert judge.hears()["reason"] == "frame-unreadable"
        _still_works(judge)


def test_nothing_is_marked_after_closing(house):
    house.prepared().does(CHIEF, CloseModule(C, "task"))
    with judging(house, FLOOR[0]) as judge:
        refused = judge.marks("07", "p1", "8")
    assert refused["reason"] == "module-not-open"
    _said_twice(refused)


def test_nothing_is_marked_after_the_seal_of_the_tally(house):
    house.tallied()
    with judging(house, FLOOR[0]) as judge:
        for name, body in (("enter-mark", GOOD), ("sign-sheet", {"panel": "process", "code": "07"})):
            refused = judge.asks(name, 0, **body)
            assert refused["reason"] == "not-now"
            _said_twice(refused)


@pytest.mark.parametrize("subprotocol", [JSON, MSGPACK])
def test_a_full_queue_says_busy_and_the_same_command_is_taken_later(house, subprotocol, monkeypatch):
    house.prepared()
    with judging(house, FLOOR[0], subprotocol) as judge:
        with monkeypatch.context() as full:
            full.setattr(house.parts.desk._inbox, "_most", 0)
            busy = judge.marks("07", "p1", "8", n=1)
            assert busy == {"t": "busy", "n": 1, "retry_after_ms": Busy().retry_after_ms}
        assert judge.marks("07", "p1", "8", n=1)["outcome"] == "accepted"


def test_a_device_that_is_refused_without_end_is_slowed_down(judge):
    answers = [judge.marks("07", "p1", "99", n=n) for n in range(1, 80)]
    assert answers[0]["outcome"] == "refused"
    assert answers[-1]["t"] == "busy"
    assert answers[-1]["retry_after_ms"] > 0


def test_a_program_failure_on_one_command_is_told_and_the_desk_goes_on(shared_house, judge, monkeypatch):
    before = shared_house.parts.record.head()
    with monkeypatch.context() as broken:
        broken.setattr(shared_house.parts.desk._clerk, "_decide", lambda *_: 1 / 0)
        error = judge.marks("07", "p1", "8", n=1)
    assert (error["t"], error["n"], error["reason"]) == ("error", 1, "command-failed")
    _said_twice(error)
    assert shared_house.parts.record.head() == before
    _still_works(judge)


def test_an_official_of_another_part_is_refused(house):
    house.prepared()
    with judging(house, TALLY) as clerk:
        refused = clerk.asks("open-module", module="task")
        assert refused["reason"] == "not-your-part"
        _said_twice(refused)


def test_marks_that_cannot_be_read_back_are_not_called_recorded(house, monkeypatch):
    house.prepared()
    with judging(house, FLOOR[0]) as judge, monkeypatch.context() as broken:
        broken.setattr(house.parts.record.store, "rows", lambda *_: 1 / 0)
        judge.gives("enter-mark", n=1, **GOOD)
        bye = judge.hears()
    assert (bye["t"], bye["reason"]) == ("bye", "record-unreadable")
    with judging(house, FLOOR[0]) as back:
        assert back.sheets()["07"]["marks"]["p1"]["value"] == "8"
