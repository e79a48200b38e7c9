"""What the jury decides beside the marks: descriptions, deductions, the order of a tie."""

from __future__ import annotations

import pytest

from domain.contest.commands import DecideTie, DescribeEntry, MakeDeduction
from domain.contest.events import DeductionMade, EntryDescribed, TieDecided
from domain.decision import Actor
from domain.notes import NO_NOTE
from domain.publication.commands import PublishProvisional
from domain.publication.events import ResultCorrected, RulingSettled
from domain.rulings.commands import DecideRuling, FileRuling
from domain.rulings.events import RulingCarriedOut
from tests.domain.jury.test_stages import heat
from tests.support.given import Given
from tests.support.small import ARBITER, CHIEF, CLERK, DIGEST, LEADER, ORGANISER, WHY, C, prepared
from tests.support.stories import noticed, provisional, tallied


def upheld() -> Given:
    """A provisional result, and an appeal against it that was upheld."""
    given = provisional()
    given.asks(FileRuling(C, "r1", "appeal", "e1", "", "", "", WHY), LEADER)
    given.asks(DecideRuling(C, "r1", "upheld", WHY), ARBITER)
    return given


def test_an_entry_is_described_once_and_a_later_description_holds():
    given = prepared()
    worker = DescribeEntry(C, "e1", (("worker", "yes"), ("grade", "3")))
    given.when(worker, CLERK).then(EntryDescribed("e1", (("worker", "yes"), ("grade", "3")), official=True))
    given.asks(worker, ORGANISER)
    given.when(worker, ORGANISER).then_nothing()
    given.asks(DescribeEntry(C, "e1", (("worker", "no"),), official=False), ORGANISER)
    contest = given.state("contest:c1")
    assert (contest.columns["e1"], contest.unofficial) == ({"worker": "no"}, {"e1"})


def test_an_entry_that_has_never_been_described_is_official_with_nothing_said():
    prepared().when(DescribeEntry(C, "e1", ()), ORGANISER).then_nothing()


@pytest.mark.parametrize(
    ("entry", "columns", "reason"),
    [
        ("e9", (), "unknown-entry"),
        ("e1", (("grade", "3"), ("grade", "4")), "column-twice"),
        ("e1", ((" ", "3"),), "bad-column"),
    ],
)
def test_a_description_that_cannot_be_is_refused(entry, columns, reason):
    prepared().when(DescribeEntry(C, entry, columns), ORGANISER).refused(reason)


def test_points_are_taken_off_with_a_reason_and_each_deduction_counts():
    given = prepared()
    given.when(MakeDeduction(C, "e1", "2.50", WHY), CHIEF).then(DeductionMade("e1", "2.5", WHY))
    for points in ("2.5", "-1"):
        given.asks(MakeDeduction(C, "e1", points, WHY), CHIEF)
    assert given.state("contest:c1").deductions == {"e1": [("2.5", ""), ("-1", "")]}
    given.asks(MakeDeduction(C, "e1", "4", WHY, node="theory"), CHIEF)
    assert given.state("contest:c1").deductions["e1"][-1] == ("4", "theory")
    given.when(MakeDeduction(C, "e1", "4", WHY, node="thoery"), CHIEF).refused("unknown-node", node="thoery")
    given.when(MakeDeduction(C, "e1", "1", NO_NOTE), CHIEF).refused("reason-missing")
    given.when(MakeDeduction(C, "e1", "0.0", WHY), CHIEF).refused("nothing-to-deduct")
    given.when(MakeDeduction(C, "e1", "two", WHY), CHIEF).refused("not-a-number")
    given.when(MakeDeduction(C, "e9", "2", WHY), CHIEF).refused("unknown-entry")
    given.when(MakeDeduction(C, "e1", "2", WHY), ORGANISER).refused("not-your-part")


def test_a_deduction_after_the_tally_makes_the_result_that_was_looked_at_an_old_one():
    given = tallied()
    given.asks(MakeDeduction(C, "e1", "2", WHY), CHIEF)
    given.when(PublishProvisional(C, DIGEST, 0), CHIEF).refused("not-decoded")
    assert given.state("publication:c1").corrections == 1


