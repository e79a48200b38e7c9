"""New rules after the first module has opened: two persons, a reason, and nothing marked that would be no mark."""

from __future__ import annotations

import pytest

from domain.contest.commands import ConfirmRulebook, ProposeRulebook
from domain.contest.events import RulebookFixed, RulebookProposed
from domain.errors import Refused
from domain.notes import NO_NOTE
from domain.publication.events import ResultCorrected
from domain.rulebook.reading import digest
from domain.sheets.commands import EnterMark
from tests.support.given import Given
from tests.support.small import CHIEF, ORGANISER, RULEBOOK, SCORERS, SUPERVISOR, WHY, C, mark, on, prepared
from tests.support.stories import marked, provisional, tallied

S1 = SCORERS[0]
WIDER = RULEBOOK.replace("max = 60", "max = 65")
NARROW = RULEBOOK.replace("max = 60", "max = 50")
PROPOSED = ProposeRulebook(C, WIDER, WHY)
CONFIRMED = ConfirmRulebook(C, digest(WIDER))


def waiting(given: Given | None = None) -> Given:
    given = given or prepared()
    given.asks(PROPOSED, ORGANISER)
    return given


def test_one_proposes_and_another_confirms_the_next_version():
    given = prepared()
    given.when(PROPOSED, ORGANISER).then(RulebookProposed(digest(WIDER), WIDER, "olga", WHY))
    waiting(given)
    given.when(PROPOSED, ORGANISER).then_nothing()
    given.when(CONFIRMED, SUPERVISOR).then(RulebookFixed(2, digest(WIDER), WIDER))
    given.asks(CONFIRMED, SUPERVISOR)
    given.when(CONFIRMED, SUPERVISOR).then_nothing()
    given.asks(EnterMark(*on(S1, "07"), "q1", "65"), S1)
    given.when(PROPOSED, ORGANISER).refused("rulebook-unchanged")


def test_nobody_confirms_a_proposal_of_their_own():
    given = prepared()
    given.asks(PROPOSED, CHIEF)
    given.when(CONFIRMED, CHIEF).refused("second-person-needed")
    given.when(CONFIRMED, ORGANISER).refused("not-your-part")
    given.asks(CONFIRMED, SUPERVISOR)


def test_what_is_confirmed_is_the_text_that_was_proposed_last():
    given = prepared()
    given.when(CONFIRMED, CHIEF).refused("nothing-proposed")
    waiting(given)
    given.asks(ProposeRulebook(C, NARROW, WHY), ORGANISER)
    given.when(CONFIRMED, CHIEF).refused("proposal-moved")
    given.asks(ConfirmRulebook(C, digest(NARROW)), CHIEF)
    given.when(CONFIRMED, CHIEF).refused("nothing-proposed")


def test_a_change_needs_a_reason_and_rules_without_faults():
    prepared().when(ProposeRulebook(C, WIDER, NO_NOTE), ORGANISER).refused("reason-missing")
    prepared().when(ProposeRulebook(C, "format = 1", WHY), ORGANISER).refused("rulebook-faulty")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (NARROW, "product/07/S2/q1"),  # 52 is more than 50
        (RULEBOOK.replace("max = 60, step = 0.5", "max = 60, step = 1"), "product/07/S3/q1"),  # 48.5
        (RULEBOOK.replace('id = "q1"', 'id = "q2"'), "product/07/S1/q1"),
        (RULEBOOK.replace('seats = ["S1", "S2", "S3"]', 'seats = ["S1", "S2", "S4"]'), "product/07/S1/q1"),
        (RULEBOOK.replace('id = "product"', 'id = "work"').replace('panel = "product"', 'panel = "work"'), "product"),
        (
            RULEBOOK.replace(
                "max = 60, step = 0.5 }]",
                'max = 60, step = 0.5 }, { id = "q2", title = "q2", max = 1 }]',
            ),
            "product/07/S1",
        ),
    ],
    ids=["range", "step", "aspect", "seats", "panel", "gap"],
)
def test_rules_under_which_something_marked_would_be_none_are_refused_and_it_is_named(text, places):
    given = marked()
    with pytest.raises(Refused) as refusal:
        given.asks(ProposeRulebook(C, text, WHY), ORGANISER)
    assert refusal.value.reason == "marks-would-not-fit"
    assert str(refusal.value.details["marks"]).split(", ")[0] == places


def test_a_mark_that_came_after_the_proposal_is_looked_at_too():
    given = prepared()
    given.asks(ProposeRulebook(C, NARROW, WHY), ORGANISER)
    given.asks(EnterMark(*on(S1, "07"), "q1", "52"), S1)
    given.when(ConfirmRulebook(C, digest(NARROW)), CHIEF).refused(
        "marks-would-not-fit", count=1, marks="product/07/S1/q1"
    )


def test_modules_that_were_opened_stay_and_after_the_tally_none_is_added():
    gone = RULEBOOK.replace('id = "theory"', 'id = "oral"').replace('module = "theory"', 'module = "oral"')
    gone = gone.replace("[nodes.theory]", "[nodes.oral]").replace("theory = 0.3", "oral = 0.3")
    gone = gone.replace('{ node = "theory" }', '{ node = "oral" }')
    prepared().when(ProposeRulebook(C, gone, WHY), ORGANISER).refused("modules-would-not-fit", modules="theory")
    tallied().when(ProposeRulebook(C, gone, WHY), ORGANISER).refused("modules-would-not-fit", modules="oral, theory")


def test_a_published_result_is_due_for_a_new_revision():
    given = waiting(provisional())
    given.when(CONFIRMED, CHIEF).then(RulebookFixed(2, digest(WIDER), WIDER), ResultCorrected(1, ""))


def test_a_signed_sheet_stays_signed_under_the_new_rules():
    given = prepared()
    mark(given, S1, "07", q1="8")
    waiting(given).asks(CONFIRMED, CHIEF)
    given.when(EnterMark(*on(S1, "07"), "q1", "9"), S1).refused("sheet-signed")
