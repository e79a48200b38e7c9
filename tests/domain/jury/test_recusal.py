"""Who may not sit over whom: the same delegation, and declared interests."""

from __future__ import annotations

import pytest

from domain.codes.commands import DecodeCodes, DrawCodes
from domain.codes.decisions import commitment_to, decode_codes
from domain.contest.commands import FixRulebook, LeaveSeat, NewEntry, OpenContest, OpenModule, RegisterEntries, TakeSeat
from domain.contest.events import SeatTaken
from domain.decision import Actor, Asked
from domain.sheets.commands import EnterMark, OpenSheet, SignSheet
from projections.jury.recusals import barred_marks
from tests.support.given import Given
from tests.support.histories import recorded
from tests.support.small import CHIEF, CODER, CODES, ORGANISER, RULEBOOK, SCORERS, C, on, prepared

SEATS = 'seats = ["S1", "S2", "S3"]'
STRICT = RULEBOOK.replace(SEATS, SEATS + '\nmay_not_sit = ["same_delegation", "declared_interest"]')
S1 = SCORERS[0]


def declared(given: Given, delegation: str = "", *interests: str) -> Given:
    given.asks(TakeSeat(C, "product", "S1", delegation, interests), S1)
    return given


def sealed() -> Given:
    """As prepared, but nobody knows whose code is which."""
    given = Given()
    given.asks(OpenContest(C, "小赛", "Small contest", "Asia/Shanghai", drill=False), ORGANISER)
    given.asks(FixRulebook(C, STRICT), ORGANISER)
    given.asks(
        RegisterEntries(C, (NewEntry("e1", "101", "合肥", "", b"1"), NewEntry("e2", "102", "蚌埠", "", b"2"))),
        ORGANISER,
    )
    commitment = commitment_to(tuple(CODES.items()), b"salt")
    given.asks(DrawCodes(C, tuple((code, "") for code in CODES), commitment), CODER)
    given.asks(TakeSeat(C, "product", "S1", "合肥"), S1)
    for module in ("theory", "task"):
        given.asks(OpenModule(C, module), CHIEF)
    return given


@pytest.mark.parametrize("said", [("合肥",), ("", "e1"), ("", "合肥")])
def test_a_judge_stands_down_for_an_entry_of_the_same_delegation_or_of_interest(said):
    given = declared(prepared(STRICT), *said)
    place = on(S1, "07")
    for command in (OpenSheet(*place), EnterMark(*place, "q1", "8"), SignSheet(*place)):
        given.when(command, S1).refused("recusal", code="07", seat="S1")
    given.asks(EnterMark(*on(S1, "12"), "q1", "8"), S1)


def test_the_fourth_expert_steps_in_for_that_code():
    given = declared(prepared(STRICT), "合肥")
    given.asks(LeaveSeat(C, "product", "S1"), S1)
    fourth = Actor("fred", "scoring_judge", "product.S1")
    given.asks(TakeSeat(C, "product", "S1", "芜湖"), fourth)
    given.asks(EnterMark(*on(fourth, "07"), "q1", "8"), fourth)
    given.asks(LeaveSeat(C, "product", "S1"), fourth)
    given.asks(TakeSeat(C, "product", "S1", "合肥"), S1)
    given.asks(EnterMark(*on(S1, "12"), "q1", "8"), S1)


def test_a_panel_that_bars_nobody_asks_for_nothing():
    given = declared(prepared(), "合肥", "e1")
    given.asks(EnterMark(*on(S1, "07"), "q1", "8"), S1)
    barring_delegations = prepared(STRICT.replace(', "declared_interest"', ""))
    declared(barring_delegations, "芜湖", "e1").asks(EnterMark(*on(S1, "07"), "q1", "8"), S1)


def test_a_judge_in_the_seat_may_declare_more_and_never_less():
    given = prepared(STRICT)
    given.when(TakeSeat(C, "product", "S1", "合肥", ("e2",)), S1).then(
        SeatTaken("product", "S1", "sam1", 1, "合肥", ("e2",))
    )
    declared(given, "合肥", "e2")
    given.when(TakeSeat(C, "product", "S1"), S1).then_nothing()
    given.when(TakeSeat(C, "product", "S1", "", ("e1",)), S1).then(
        SeatTaken("product", "S1", "sam1", 1, "合肥", ("e2", "e1"))
    )
    given.when(TakeSeat(C, "product", "S1", "蚌埠"), S1).refused("delegation-declared")


def test_of_a_sealed_map_the_decoding_lists_what_should_not_have_been_marked():
    given = sealed()
    for code in CODES:
        given.asks(EnterMark(*on(S1, code), "q1", "8"), S1)
    assert barred_marks(recorded(given.history), C) == ()
    given.add(("codes:c1", event) for event in _decoding(given))
    (found,) = barred_marks(recorded(given.history), C)
    assert (found.panel, found.seat, found.code, found.aspect, found.why) == (
        "product",
        "S1",
        "07",
        "q1",
        "same_delegation",
    )
    assert barred_marks(recorded(given.history), "c2") == ()


def _decoding(given: Given):
    command = DecodeCodes(C, ("sven",), tuple(CODES.items()), b"salt")
    decision = decode_codes(given.state("contest:c1"), given.state("codes:c1"), command, Asked(CODER, 0))
    return [event for _, event in decision.events]
