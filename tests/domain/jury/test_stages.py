"""A later stage opens to those who go on, and to nobody before that is decided."""

from __future__ import annotations

import pytest

from domain.contest.commands import CloseModule, DecideAdvance, MakeDeduction, OpenModule, WithdrawEntry
from domain.contest.events import AdvanceDecided, DeductionMade
from domain.notes import NO_NOTE
from domain.panels.commands import StatePerformance
from domain.publication.commands import TallyScores
from domain.sheets.commands import EnterMark, EnterScores, OpenSheet
from tests.support.given import Given
from tests.support.small import CHIEF, CLERK, DIGEST, FLOOR, RULEBOOK, SCORERS, TALLY, WHY, C, mark, on
from tests.support.small import prepared as prepared_small

S1 = SCORERS[0]
STAGES = """
[[stages]]
id = "heat"
title = { zh = "预赛", en = "Heat" }
total = "theory"
advance = { first = 1 }

[[stages]]
id = "final"
title = { zh = "决赛", en = "Final" }
total = "total"
"""
STAGED = (
    RULEBOOK.replace('total = "total"\n', 'total = "total"\n' + STAGES, 1)
    .replace('marked_by = "import"', 'marked_by = "import"\nstages = ["heat"]')
    .replace(
        'title = { zh = "实操", en = "Practical" }\nkind',
        'stages = ["final"]\ntitle = { zh = "实操", en = "Practical" }\nkind',
    )
)
ON = DecideAdvance(C, "final", ("e1",), WHY)


def heat() -> Given:
    """The heat is open; the final is not."""
    given = Given()
    whole = prepared_small()
    for stream, event in whole.history:
        name = type(event).__name__
        if name == "RulebookFixed":
            event.text = STAGED
        if name == "ModuleOpened" and event.module == "task":
            continue
        given.add([(stream, event)])
    return given


def final() -> Given:
    given = heat()
    given.asks(ON, CHIEF)
    given.asks(OpenModule(C, "task"), CHIEF)
    return given


def test_the_modules_of_a_later_stage_do_not_open_before_it_is_decided_who_goes_on():
    given = heat()
    given.when(OpenModule(C, "task"), CHIEF).refused("advance-not-decided", stage="final")
    given.when(ON, CHIEF).then(AdvanceDecided("final", ("e1",), WHY))
    given.asks(ON, CHIEF)
    given.when(ON, CHIEF).then_nothing()
    given.asks(OpenModule(C, "task"), CHIEF)


def test_before_it_is_decided_nothing_is_marked_there():
    heat().when(EnterMark(*on(S1, "07"), "q1", "8"), S1).refused("advance-not-decided")


def test_only_those_who_went_on_are_marked():
    given = final()
    given.asks(EnterMark(*on(S1, "07"), "q1", "8"), S1)
    for command in (EnterMark(*on(S1, "12"), "q1", "8"), OpenSheet(*on(S1, "12"))):
        given.when(command, S1).refused("not-in-stage", code="12", stage="final")
    given.when(StatePerformance(C, "task", "12", "dns", WHY), CHIEF).refused("not-in-stage")
    given.asks(DecideAdvance(C, "final", ("e1", "e2"), WHY), CHIEF)  # a substitute steps in
    given.asks(EnterMark(*on(S1, "12"), "q1", "8"), S1)


def test_everybody_takes_part_in_the_first_stage():
    given = final()
    given.asks(EnterScores(C, "paper", (("07", "score", "80"), ("12", "score", "70"))), CLERK)


def test_the_tally_asks_for_nobody_who_did_not_go_on():
    given = final()
    given.asks(EnterScores(C, "paper", (("07", "score", "80"), ("12", "score", "70"))), CLERK)
    for judge in FLOOR:
        mark(given, judge, "07", p1="15", p2="16")
    for module in ("theory", "task"):
        given.asks(CloseModule(C, module), CHIEF)
    given.when(TallyScores(C, DIGEST), TALLY).refused("panels-not-signed", count=1, panel="product", code="07")


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (DecideAdvance(C, "semi", ("e1",), WHY), "unknown-stage"),
        (DecideAdvance(C, "heat", ("e1",), WHY), "first-stage"),
        (DecideAdvance(C, "final", (), WHY), "nobody-advances"),
        (DecideAdvance(C, "final", ("e9",), WHY), "unknown-entry"),
        (DecideAdvance(C, "final", ("e1", "e1"), WHY), "entry-twice"),
        (DecideAdvance(C, "final", ("e1",), NO_NOTE), "reason-missing"),
    ],
)
def test_an_advance_that_cannot_be_is_refused(command, reason):
    heat().when(command, CHIEF).refused(reason)


def test_who_withdrew_does_not_go_on():
    given = heat()
    given.asks(WithdrawEntry(C, "e1", WHY), CHIEF)
    given.when(ON, CHIEF).refused("advance-withdrawn", entry="e1")


def test_a_contest_of_one_stage_has_none_to_go_on_to():
    prepared_small().when(ON, CHIEF).refused("unknown-stage")


def test_points_taken_off_stay_with_the_stage_they_were_ruled_in():
    """A later stage that begins afterwards does not move them there."""
    given = heat()
    given.when(MakeDeduction(C, "e1", "5", WHY), CHIEF).then(DeductionMade("e1", "5", WHY, "theory"))
    given = final()
    given.when(MakeDeduction(C, "e1", "5", WHY), CHIEF).then(DeductionMade("e1", "5", WHY, "total"))
    given.when(MakeDeduction(C, "e2", "5", WHY), CHIEF).then(DeductionMade("e2", "5", WHY, "theory"))
