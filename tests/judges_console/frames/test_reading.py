"""Every command can be given over the wire, in either encoding, and arrives as it was meant."""

from __future__ import annotations

import string
from dataclasses import fields
from typing import get_args, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.commands import COMMANDS
from domain.notes import NO_NOTE, Note
from judges_console.frames import JSON, MSGPACK, BadFrame
from judges_console.reading import ELSEWHERE, ONLY_SEATED, OWN_SEAT, read_command
from judges_console.values import reader
from tests.support.small import C

NAMES = sorted(set(COMMANDS) - ELSEWHERE)
WORDS = st.text(string.ascii_letters + string.digits + "-_ 字é😀", max_size=20)


PLAIN = {
    Note: st.just("note"),
    str: WORDS,
    int: st.integers(-(2**53) + 1, 2**53 - 1),
    bool: st.booleans(),
    bytes: st.binary(max_size=40),
}


def _values(hint):
    """Any value of a field's type, notes as texts."""
    if hint in PLAIN:
        return PLAIN[hint]
    if hasattr(hint, "_fields"):
        return st.builds(hint, *map(_values, get_type_hints(hint).values()))
    inner = get_args(hint)
    if inner[1:] == (...,):
        return st.lists(_values(inner[0]), max_size=3).map(tuple)
    return st.tuples(*map(_values, inner))


def _on_the_wire(value):
    if isinstance(value, bytes):
        return value.hex()
    if hasattr(value, "_asdict"):
        return {name: _on_the_wire(one) for name, one in value._asdict().items()}
    return [_on_the_wire(one) for one in value] if isinstance(value, tuple) else value


@pytest.mark.parametrize("encoding", [JSON, MSGPACK], ids=["json", "msgpack"])
@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=20)  # of each command, in each encoding
@given(data=st.data())
def test_what_is_given_arrives_as_it_was_meant(name, encoding, data):
    hints = get_type_hints(COMMANDS[name])
    meant = {field.name: data.draw(_values(hints[field.name])) for field in fields(COMMANDS[name])}
    meant["contest"] = C
    body = {field: _on_the_wire(value) for field, value in meant.items() if field != "contest"}
    sent = encoding.read(encoding.write({"t": "command", "body": body}))["body"]
    note = Note("t1", b"s")
    seat = "S1" if name in ONLY_SEATED else ""
    read = read_command(name, sent, C, seat, lambda _: note)
    assert read == COMMANDS[name](**{field: note if hints[field] is Note else value for field, value in meant.items()})


@pytest.mark.parametrize("name", sorted(OWN_SEAT))
def test_a_judge_cannot_name_another_seat(name):
    body = {"panel": "process", "code": "07", "aspect": "p1", "value": "8"}
    wanted = {field.name for field in fields(COMMANDS[name])}
    own = {field: value for field, value in body.items() if field in wanted}
    assert read_command(name, own, C, "F1", lambda _: NO_NOTE).seat == "F1"
    assert read_command(name, own | {"seat": "F2"}, C, "", lambda _: NO_NOTE).seat == "F2"


def test_a_type_no_frame_can_carry_is_found_at_once():
    with pytest.raises(TypeError):
        reader(float)


def test_a_ruling_is_filed_from_a_seat_or_in_the_appeals_room():
    body = {"ruling": "r1", "kind": "floor-report", "entry": "e1", "panel": "", "seat": "", "aspect": "", "note": "x"}
    assert read_command("file-ruling", body, "c1", "S1", lambda _: NO_NOTE).kind == "floor-report"
    with pytest.raises(BadFrame) as fault:
        read_command("file-ruling", body, "c1", "", lambda _: NO_NOTE)
    assert fault.value.reason == "command-elsewhere"
