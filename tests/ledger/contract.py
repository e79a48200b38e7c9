"""What any engine must do that keeps the record: put one through by giving StoreContract an `engine` fixture.

`engine.owned()` opens the one store that writes, `engine.reading()` one beside it, `engine.reopened()` closes
everything and opens the writer anew.
"""

from __future__ import annotations

import hashlib

import pytest

from domain.errors import Conflict
from ledger.chain import GENESIS, link
from ledger.store.shapes import ENDLESS, Batch, Head

DIGEST = hashlib.sha256(b"what was asked").digest()


def batch(store, *writings, needs=()):
    """Receipts chained onto a store's head, one per writing: ((stream, version), …), claims."""
    written, head = Batch(needs=set(needs)), store.head()
    for streams, claims in writings:
        entry, at = head.entry + 1, 1_000_000 * (head.entry + 1)
        rows = [
            (head.position + n, stream, v, "marked/1", b"\x92\xa1a\xa18", at)
            for n, (stream, v) in enumerate(streams, 1)
        ]
        columns = (
            *(entry, at, "a1", "scoring_judge", "S1", f"d{entry % 3}", entry, DIGEST),
            *("accepted", "", b"\x80", rows[0][0] if rows else 0, len(rows)),
        )
        chained = link(head.hash, columns, rows, claims)
        written.receipts.append((*columns, chained))
        written.events += rows
        written.claims += [(claim, entry) for claim in claims]
        head = Head(head.position + len(rows), entry, chained, at)
    return written


def everything(store):
    return (
        store.rows(0, ENDLESS, 1000),
        store.receipts(0, ENDLESS, 1000),
        sorted(store.claims(ENDLESS)),
    )


