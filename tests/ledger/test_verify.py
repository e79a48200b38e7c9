"""Verifying reads everything, tells how far it is, and works from outside beside a running desk."""

import subprocess
import sys
import threading

import pytest

from ledger.chain import link
from ledger.errors import NoRecord
from ledger.store import examination
from ledger.store.examination import Noted
from ledger.store.shapes import Batch
from ledger.store.sqlite import SQLiteStore
from ledger.verify import verify
from tests.ledger.contract import batch
from tests.ledger.tiny import CODEC, Close, mark, opened, order


def test_a_sound_record_has_no_fault_and_its_end_is_named(record, desk, folder):
    for n in range(1, 5):
        desk.ask_and_wait(mark(n, "a1", str(n)))
    desk.ask_and_wait(order(9, Close("c")))
    verdict = verify(folder, codec=CODEC)
    assert verdict.is_sound
    assert verdict.head == record.head()
    assert verdict.claims == 1


def test_progress_is_told_up_to_the_end(record, desk, folder, monkeypatch):
    monkeypatch.setattr(examination, "_STEP", 2)
    for n in range(1, 5):
        desk.ask_and_wait(mark(n))
    told = []
    verify(folder, lambda done, all_: told.append((done, all_)), codec=CODEC)
    assert told == [(2, 5), (4, 5), (5, 5)]


def test_a_record_is_verified_beside_a_desk_that_goes_on_writing(record, desk, folder):
    stop = threading.Event()

    def judge():
        for n in range(1, 100_000):
            if stop.is_set():
                return
            desk.ask_and_wait(mark(n, sheet=f"s{n % 50}"))

    judging = threading.Thread(target=judge)
    judging.start()
    verdicts = []
    try:
        while judging.is_alive() and record.head().entry < 50:
            verdicts.append(verify(folder, codec=CODEC))
    finally:
        stop.set()
        judging.join()
    assert [verdict.faults for verdict in verdicts] == [()] * len(verdicts)
    assert 0 < verdicts[0].head.entry <= verdicts[-1].head.entry


def test_another_process_verifies_without_the_key_to_the_folder(desk, folder):
    desk.ask_and_wait(mark(1))
    code = (
        "import sys, pathlib, ledger.verify as v, tests.ledger.tiny as t;"
        "print(v.verify(pathlib.Path(sys.argv[1]), codec=t.CODEC).head.entry)"
    )
    ran = subprocess.run([sys.executable, "-c", code, str(folder)], capture_output=True, text=True, check=True)
    assert ran.stdout == "2\n"


def test_an_end_noted_earlier_must_still_be_there(record, desk, folder):
    desk.ask_and_wait(mark(1))
    seen = record.head()
    desk.ask_and_wait(mark(2))
    assert verify(folder, noted=Noted(seen.entry, seen.hash), codec=CODEC).is_sound
    gone = verify(folder, noted=Noted(seen.entry + 7, seen.hash), codec=CODEC)
    assert [fault.place for fault in gone.faults] == [f"entry {seen.entry + 7}"]
    other = verify(folder, noted=Noted(seen.entry, bytes(32)), codec=CODEC)
    assert [fault.place for fault in other.faults] == [f"entry {seen.entry}"]


def test_an_event_nobody_can_read_is_a_fault_even_in_an_intact_chain(desk, folder):
    desk.ask_and_wait(mark(1))
    verdict = verify(folder)  # with the real names, which know no marked/1
    assert [fault.place for fault in verdict.faults] == ["event 2"]
    assert "无法读取" in verdict.faults[0].zh


def _with_one_more(folder, which, column, value):
    """An entry whose link is true though it does not fit: what somebody could write who knows how to chain."""
    store = SQLiteStore.to_write(folder)
    added = batch(store, ([("s1", 1)], []))
    columns = {"receipt": [*added.receipts[0]], "event": [*added.events[0]]}
    columns["receipt"][1] = columns["event"][5] = store.head().at
    columns[which][column] = value
    rows = [tuple(columns["event"])]
    linked = link(store.head().hash, tuple(columns["receipt"][:13]), rows, [])
    store.append(Batch([(*columns["receipt"][:13], linked)], rows))
    store.close()
    return [fault.place for fault in verify(folder, codec=CODEC).faults]


@pytest.fixture
def started(tmp_path):
    """A folder whose record holds the anchor of one start."""
    record, desk = opened(tmp_path)
    desk.start().close()
    record.close()
    return tmp_path


CONTRADICTIONS = {
    "a version left out": ("event", 2, 2),
    "a name nobody knows": ("event", 3, "unheard-of/1"),
    "earlier than the entry before": ("receipt", 1, 5),
    "refused, yet with an event": ("receipt", 8, "refused"),
    "neither accepted nor refused": ("receipt", 8, "perhaps"),
    "accepted, yet with a reason": ("receipt", 9, "late"),
    "details nobody can read": ("receipt", 10, b"\xc1"),
    "details that are no map": ("receipt", 10, b"\x90"),
}


@pytest.mark.parametrize("case", CONTRADICTIONS)
def test_a_chain_computed_anew_hides_nothing_that_contradicts_itself(started, case):
    which, column, value = CONTRADICTIONS[case]
    place = {"event": "event 2", "receipt": "entry 2"}[which]
    assert _with_one_more(started, which, column, value) == [place]


def test_an_entry_that_fits_is_no_fault(started):
    assert _with_one_more(started, "event", 2, 1) == []


def test_there_must_be_something_to_verify(tmp_path):
    with pytest.raises(NoRecord):
        verify(tmp_path)
