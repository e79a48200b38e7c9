"""docs/record.md is enough to verify a record, and what it prints is what we compute."""

import hashlib
import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.notes import Note
from domain.sheets.commands import EnterMark
from ledger.chain import GENESIS, link
from ledger.codec import digest
from ledger.event_names import CODEC
from ledger.store import schema
from ledger.store.sqlite import FILE
from tests.ledger import outside
from tests.ledger.tiny import Close, Remark, mark, order

DOC = (Path(__file__).parents[2] / "docs" / "record.md").read_text(encoding="utf-8")
(PRINTED,) = re.findall(r"```json\n(.*?)```", DOC, re.DOTALL)
VECTORS = json.loads(PRINTED)
RECEIPT_BLOBS, EVENT_BLOBS = {7, 10}, {4}


def _row(columns, blobs):
    return tuple(bytes.fromhex(value) if place in blobs else value for place, value in enumerate(columns))


ENTRIES = [
    (
        _row(entry["receipt"], RECEIPT_BLOBS),
        [_row(event, EVENT_BLOBS) for event in entry["events"]],
        entry["claims"],
        bytes.fromhex(entry["hash"]),
    )
    for entry in VECTORS["entries"]
]


@pytest.mark.parametrize("compute", [link, outside.chained], ids=["ours", "written from the document"])
def test_the_printed_vectors_are_what_is_computed(compute):
    previous = bytes.fromhex(VECTORS["genesis"])
    assert previous == GENESIS == hashlib.sha256(b"biwu record 1").digest()
    for receipt, events, claims, stored in ENTRIES:
        assert compute(previous, receipt, events, claims) == stored
        previous = stored


def test_the_printed_beginning_of_an_entry_is_how_it_begins():
    receipt = ENTRIES[0][0]
    written = b"".join(map(outside.column, [GENESIS, *receipt[:4]])).hex()
    assert written.startswith("00000020f1975f64")
    rest = ["df9873", "000000080000000000000001", "00000008000643fc1f86a000", "00000000", "00000006736572766572"]
    assert written.endswith("".join(rest))


def test_the_printed_bodies_can_be_read_by_name():
    for _, events, _, _ in ENTRIES:
        for _, _, _, name, body, _ in events:
            assert CODEC.encode(CODEC.decode(name, body)) == (name, body)


def test_the_printed_body_and_digest_are_those_of_the_example():
    (_, _, _, name, body, _) = ENTRIES[1][1][0]
    assert name in DOC
    assert body.hex() in DOC.replace(" ", "")
    command = EnterMark("wanbei", "guy-product", "07", "S2", "fastening", "8.5", 1763600001200)
    assert digest("enter-mark", command) == ENTRIES[1][0][7]
    assert ENTRIES[1][0][7].hex() in DOC


def test_the_printed_marks_of_the_file_are_the_files():
    assert f"0x{schema.APPLICATION_ID:08x}" in DOC.lower()
    assert f"now {schema.VERSION};" in DOC


def test_a_verifier_written_from_the_document_agrees_with_a_real_record(record, desk, folder):
    for n in range(1, 6):
        desk.ask_and_wait(mark(n, "a1", str(n)))
    desk.ask_and_wait(order(6, Remark("c", Note("文件", bytes(300)))))
    desk.ask_and_wait(order(7, Close("c")))
    head = record.head()
    assert outside.verified(folder / FILE) == (head.entry, head.hash.hex())


TEXT, NUMBER, BLOB = st.text(st.characters(codec="utf-8")), st.integers(-(2**63), 2**63 - 1), st.binary(max_size=600)
RECEIPTS = st.tuples(
    *(NUMBER, NUMBER, TEXT, TEXT, TEXT, TEXT, NUMBER, BLOB, TEXT, TEXT, BLOB, NUMBER, NUMBER),
)
EVENTS = st.lists(st.tuples(NUMBER, TEXT, NUMBER, TEXT, BLOB, NUMBER), max_size=3)


@given(st.binary(min_size=32, max_size=32), RECEIPTS, EVENTS, st.lists(TEXT, unique=True, max_size=4))
def test_any_entry_is_chained_as_the_document_says(previous, receipt, events, claims):
    assert link(previous, receipt, events, claims) == outside.chained(previous, receipt, events, claims)
    assert link(previous, receipt, events, claims[::-1]) == link(previous, receipt, events, claims)


def test_moving_a_byte_from_one_column_to_the_next_changes_the_link():
    receipt, events, claims, stored = ENTRIES[1]
    moved = (*receipt[:2], "li", "nscoring_judge", *receipt[4:])
    assert link(ENTRIES[0][3], moved, events, claims) != stored
