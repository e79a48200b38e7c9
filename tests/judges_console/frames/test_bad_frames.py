"""Whatever is wrong with a frame is said at once, with its place, and the connection goes on."""

import pytest

from judges_console.frames import JSON, LARGEST, MSGPACK
from judges_console.reading import ELSEWHERE
from judges_console.session import HangUp
from tests.judges_console.frames.talk import MARK, Talk


@pytest.fixture(params=[JSON, MSGPACK], ids=["json", "msgpack"])
def talk(request):
    return Talk(encoding=request.param)


@pytest.mark.parametrize(
    "frame", [{"t": "sheets"}, {"t": "ping", "at": 1}, {"t": "command", "n": 3, "name": "x", "body": {}}]
)
def test_nothing_is_answered_before_the_hello(frame):
    talk = Talk(greeted=False)
    assert talk.error(talk.hears(**frame))["reason"] == "hello-first"


def test_one_hello_is_enough(talk):
    assert talk.error(talk.hears(t="hello"))["reason"] == "hello-twice"


@pytest.mark.parametrize(
    "message", ["", "{", "nul", '{"t":"ping","at":NaN}', '{"t":"\\ud800"}', b"\x81\xa1t\xa4ping", "1" * 5000]
)
def test_what_is_not_json_is_said_to_be_unreadable(message):
    talk = Talk()
    assert talk.error(talk.session.hear(message))["reason"] == "frame-unreadable"


@pytest.mark.parametrize(
    "message", [b"", b"\xc1", b"\x81\xa1t", '{"t":"sheets"}', b"\x81\x01\x02", b"\x81\xa1t\xa1\xff"]
)
def test_what_is_not_msgpack_is_said_to_be_unreadable(message):
    talk = Talk(encoding=MSGPACK)
    assert talk.error(talk.session.hear(message))["reason"] == "frame-unreadable"


@pytest.mark.parametrize("message", ["[]", "null", "5", '"ping"', "{}", '{"t":5}', '{"T":"ping"}'])
def test_a_frame_is_a_map_with_its_kind(message):
    talk = Talk()
    assert talk.error(talk.session.hear(message))["reason"] == "frame-no-map"


def test_a_frame_nested_without_end_is_no_trouble():
    talk = Talk()
    assert talk.error(talk.session.hear("[" * 60_000))["reason"] == "frame-too-deep"
    packed = Talk(encoding=MSGPACK)
    assert packed.error(packed.session.hear(b"\x91" * 60_000))["reason"] == "frame-too-deep"