def test_once_published_a_deduction_carries_out_an_upheld_ruling_and_closes_it():
    given = upheld()
    given.when(MakeDeduction(C, "e1", "2", WHY), CHIEF).refused("ruling-needed", action="make-deduction")
    given.when(MakeDeduction(C, "e1", "2", WHY, "r9"), ARBITER).refused("ruling-not-upheld", ruling="r9")
    given.when(MakeDeduction(C, "e1", "2", WHY, "r1"), ARBITER).then(
        DeductionMade("e1", "2", WHY),
        RulingCarriedOut("make-deduction"),
        RulingSettled("r1"),
        ResultCorrected(1, "r1"),
    )
    given.asks(MakeDeduction(C, "e1", "2", WHY, "r1"), ARBITER)
    given.when(MakeDeduction(C, "e1", "2", WHY, "r1"), ARBITER).refused("ruling-not-upheld")
    given.asks(PublishProvisional(C, DIGEST, 1), CHIEF)


def test_an_upheld_finding_before_the_result_is_carried_out_without_a_revision():
    given = prepared()
    given.asks(FileRuling(C, "r1", "floor-report", "e1", "", "", "", WHY), CHIEF)
    given.asks(DecideRuling(C, "r1", "upheld", WHY), ARBITER)
    given.when(MakeDeduction(C, "e1", "2", WHY, "r1"), CHIEF).then(
        DeductionMade("e1", "2", WHY), RulingCarriedOut("make-deduction"), RulingSettled("r1")
    )


def test_a_tie_is_put_in_order_with_a_reason():
    given = prepared()
    given.when(DecideTie(C, ("e2", "e1"), WHY), CHIEF).then(TieDecided(("e2", "e1"), WHY))
    given.asks(DecideTie(C, ("e2", "e1"), WHY), CHIEF)
    given.when(DecideTie(C, ("e2", "e1"), WHY), CHIEF).then_nothing()
    given.when(DecideTie(C, ("e1", "e2"), WHY), CHIEF).then(TieDecided(("e1", "e2"), WHY))


def test_a_tie_of_one_stage_is_decided_for_that_stage_alone():
    given = heat()
    in_heat = DecideTie(C, ("e2", "e1"), WHY, stage="heat")
    given.when(in_heat, CHIEF).then(TieDecided(("e2", "e1"), WHY, "heat"))
    given.asks(in_heat, CHIEF)
    given.when(in_heat, CHIEF).then_nothing()
    given.asks(DecideTie(C, ("e1", "e2"), WHY, stage="final"), CHIEF)
    assert given.state("contest:c1").decided == {"heat": {"e2": 1, "e1": 2}, "final": {"e1": 1, "e2": 2}}
    given.when(DecideTie(C, ("e1", "e2"), WHY, stage="semi"), CHIEF).refused("unknown-stage", stage="semi")


@pytest.mark.parametrize(
    ("entries", "note", "reason"),
    [
        (("e1",), WHY, "tie-of-one"),
        (("e1", "e1"), WHY, "entry-twice"),
        (("e1", "e9"), WHY, "unknown-entry"),
        (("e1", "e2"), NO_NOTE, "reason-missing"),
    ],
)
def test_a_tie_that_cannot_be_is_refused(entries, note, reason):
    prepared().when(DecideTie(C, entries, note), CHIEF).refused(reason)


def test_a_published_tie_is_changed_only_by_a_ruling_and_a_final_one_not_at_all():
    noticed().when(DecideTie(C, ("e1", "e2"), WHY), CHIEF).refused("ruling-needed")
    given = upheld()
    given.asks(DecideTie(C, ("e1", "e2"), WHY, "r1"), CHIEF)
    assert given.state("publication:c1").corrections == 1
    prepared().when(DecideTie(C, ("e1", "e2"), WHY), Actor("sven", "supervisor")).refused("not-your-part")