class StoreContract:
    @pytest.fixture
    def store(self, engine):
        return engine.owned()

    def test_an_empty_record_ends_before_its_first_entry(self, store):
        assert store.head() == Head(0, 0, GENESIS, 0)
        assert everything(store) == ([], [], [])
        assert store.position_at(ENDLESS) == 0
        assert store.receipt_of(1) is None

    def test_what_is_read_is_what_was_written(self, store):
        first = batch(store, ([("s1", 1), ("s2", 1)], ["key:1"]), ([], ["key:2", "key:0"]))
        store.append(first)
        second = batch(store, ([("s1", 2)], []))
        store.append(second)
        assert everything(store) == (
            first.events + second.events,
            first.receipts + second.receipts,
            sorted(first.claims + second.claims),
        )

    def test_what_is_written_is_there_after_reopening(self, engine, store):
        store.append(batch(store, ([("s1", 1)], ["key:1"])))
        before = everything(store), store.head()
        again = engine.reopened()
        assert (everything(again), again.head()) == before

    def test_the_head_is_the_last_entry(self, store):
        written = batch(store, ([("s1", 1), ("s1", 2)], []), ([], []))
        store.append(written)
        assert store.head() == Head(2, 2, written.receipts[-1][-1], 2_000_000)

    def test_more_rows_than_fit_one_statement_arrive_whole(self, store):
        written = batch(store, *[([(f"s{n}", 1), (f"s{n}", 2)], [f"key:{n}"]) for n in range(150)])
        store.append(written)
        assert everything(store) == (written.events, written.receipts, sorted(written.claims))

    def test_a_version_written_twice_is_a_conflict_and_nothing_is_written(self, store):
        store.append(batch(store, ([("s1", 1)], [])))
        before = everything(store)
        with pytest.raises(Conflict):
            store.append(batch(store, ([("s2", 1)], ["key:1"]), ([("s1", 1)], [])))
        assert everything(store) == before

    def test_a_claim_is_taken_once_ever(self, store):
        store.append(batch(store, ([], ["closed:c/1"])))
        before = everything(store)
        with pytest.raises(Conflict):
            store.append(batch(store, ([("s1", 1)], ["closed:c/1"])))
        assert everything(store) == before

    def test_nothing_is_written_that_needs_a_taken_key(self, store):
        store.append(batch(store, ([], ["closed:c/1"])))
        before = everything(store)
        with pytest.raises(Conflict):
            store.append(batch(store, ([("s1", 1)], []), needs=["left:c/S1/1", "closed:c/1"]))
        assert everything(store) == before

    def test_a_key_needed_and_taken_later_in_the_same_commit_is_in_order(self, store):
        store.append(batch(store, ([("s1", 1)], []), ([], ["closed:c/1"]), needs=["closed:c/1"]))
        assert store.claims(ENDLESS) == [("closed:c/1", 2)]

    def test_many_needed_keys_are_all_looked_at(self, store):
        store.append(batch(store, ([], ["key:199"])))
        with pytest.raises(Conflict):
            store.append(batch(store, ([("s1", 1)], []), needs=[f"key:{n}" for n in range(200)]))

    def test_a_commands_id_is_written_once_ever(self, store):
        store.append(batch(store, ([], [])))
        again = batch(store, ([], []))
        entry, at, *rest = again.receipts[0]
        again.receipts = [(entry, at, *rest[:3], "d1", 1, *rest[5:])]
        with pytest.raises(Conflict):
            store.append(again)

    def test_positions_and_entries_have_no_gaps(self, store):
        for table in ("events", "receipts"):
            gap = batch(store, ([("s1", 1)], []))
            row, *_ = getattr(gap, table)
            setattr(gap, table, [(row[0] + 1, *row[1:])])
            with pytest.raises(Conflict):
                store.append(gap)
        assert everything(store) == ([], [], [])

    def test_pages_begin_after_one_and_end_with_another(self, store):
        store.append(batch(store, *[([(f"s{n}", 1)], []) for n in range(6)]))
        assert [row[0] for row in store.rows(2, 5, 2)] == [3, 4]
        assert [row[0] for row in store.rows(4, 5, 9)] == [5]
        assert [row[0] for row in store.receipts(2, 5, 2)] == [3, 4]

    def test_a_stream_is_read_in_order_of_its_versions(self, store):
        store.append(batch(store, ([("s1", 1), ("s2", 1), ("s1", 2)], []), ([("s1", 3)], [])))
        assert [(row[0], row[2]) for row in store.stream("s1")] == [(1, 1), (3, 2), (4, 3)]
        assert store.stream("s3") == []

    def test_a_receipt_is_found_by_its_commands_id(self, store):
        written = batch(store, ([], []), ([], []))
        store.append(written)
        assert store.receipt("d2", 2) == written.receipts[1]
        assert store.receipt("d2", 1) is None

    def test_each_devices_highest_counter_is_known(self, store):
        store.append(batch(store, *[([], []) for _ in range(5)]))
        assert store.counters() == {"d1": 4, "d2": 5, "d0": 3}

    def test_an_event_leads_to_its_receipt_past_refusals_and_empty_ones(self, store):
        sizes = [0, 2, 0, 0, 1, 3, 0, 1, 0]
        versions = iter(range(1, 100))
        store.append(batch(store, *[([("s1", next(versions)) for _ in range(size)], []) for size in sizes]))
        found = [store.receipt_of(position) for position in range(9)]
        assert [row and row[0] for row in found] == [None, 2, 2, 5, 6, 6, 6, 8, None]

    def test_a_time_leads_to_the_last_position_before_it(self, store):
        store.append(batch(store, ([("s1", 1), ("s1", 2)], []), ([], []), ([("s1", 3)], [])))
        times = [999_999, 1_000_000, 2_999_999, 3_000_000, 9_000_000]
        assert [store.position_at(at) for at in times] == [0, 2, 2, 3, 3]

    def test_a_reader_beside_the_writer_sees_each_commit_and_is_told_of_it(self, engine, store):
        beside = engine.reading()
        watch = beside.watch()
        assert not watch.changed()
        store.append(batch(store, ([("s1", 1)], [])))
        assert watch.changed()
        assert not watch.changed()
        assert everything(beside) == everything(store)
        watch.close()

    def test_a_sound_engine_finds_no_fault_with_itself(self, store):
        store.append(batch(store, ([("s1", 1)], ["key:1"])))
        assert store.faults() == []
