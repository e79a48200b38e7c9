"""What a new version of the rules changed, shown after it was decided."""

from domain.contest.commands import ConfirmRulebook, FixRulebook, ProposeRulebook
from domain.rulebook.reading import digest
from projections.jury.amendment import amendments
from tests.support.histories import History
from tests.support.small import CHIEF, ORGANISER, RULEBOOK, SUPERVISOR, WHY, C

HEAVIER = RULEBOOK.replace("theory = 0.3, task = 0.7", "theory = 0.5, task = 0.5")


def amended(history):
    history.ask(ProposeRulebook(C, HEAVIER, WHY), ORGANISER)
    return history.ask(ConfirmRulebook(C, digest(HEAVIER)), SUPERVISOR)


def scored():
    history = History()
    for code, theory, product in (("01", "90", "20"), ("02", "10", "50"), ("03", "40", "30")):
        history.whole(code, theory, "10", product)
    return history


def test_every_row_that_changes_is_shown_with_both_results_of_the_same_marks():
    marks = amended(scored()).wall().marks
    (found,) = amendments(marks)
    assert (found.version, found.before, found.after) == (2, digest(RULEBOOK), digest(HEAVIER))
    told = {moved.code: (moved.before["total"], moved.after["total"]) for moved in found.rows}
    assert told == {"01": ("55.00", "65.00"), "02": ("52.00", "40.00"), "03": ("47.00", "45.00")}
    assert [moved.code for moved in found.rows if "place" in moved.changed] == ["03", "02"]
    assert [moved.after["place"] for moved in found.rows] == [1, 2, 3]


def test_nothing_of_the_contest_is_changed_by_looking():
    wall = amended(scored()).wall()
    before = wall.result().digest
    amendments(wall.marks)
    assert wall.result().digest == before
    assert wall.marks.rulebook.module("theory").id == "theory"


def test_nothing_was_changed_while_no_second_version_was_fixed_nor_before_a_module_opened():
    assert amendments(scored().wall().marks) == ()
    history = History()
    history.given.history = [
        one for one in history.given.history if type(one[1]).__name__ not in {"ModuleOpened", "SeatTaken"}
    ]
    fresh = [*history.given.history]
    states = type(history.given)(fresh)
    states.asks(FixRulebook(C, HEAVIER), ORGANISER)
    history.given = states
    assert amendments(history.wall().marks) == ()


def test_a_proposal_that_waits_shows_nothing():
    history = scored().ask(ProposeRulebook(C, HEAVIER, WHY), CHIEF)
    assert amendments(history.wall().marks) == ()


def test_what_the_old_rules_do_not_know_is_left_out_of_their_result():
    wider = RULEBOOK.replace(
        "[nodes.theory]",
        '[[panels]]\nid = "extra"\nmodule = "task"\ntitle = "Extra"\nrole = "scoring_judge"\n'
        'aspects = [{ id = "x1", max = 5 }]\n\n[nodes.extra]\nop = "mark"\npanel = "extra"\n\n[nodes.theory]',
        1,
    ).replace('of = ["process", "product"]', 'of = ["process", "product", "extra"]')
    history = scored().ask(ProposeRulebook(C, wider, WHY), ORGANISER)
    history.ask(ConfirmRulebook(C, digest(wider)), SUPERVISOR).state("01", "dns")
    (found,) = amendments(history.wall().marks)
    assert {moved.code: moved.before["complete"] for moved in found.rows} == {"01": True, "02": True, "03": True}
