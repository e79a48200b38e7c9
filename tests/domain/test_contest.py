"""A contest as a whole: its rulebook, entries, batches, seats, modules and cuts."""

from __future__ import annotations

import pytest

from domain.contest.commands import (
    CloseModule,
    DecideCuts,
    FixRulebook,
    LeaveSeat,
    NewEntry,
    OpenContest,
    OpenModule,
    RegisterEntries,
    ReopenModule,
    SetBatch,
    TakeSeat,
    WithdrawEntry,
)
from domain.contest.events import (
    BatchSet,
    ContestOpened,
    CutsDecided,
    EntryAmended,
    EntryRegistered,
    ModuleClosed,
    RulebookFixed,
)
from domain.decision import Actor
from domain.notes import NO_NOTE
from domain.rulebook.reading import digest
from tests.support.given import Given
from tests.support.small import CHIEF, FLOOR, ORGANISER, RULEBOOK, SCORERS, WHY, C, prepared
from tests.support.stories import tallied

OPENING = OpenContest(C, "小赛", "Small contest", "Asia/Shanghai", drill=True)
ONE = NewEntry("e1", "101", "合肥", "", b"1" * 32)


def opened() -> Given:
    given = Given()
    given.asks(OPENING, ORGANISER)
    return given


def test_a_contest_is_opened_once():
    Given().when(OPENING, ORGANISER).then(ContestOpened("小赛", "Small contest", "Asia/Shanghai", drill=True))
    opened().when(OPENING, ORGANISER).refused("contest-exists", contest=C)


def test_nothing_happens_in_a_contest_that_is_not_there():
    Given().when(RegisterEntries(C, (ONE,)), ORGANISER).refused("no-contest", contest=C)


def test_the_rulebook_is_fixed_by_its_digest_and_the_same_text_again_is_nothing():
    given = opened()
    given.when(FixRulebook(C, RULEBOOK), ORGANISER).then(RulebookFixed(1, digest(RULEBOOK), RULEBOOK))
    given.asks(FixRulebook(C, RULEBOOK), ORGANISER)
    given.when(FixRulebook(C, RULEBOOK), ORGANISER).then_nothing()


def test_a_faulty_rulebook_is_refused_with_its_number_of_faults():
    opened().when(FixRulebook(C, "format = 1"), ORGANISER).refused("rulebook-faulty")


def test_once_a_module_has_opened_the_rulebook_stands():
    prepared().when(FixRulebook(C, RULEBOOK + "\n"), ORGANISER).refused("not-now")


def test_entries_are_registered_together_or_not_at_all():
    given = opened()
    given.when(RegisterEntries(C, (ONE,)), ORGANISER).then(EntryRegistered("e1", "101", "合肥", "", b"1" * 32))
    for other, reason in (
        (ONE._replace(number="102"), "entry-exists"),
        (ONE._replace(entry="e2"), "number-taken"),
        (ONE._replace(entry="e 2"), "bad-id"),
    ):
        given.when(RegisterEntries(C, (ONE, other)), ORGANISER).refused(reason)


def test_registering_the_same_entries_again_changes_nothing():
    given = opened()
    given.asks(RegisterEntries(C, (ONE,)), ORGANISER)
    given.when(RegisterEntries(C, (ONE,)), ORGANISER).then_nothing()


def test_an_entry_withdraws_once():
    given = prepared()
    given.asks(WithdrawEntry(C, "e1", WHY), ORGANISER)
    given.when(WithdrawEntry(C, "e1", WHY), ORGANISER).then_nothing()
    given.when(WithdrawEntry(C, "e9", WHY), ORGANISER).refused("unknown-entry", entry="e9")


def test_a_batch_names_known_entries():
    given = prepared()
    given.when(SetBatch(C, "b1", ("e2", "e1")), ORGANISER).then(BatchSet("b1", ("e2", "e1")))
    given.when(SetBatch(C, "b1", ("e9",)), ORGANISER).refused("unknown-entry")


def test_a_seat_has_one_account_and_an_account_one_seat_in_a_panel():
    given = prepared()
    given.when(TakeSeat(C, "product", "S1"), SCORERS[0]).then_nothing()
    given.when(TakeSeat(C, "product", "S1"), Actor("suri", "scoring_judge")).refused("seat-taken")
    given.asks(LeaveSeat(C, "product", "S2"), SCORERS[1])
    given.when(TakeSeat(C, "product", "S2"), SCORERS[0]).refused("seated-elsewhere")


