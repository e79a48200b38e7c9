"""Whoever changes the file behind the registry's back is found out, loudly, wherever it is read."""

import sqlite3
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.errors import Tampered
from registry.keys import BoxKey, MasterKey


def behind_the_back(registry, *statements):
    with closing(sqlite3.connect(registry._folder / "registry.sqlite", isolation_level=None)) as db:
        for statement in statements:
            assert db.execute(statement).rowcount


@pytest.fixture
def two(registry):
    registry.people.write_all({"p1": {"name": "一"}, "p2": {"name": "二"}}, by="wang")
    return registry


OTHER = "(SELECT {} FROM sealed WHERE id = 'p2')"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE sealed SET box = zeroblob(length(box)) WHERE id = 'p1'",
        "UPDATE sealed SET box = x'' WHERE id = 'p1'",
        "UPDATE sealed SET box = substr(box, 1, length(box) - 1) WHERE id = 'p1'",
        f"UPDATE sealed SET box = {OTHER.format('box')} WHERE id = 'p1'",
        f"UPDATE sealed SET key = {OTHER.format('key')} WHERE id = 'p1'",
        f"UPDATE sealed SET (key, box) = {OTHER.format('key, box')} WHERE id = 'p1'",
        "UPDATE keys SET wrapped = zeroblob(76) WHERE number = 1",
        "UPDATE keys SET wrapped = (SELECT wrapped FROM keys WHERE number = 2) WHERE number = 1",
        "DELETE FROM keys WHERE number = 1",
    ],
)
def test_a_changed_moved_or_missing_box_or_key_is_never_read_as_something_else(two, statement):
    behind_the_back(two, statement)
    for read in (
        lambda: two.people.names(["p1"], by="zhao", why="list"),
        lambda: two.people.names(["p1"], public=True),
        lambda: two.people.fields("p1", by="zhao", why="list"),
        lambda: two.people.seal("p1"),
        lambda: two.people.agrees("p1", bytes(32)),
        lambda: two.backup(two._folder.parent / "copy"),
    ):
        with pytest.raises(Tampered):
            read()
    assert two.people.names(["p2"], by="zhao", why="list") == {"p2": "二"}


def test_a_persons_box_renamed_to_another_person_does_not_open(two):
    behind_the_back(two, "DELETE FROM sealed WHERE id = 'p2'", "UPDATE sealed SET id = 'p2' WHERE id = 'p1'")
    with pytest.raises(Tampered, match="person p2"):
        two.people.names(["p2"], public=True)


def test_a_document_passed_off_as_an_account_does_not_open(registry):
    note = registry.documents.write("漏评", by="wang")
    behind_the_back(registry, "UPDATE sealed SET kind = 'account'")
    with pytest.raises(Tampered):
        registry.accounts.display_names([note.document], public=True)


def test_what_is_said_about_tampering_holds_an_id_and_no_content(two):
    behind_the_back(two, "UPDATE sealed SET box = zeroblob(length(box)) WHERE id = 'p1'")
    with pytest.raises(Tampered) as raised:
        two.people.names(["p1"], public=True)
    assert str(raised.value) == "person p1 does not open"


KEY = MasterKey(bytes(32), lambda n: b"\x07" * n)
BOX_KEY = BoxKey(b"k" * 32, b"s" * 16)


@given(st.binary(max_size=60), st.data())
def test_every_single_flipped_bit_of_a_box_is_noticed(plain, data):
    box = bytearray(KEY.close_box(BOX_KEY, plain, "person", "p1"))
    assert KEY.open_box(BOX_KEY, bytes(box), "person", "p1") == plain
    bit = data.draw(st.integers(0, len(box) * 8 - 1))
    box[bit // 8] ^= 1 << bit % 8
    with pytest.raises(Tampered):
        KEY.open_box(BOX_KEY, bytes(box), "person", "p1")


@given(st.integers(0, 76 * 8 - 1))
def test_every_single_flipped_bit_of_a_wrapped_key_is_noticed(bit):
    wrapped = bytearray(KEY.wrap(BOX_KEY, 5))
    assert KEY.unwrap(bytes(wrapped), 5) == BOX_KEY
    wrapped[bit // 8] ^= 1 << bit % 8
    with pytest.raises(Tampered):
        KEY.unwrap(bytes(wrapped), 5)
