"""Bodies survive the way to bytes and back, in today's shape and in older ones."""

from dataclasses import dataclass
from typing import get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.decision import fields_of
from domain.notes import NO_NOTE, Note
from domain.recorded import Recorded
from ledger.codec import Codec, digest, pack, unpack
from ledger.errors import RecordDamaged
from ledger.event_names import CODEC, EVENT_NAMES
from tests.ledger.tiny import Close, Mark, Marked, Remark, Remarked

TEXT = st.text(st.characters(codec="utf-8"))
PLAIN = {str: TEXT, int: st.integers(-(2**63), 2**63 - 1), bool: st.booleans(), bytes: st.binary()}


def _values(hint):
    if get_origin(hint) is tuple:
        inner = get_args(hint)
        if inner[-1] is ...:
            return st.lists(_values(inner[0]), max_size=3).map(tuple)
        return st.tuples(*map(_values, inner))
    return st.builds(Note, TEXT, st.binary()) if hint is Note else PLAIN[getattr(hint, "__supertype__", hint)]


def _events(cls):
    hints = get_type_hints(cls)
    return st.builds(cls, *(_values(hints[name]) for name in fields_of(cls)))


@given(st.one_of(*map(_events, EVENT_NAMES.values())))
def test_every_event_comes_back_equal_and_of_its_own_types(event):
    name, body = CODEC.encode(event)
    back = CODEC.decode(name, body)
    assert back == event
    assert type(back) is type(event)
    assert [type(getattr(back, name)) for name in fields_of(type(event))] == [
        type(getattr(event, name)) for name in fields_of(type(event))
    ]


def test_a_body_is_the_msgpack_array_of_the_fields_in_order():
    assert CODEC_OF_TESTS.encode(Marked("a1", "8.5")) == ("marked/1", b"\x92\xa2a1\xa38.5")


CODEC_OF_TESTS = Codec({"marked/1": Marked, "remarked/1": Remarked})


def test_a_note_comes_back_as_a_note():
    note = Note("doc-1", b"\x01" * 32)
    back = CODEC_OF_TESTS.decode(*CODEC_OF_TESTS.encode(Remarked(note)))
    assert type(back.note) is Note
    assert back.note.seal == b"\x01" * 32


def test_a_field_added_later_takes_its_default_in_older_bodies():
    assert CODEC_OF_TESTS.decode("remarked/1", pack([])) == Remarked(NO_NOTE)


@dataclass(slots=True)
class Weighed:
    grams: int
    scale: str


def test_an_old_shape_is_read_as_todays_and_never_written_again():
    codec = Codec(
        {"weighed/1": Weighed, "weighed/2": Weighed},
        {"weighed/1": lambda old: (int(old[0] * 1000), "hall")},  # kilograms once
    )
    assert codec.decode("weighed/1", pack([2])) == Weighed(2000, "hall")
    assert codec.decode("weighed/2", pack([2, "hall"])) == Weighed(2, "hall")
    assert codec.encode(Weighed(2, "hall")) == ("weighed/2", pack([2, "hall"]))


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("unheard-of/1", pack(["a", "8"])),
        ("marked/1", pack(["a", "8", "one too many"])),
        ("marked/1", pack(["a"])),
        ("marked/1", b"\xc1"),
        ("marked/1", b""),
        ("marked/1", pack(["a", "8"]) + b"\x00"),
        ("marked/1", pack(7)),
        ("remarked/1", pack([["doc-1"]])),
    ],
)
def test_what_does_not_fit_its_name_is_damage_and_names_its_place(name, body):
    with pytest.raises(RecordDamaged):
        CODEC_OF_TESTS.decode(name, body)
    with pytest.raises(RecordDamaged, match="event 41"):
        list(CODEC_OF_TESTS.recorded([(41, "s1", 1, name, body, 5)]))


def test_a_row_becomes_an_event_with_its_place():
    row = (41, "s1", 3, "marked/1", pack(["a", "8"]), 5)
    assert list(CODEC_OF_TESTS.recorded([row])) == [Recorded(41, "s1", 3, 5, Marked("a", "8"))]


def test_the_digest_of_a_command_covers_its_name_and_every_field():
    same = digest("mark", Mark("c", "s", "a", "8"))
    assert same == digest("mark", Mark("c", "s", "a", "8"))
    others = [
        digest("other", Mark("c", "s", "a", "8")),
        digest("mark", Mark("c", "s", "a", "9")),
        digest("mark", Mark("c", "sa", "", "8")),
        digest("mark", Close("c")),
        digest("mark", Remark("c", Note("d", b""))),
    ]
    assert len({same, *others}) == len(others) + 1


def test_the_digest_reaches_into_commands_made_of_parts():
    @dataclass(frozen=True, slots=True)
    class Register:
        entries: tuple[Close, ...]

    assert digest("register", Register((Close("c"),))) != digest("register", Register((Close("d"),)))


def test_a_command_cannot_carry_what_has_no_stored_form():
    with pytest.raises(TypeError):
        digest("mark", Mark("c", "s", "a", object()))  # type: ignore[arg-type]


def test_numbers_keep_their_canonical_text():
    assert unpack(CODEC_OF_TESTS.encode(Marked("a", "8.50"))[1]) == ["a", "8.50"]
