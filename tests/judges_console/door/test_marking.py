"""Marks and signatures over the judges' socket: what the receipt says is what the record holds."""

import pytest

from domain.contest.commands import SetBatch
from domain.sheets.events import MarkChanged, MarkEntered, SheetOpened
from judges_console.notes import NOTES
from tests.judges_console.judge import JSON, MSGPACK, connected, judging
from tests.support.small import CHIEF, CLERK, FLOOR, ORGANISER, SCORERS, C
from web.people import person_of


@pytest.fixture(params=[JSON, MSGPACK])
def judge(house, request):
    house.prepared()
    with judging(house, FLOOR[0], request.param) as judge:
        yield judge


def _events(house, receipt):
    last = receipt["position"]
    stored = house.parts.record.receipt_of(last)
    return [recorded.event for recorded in house.parts.record.recorded(stored.first - 1, last)]


def test_a_mark_is_answered_with_its_number_its_time_and_the_value_in_the_record(house, judge):
    receipt = judge.marks("07", "p1", "8.0", n=1)
    opened, entered = _events(house, receipt)
    assert type(opened) is SheetOpened
    assert entered == MarkEntered("p1", "8", 1, 1, 0)
    stored = house.parts.record.receipt_of(receipt["position"])
    assert receipt == {
        "t": "receipt", "n": 1, "outcome": "accepted", "position": stored.first + 1, "at": stored.at, "value": "8",
    }  # fmt: skip
    assert (stored.account, stored.role, stored.seat) == ("fay", "floor_judge", "process.F1")


def test_a_changed_mark_keeps_the_old_value_readable(house, judge):
    judge.marks("07", "p1", "8")
    assert _events(house, judge.marks("07", "p1", "9")) == [MarkChanged("p1", "8", "9", 1, 1, 0)]


def test_the_same_value_under_a_new_number_changes_nothing(house, judge):
    judge.marks("07", "p1", "8")
    before = house.parts.record.head().position
    receipt = judge.marks("07", "p1", "8.00")
    assert (receipt["outcome"], receipt["position"], receipt["value"]) == ("accepted", 0, "8")
    assert house.parts.record.head().position == before


def test_the_same_command_again_gets_the_same_receipt(house, judge):
    first = judge.marks("07", "p1", "8", n=5)
    judge.marks("07", "p1", "9", n=6)
    assert judge.marks("07", "p1", "8", n=5) == first
    assert judge.sheets()["07"]["marks"]["p1"]["value"] == "9"


def test_the_same_refused_command_again_gets_the_same_refusal(house, judge):
    first = judge.marks("07", "p1", "21", n=5)
    entry = house.parts.record.head().entry
    assert judge.marks("07", "p1", "21", n=5) == first
    assert first["reason"] == "mark-outside-range"
    assert first["details"] == {"found": "21", "low": "0", "high": "20"}
    assert house.parts.record.head().entry == entry


def test_another_command_under_a_known_number_is_refused_and_not_recorded(house, judge):
    judge.marks("07", "p1", "8", n=5)
    entry = house.parts.record.head().entry
    receipt = judge.marks("07", "p1", "9", n=5)
    assert (receipt["outcome"], receipt["reason"]) == ("refused", "command-id-reused")
    assert house.parts.record.head().entry == entry
    assert judge.marks("07", "p1", "9")["outcome"] == "accepted"


def test_numbers_need_not_come_in_order_nor_without_gaps(judge):
    assert judge.marks("07", "p1", "8", n=900)["outcome"] == "accepted"
    assert judge.marks("07", "p2", "7", n=3)["outcome"] == "accepted"


def test_many_commands_at_once_are_each_answered_once(judge):
    asked = {judge.gives("enter-mark", panel="process", code="07", aspect="p1", value=str(n % 21)) for n in range(60)}
    receipts = [judge.hears("receipt") for _ in asked]
    assert {receipt["n"] for receipt in receipts} == asked
    values = {receipt["n"]: receipt["value"] for receipt in receipts}
    assert values == {n: str((n - 1) % 21) for n in asked}


def test_a_signed_sheet_takes_no_more_marks(judge):
    judge.marks("07", "p1", "8")
    assert judge.signs("07")["reason"] == "marks-missing"
    judge.marks("07", "p2", "7")
    signed = judge.signs("07")
    assert signed["outcome"] == "accepted"
    assert signed["position"] > 0
    assert "value" not in signed
    refused = judge.marks("07", "p1", "9")
    assert refused["reason"] == "sheet-signed"
    assert refused["zh"]
    assert refused["en"]


def test_a_judge_leaves_the_seat_and_is_let_go(judge):
    judge.gives("leave-seat", panel="process")
    assert judge.hears("receipt")["outcome"] == "accepted"
    assert judge.hears("bye")["reason"] == "seat-left"
    assert judge.closed_with()[0] == 4403