@pytest.mark.parametrize(
    ("panel", "seat", "judge", "reason"),
    [
        ("nothing", "S1", SCORERS[0], "unknown-panel"),
        ("product", "S9", SCORERS[0], "unknown-seat"),
        ("product", "S1", FLOOR[0], "not-your-part"),
    ],
)
def test_a_seat_that_is_not_there_or_not_of_ones_kind_is_refused(panel, seat, judge, reason):
    prepared().when(TakeSeat(C, panel, seat), judge).refused(reason)


def test_only_its_judge_or_the_chief_judge_empties_a_seat():
    given = prepared()
    given.when(LeaveSeat(C, "product", "S1"), SCORERS[1]).refused("not-your-seat")
    given.asks(LeaveSeat(C, "product", "S1"), CHIEF)
    given.when(LeaveSeat(C, "product", "S1"), CHIEF).refused("seat-empty")


def test_a_module_opens_once_closes_and_reopens_only_with_a_reason():
    given = prepared()
    given.when(OpenModule(C, "task"), CHIEF).then_nothing()
    given.when(ReopenModule(C, "task", WHY), CHIEF).refused("module-not-closed")
    given.when(CloseModule(C, "task"), CHIEF).then(ModuleClosed("task", 1))
    given.asks(CloseModule(C, "task"), CHIEF)
    given.when(CloseModule(C, "task"), CHIEF).refused("module-not-open")
    given.when(OpenModule(C, "task"), CHIEF).refused("module-closed")
    given.when(ReopenModule(C, "task", NO_NOTE), CHIEF).refused("reason-missing")
    given.when(OpenModule(C, "welding"), CHIEF).refused("unknown-module")


BY_CUT = """[awards]
mode = "cuts"
prizes = [
  { id = "first", title = { zh = "一等奖", en = "First prize" } },
  { id = "second", title = { zh = "二等奖", en = "Second prize" } },
]
"""


def test_cut_scores_are_the_jurys_decision_after_the_tally():
    fixed, _, rest = RULEBOOK.partition("[awards]")
    book = fixed + BY_CUT + rest[rest.index("[windows]") :]
    given = tallied(prepared(book))
    given.when(DecideCuts(C, (("first", "90.50"),)), CHIEF).then(CutsDecided((("first", "90.5"),)))
    given.when(DecideCuts(C, (("tenth", "1"),)), CHIEF).refused("unknown-award")
    given.when(DecideCuts(C, (("first", "many"),)), CHIEF).refused("not-a-number")
    crossed = (("first", "80"), ("second", "90"))
    given.when(DecideCuts(C, crossed), CHIEF).refused("cuts-out-of-order", award="second", better="first")
    prepared(book).when(DecideCuts(C, (("first", "90"),)), CHIEF).refused("not-now")


def test_the_jury_decides_no_cut_for_an_award_that_is_given_otherwise():
    tallied().when(DecideCuts(C, (("first", "90"),)), CHIEF).refused("award-not-by-cut", award="first")


def test_a_list_enters_with_its_batches_in_one_append():
    given = opened()
    given.when(RegisterEntries(C, (ONE,), batches=(("b1", ("e1",)),)), ORGANISER).then(
        EntryRegistered("e1", "101", "合肥", "", b"1" * 32), BatchSet("b1", ("e1",))
    )
    given.when(RegisterEntries(C, (ONE,), batches=(("b1", ("e1", "e9")),)), ORGANISER).refused("unknown-entry")


def test_wrong_particulars_are_amended_and_a_freed_number_may_be_given_again():
    given = opened()
    given.asks(RegisterEntries(C, (ONE,)), ORGANISER)
    moved, heir = ONE._replace(number="103"), NewEntry("e2", "101", "蚌埠", "", b"2" * 32)
    given.when(RegisterEntries(C, (heir,)), ORGANISER).refused("number-taken", number="101")
    given.when(RegisterEntries(C, (heir,), (moved,)), ORGANISER).then(EntryRegistered(*heir), EntryAmended(*moved))
    given.asks(RegisterEntries(C, (heir,), (moved,)), ORGANISER)
    assert given.state("contest:c1").numbers == {"101": "e2", "103": "e1"}
    given.when(RegisterEntries(C, (heir,), (moved,)), ORGANISER).then_nothing()
    given.when(RegisterEntries(C, (), (ONE._replace(entry="e9"),)), ORGANISER).refused("unknown-entry")
    given.when(RegisterEntries(C, (), (moved._replace(number="101"),)), ORGANISER).refused("number-taken")


def test_a_taken_id_is_said_to_be_taken_in_every_phase():
    for given in (opened(), prepared(), tallied()):
        given.when(OPENING, ORGANISER).refused("contest-exists", contest=C)