def test_a_frame_larger_than_the_limit_ends_the_talk(talk):
    assert talk.hears(t="hello", token="x" * LARGEST) == HangUp("frame-too-large")
    assert Talk().session.hear("字" * (LARGEST // 3)) != HangUp("frame-too-large")
    assert Talk().session.hear("字" * (LARGEST // 3 + 1)) == HangUp("frame-too-large")


def test_an_unknown_kind_of_frame_is_named_so(talk):
    assert talk.error(talk.hears(t="mark"))["reason"] == "frame-unknown"


@pytest.mark.parametrize(
    ("frame", "places"),
    [
        ({"t": "ping"}, ["at"]),
        ({"t": "ping", "at": "now"}, ["at"]),
        ({"t": "ping", "at": True}, ["at"]),
        ({"t": "ping", "at": 1, "more": 1}, ["more"]),
        ({"t": "sheets", "code": "07"}, ["code"]),
        ({"t": "command"}, ["n", "name", "body"]),
        ({"t": "command", "n": 0, "name": 1, "body": []}, ["n", "name", "body"]),
        ({"t": "command", "n": 1.0, "name": "enter-mark", "body": {}}, ["n"]),
        ({"t": "command", "n": 2**53, "name": "enter-mark", "body": {}}, ["n"]),
        ({"t": "command", "n": 1, "name": "enter-mark", "body": {}, "seat": "F2"}, ["seat"]),
    ],
)
def test_every_wrong_field_of_a_frame_is_named(talk, frame, places):
    heard = talk.hears(**frame)
    assert talk.error(heard)["reason"] == "frame-shape"
    assert talk.faults(heard) == places


@pytest.mark.parametrize("hello", [{"token": 5}, {"contest": None}, {"lang": "fr"}, {"lang": ["zh"]}, {"seat": "F1"}])
def test_a_hello_of_the_wrong_shape_is_no_hello(hello):
    talk = Talk(greeted=False)
    assert talk.faults(talk.hears(t="hello", **hello)) == list(hello)


def test_an_unknown_command_is_told_apart_from_one_that_belongs_elsewhere(talk):
    assert talk.error(talk.commands("give-mark", n=4)) | {"n": 4} == talk.error(talk.commands("give-mark", n=4))
    assert talk.error(talk.commands("give-mark"))["reason"] == "command-unknown"
    for name in ELSEWHERE:
        assert talk.error(talk.commands(name))["reason"] == "command-elsewhere"


@pytest.mark.parametrize(
    ("changed", "places"),
    [
        ({"value": 8}, ["body.value"]),
        ({"value": 8.5, "code": 7}, ["body.code", "body.value"]),
        ({"value": None}, ["body.value"]),
        ({"device_at": 1.5}, ["body.device_at"]),
        ({"device_at": True}, ["body.device_at"]),
        ({"device_at": 2**60}, ["body.device_at"]),
        ({"code": "0" * 201}, ["body.code"]),
        ({"code": "0\x007"}, ["body.code"]),
        ({"seat": "F2"}, ["body.seat"]),
        ({"contest": "other"}, ["body.contest"]),
        ({"judge": "me", "now": 1}, ["body.judge", "body.now"]),
    ],
)
def test_every_wrong_field_of_a_command_is_named_with_its_counter(talk, changed, places):
    heard = talk.commands("enter-mark", n=9, **MARK | changed)
    error = talk.error(heard)
    assert (error["reason"], error["n"]) == ("command-shape", 9)
    assert talk.faults(heard) == places
    assert talk.session.in_flight == 0


def test_every_missing_field_of_a_command_is_named(talk):
    assert talk.faults(talk.commands("enter-mark")) == ["body.panel", "body.code", "body.aspect", "body.value"]


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ({"pairs": "07"}, ["body.pairs"]),
        ({"pairs": [["07", "e1"], ["08"]]}, ["body.pairs[1]"]),
        ({"pairs": [["07", 1], [2, "e2"]]}, ["body.pairs[0][1]", "body.pairs[1][0]"]),
        ({"pairs": [], "commitment": "xyz"}, ["body.commitment"]),
        ({"pairs": [], "commitment": "abc"}, ["body.commitment"]),
        ({"pairs": [], "commitment": b"\x00"}, ["body.commitment"]),
    ],
)
def test_faults_in_lists_have_their_places(body, places):
    talk = Talk(seat="", encoding=MSGPACK)
    assert talk.faults(talk.commands("draw-codes", **body)) == places


def test_faults_in_maps_have_their_places():
    talk = Talk(seat="")
    marks = [{"panel": "p", "seat": 1, "code": "07", "aspect": "a", "old": "1", "value": "2"}, {"panel": "p"}, 5]
    places = talk.faults(talk.commands("make-correction", ruling="r", marks=marks))
    assert places[0] == "body.marks[0].seat"
    assert places[1:6] == [f"body.marks[1].{name}" for name in ("seat", "code", "aspect", "old", "value")]
    assert places[6] == "body.marks[2]"


def test_no_note_is_written_for_a_command_with_a_fault():
    talk = Talk(seat="")
    talk.commands("reopen-sheet", panel="process", code=7, seat="F1", note="told me so")
    assert talk.notes == []


def test_a_note_that_cannot_be_kept_is_refused_with_its_reason():
    talk = Talk(seat="")
    error = talk.error(talk.commands("reopen-sheet", n=3, panel="process", code="07", seat="F1", note="unreadable"))
    assert (error["reason"], error["n"]) == ("text-unreadable", 3)


def test_faults_without_end_are_told_up_to_a_limit():
    talk = Talk(seat="")
    assert len(talk.faults(talk.commands("set-batch", batch="1", entries=[1] * 5000))) == 20