# -- sheets


def test_sheets_show_what_the_record_holds(judge):
    receipt = judge.marks("07", "p1", "8")
    judge.marks("12", "p1", "3")
    judge.marks("12", "p2", "4")
    judge.signs("12")
    sheets = judge.sheets()
    assert sheets["07"]["state"] == "open"
    assert sheets["07"]["marks"] == {"p1": {"value": "8", "position": receipt["position"], "at": receipt["at"]}}
    assert sheets["12"]["state"] == "signed"


def test_a_sheet_nobody_has_opened_is_waiting(judge):
    sheet = judge.sheets()["07"]
    assert sheet.pop("t") == "sheet"
    empty = {"marks": {}, "batch": "", "reason": "", "aspects": [], "status": ""}
    assert sheet == {"code": "07", "state": "waiting"} | empty


def test_sheets_come_batch_by_batch(house):
    house.prepared()
    house.does(ORGANISER, SetBatch(C, "b1", ("e2",)))
    with judging(house, FLOOR[0]) as judge:
        sheets = judge.sheets()
    assert [(code, sheet["batch"]) for code, sheet in sheets.items()] == [("12", "b1"), ("07", "")]


def test_each_seat_sees_its_own_marks_alone(house):
    house.prepared()
    with judging(house, FLOOR[0]) as one, judging(house, FLOOR[1]) as other:
        one.marks("07", "p1", "8")
        assert other.sheets()["07"]["marks"] == {}


# -- what officials do, with their reasons


def test_a_reason_is_kept_in_the_registry_and_only_its_seal_in_the_record(house):
    house.prepared()
    with judging(house, SCORERS[0]) as judge:
        judge.marks("07", "q1", "50", panel="product")
        judge.signs("07", panel="product")
    with judging(house, CHIEF) as chief:
        receipt = chief.asks("reopen-sheet", panel="product", code="07", seat="S1", note=" 看错了工位 ")
    event = _events(house, receipt)[0]
    assert house.parts.registry.documents.read(event.note.document, CHIEF.account) == "看错了工位"
    assert house.parts.registry.documents.agrees(event.note)
    assert house.parts.registry.documents.about(person_of(C, "e1")) == [event.note.document]


def test_a_command_with_a_reason_is_known_again(house):
    house.prepared()
    with judging(house, SCORERS[0]) as judge:
        judge.marks("07", "q1", "50", panel="product")
        judge.signs("07", panel="product")
    body = {"panel": "product", "code": "07", "seat": "S1"}
    visitor = house.as_(CHIEF)
    with connected(visitor) as chief:
        chief.greets(contest=C)
        first = chief.asks("reopen-sheet", n=3, **body, note="misread")
        assert chief.asks("reopen-sheet", n=3, **body, note="misread ") == first
        refused = chief.asks("reopen-sheet", n=4, **body, note="misread")
        assert refused["reason"] == "sheet-not-signed"
        assert chief.asks("reopen-sheet", n=4, **body, note="misread") == refused
        assert chief.asks("reopen-sheet", n=3, **body, note="another")["reason"] == "command-id-reused"


def test_nobody_fills_the_disk_with_the_reasons_of_what_is_refused(house):
    house.prepared()
    with judging(house, FLOOR[0]) as judge:
        answers = [
            judge.asks("reopen-sheet", panel="process", code="07", seat="F1", note=f"{number}")
            for number in range(2 * NOTES)
        ]
        assert {answer["t"] for answer in answers} == {"receipt", "busy"}
        assert answers[-1]["retry_after_ms"] >= 1000
        assert judge.marks("07", "p1", "8")["outcome"] == "accepted"
    kept = house.parts.registry.documents.about(person_of(C, "e1"))
    assert len(kept) == sum(answer["t"] == "receipt" for answer in answers) < 2 * NOTES


def test_a_reason_that_is_missing_is_the_rules_to_refuse(house):
    house.marked()
    with judging(house, CHIEF) as chief:
        refused = chief.asks("reopen-sheet", panel="product", code="07", seat="S1", note="  ")
    assert refused["reason"] == "reason-missing"


def test_the_entry_clerk_sends_a_score_file_row_by_row_in_one_command(house):
    house.prepared()
    with judging(house, CLERK) as clerk:
        rows = [["07", "score", "80"], ["12", "score", "90.5"]]
        assert clerk.asks("enter-scores", panel="paper", rows=rows)["outcome"] == "accepted"
        assert clerk.asks("enter-scores", panel="paper", rows=[*rows, ["13", "score", "1"]])["reason"] == "unknown-code"


def test_an_official_gives_no_marks(house):
    house.prepared()
    with judging(house, CHIEF) as chief:
        refused = chief.asks("enter-mark", panel="process", code="07", seat="F1", aspect="p1", value="8")
    assert refused["reason"] == "not-your-part"
