"""What happens elsewhere reaches the judges it concerns: modules, codes, and changes of their own sheets."""

import json
import time

from domain.codes.commands import DrawCodes
from domain.contest.commands import CloseModule, OpenModule, ReopenModule, SetBatch, WithdrawEntry
from domain.panels.commands import StatePerformance
from domain.sheets.commands import ReopenSheet
from judges_console.live.news import ROUND_S
from tests.judges_console.judge import connected, judging
from tests.support.small import CHIEF, CODER, CODES, FLOOR, ORGANISER, SCORERS, WHY, C


def _nothing_more(judge):
    """Waits two rounds out, then listens until a pong: nothing else may have come."""
    time.sleep(2 * ROUND_S)
    judge.says(t="ping", at=1)
    assert judge.hears()["t"] == "pong"


def test_opening_and_closing_a_module_is_told_to_its_panels_alone(house):
    house.opened().does(CODER, DrawCodes(C, tuple(CODES.items())))
    with judging(house, FLOOR[0]) as floor, judging(house, SCORERS[0]) as scorer:
        for command, is_open in (
            (OpenModule(C, "task"), True),
            (CloseModule(C, "task"), False),
            (ReopenModule(C, "task", WHY), True),
        ):
            house.does(CHIEF, command)
            assert floor.hears("module") == scorer.hears("module") == {"t": "module", "id": "task", "open": is_open}
        house.does(CHIEF, OpenModule(C, "theory"))
        _nothing_more(floor)


def test_a_sheet_reopened_by_the_chief_judge_is_told_with_its_reason(house):
    house.marked()
    with judging(house, SCORERS[0]) as judge, judging(house, SCORERS[1]) as other:
        house.does(CHIEF, ReopenSheet(C, "product", "07", "S1", WHY))
        sheet = judge.hears()
        assert (sheet["t"], sheet["code"], sheet["state"], sheet["reason"]) == (
            "sheet",
            "07",
            "reopened",
            "chief-judge",
        )
        assert sheet["marks"]["q1"]["value"] == "50"
        _nothing_more(other)


def test_floor_judges_who_disagree_both_hear_on_which_aspects(house):
    house.prepared()
    with judging(house, FLOOR[0]) as one, judging(house, FLOOR[1]) as other:
        for judge, value in ((one, "8"), (other, "9")):
            judge.marks("07", "p1", "5")
            judge.marks("07", "p2", value)
            judge.gives("sign-sheet", panel="process", code="07")
        for judge in (one, other):
            while (sheet := judge.hears("sheet"))["state"] != "reopened":
                pass
            assert (sheet["reason"], sheet["aspects"]) == ("disagreement", ["p2"])


def test_own_marks_are_not_told_again_but_those_of_the_seats_other_device_are(house):
    house.prepared()
    with judging(house, FLOOR[0]) as tablet, judging(house, FLOOR[0]) as phone:
        tablet.marks("07", "p1", "8")
        sheet = phone.hears()
        assert (sheet["t"], sheet["marks"]["p1"]["value"]) == ("sheet", "8")
        _nothing_more(tablet)


def test_codes_drawn_and_batches_set_bring_their_sheets(house):
    house.opened()
    with judging(house, FLOOR[0]) as judge:
        house.does(CODER, DrawCodes(C, (("07", "e1"),)))
        assert judge.hears("sheet")["code"] == "07"
        house.does(ORGANISER, SetBatch(C, "b1", ("e1",)))
        assert judge.hears("sheet")["batch"] == "b1"


def test_a_stated_performance_and_a_withdrawal_show_on_the_sheet(house):
    house.prepared()
    with judging(house, FLOOR[0]) as judge:
        house.does(CHIEF, StatePerformance(C, "task", "07", "dns", WHY))
        sheet = judge.hears("sheet")
        assert (sheet["code"], sheet["status"]) == ("07", "dns")
        house.does(CHIEF, WithdrawEntry(C, "e2", WHY))
        withdrawn = {frame["code"]: frame["status"] for frame in (judge.hears("sheet"), judge.hears("sheet"))}
        assert withdrawn == {"07": "dns", "12": "withdrawn"}


def test_what_happened_between_two_connections_is_on_the_sheets(house):
    house.prepared()
    visitor = house.as_(FLOOR[0])
    with connected(visitor) as judge:
        judge.greets()
        judge.marks("07", "p1", "8")
    house.does(CHIEF, CloseModule(C, "task"))
    with connected(visitor) as judge:
        assert judge.greets()["module"]["open"] is False
        assert judge.sheets()["07"]["marks"]["p1"]["value"] == "8"


def test_a_judge_hears_nothing_of_entries_before_the_decoding(house):
    house.prepared()
    with judging(house, FLOOR[0]) as judge:
        told = json.dumps([judge.sheets(), judge.marks("07", "p1", "8")], ensure_ascii=False)
    assert not any(word in told for word in ("e1", "e2", "王一", "李二", "合肥"))


def test_whoever_leaves_and_comes_straight_back_is_not_let_go(house):
    house.prepared()
    visitor = house.as_(FLOOR[0])
    with connected(visitor) as old, connected(visitor) as new:
        old.greets()
        assert old.asks("leave-seat", panel="process")["outcome"] == "accepted"
        assert new.greets()["t"] == "welcome"
        assert old.hears("bye")["reason"] == "seat-left"
        _nothing_more(new)
        assert new.marks("07", "p1", "8", n=9)["outcome"] == "accepted"


def test_a_record_that_cannot_be_read_for_a_while_is_told_and_news_go_on_after(house, monkeypatch):
    house.prepared()
    with judging(house, FLOOR[0]) as judge:
        _nothing_more(judge)
        with monkeypatch.context() as broken:
            broken.setattr(house.parts.record.codec, "decode", lambda *_: 1 / 0)
            house.asks(CHIEF, CloseModule(C, "theory"))
            assert judge.hears("bye")["reason"] == "record-unreadable"
    with judging(house, FLOOR[0]) as judge:
        house.does(CHIEF, CloseModule(C, "task"))
        assert judge.hears("module")["open"] is False
