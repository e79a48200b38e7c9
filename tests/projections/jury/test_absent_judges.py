"""A judge stated absent stands in the figures as absent; whoever comes after all has marked what was marked."""

from decimal import Decimal

from domain.contest.commands import ConfirmRulebook, ProposeRulebook
from domain.panels.commands import StateSeatAbsent, StateSeatPresent
from domain.rulebook.reading import digest
from domain.scoring.numbers import ABSENT
from projections.explanation import explanation
from tests.support.histories import History
from tests.support.small import CHIEF, ORGANISER, RULEBOOK, SCORERS, SUPERVISOR, WHY, C

SEATS = 'seats = ["S1", "S2", "S3"]'
GOING_ON = RULEBOOK.replace(SEATS, SEATS + '\nabsent = "mean_of_present"').replace('op = "trimmed_mean"', 'op = "mean"')
S1, S2, S3 = SCORERS


def absent(history):
    return history.ask(StateSeatAbsent(C, "product", "01", "S3", WHY), CHIEF)


def present(history):
    return history.ask(StateSeatPresent(C, "product", "01", "S3", WHY), CHIEF)


def marks(history):
    return history.wall().marks.of_code["01"]["product"]["q1"]


def row(history):
    return history.wall().standings.view().row("01").cells


def begun():
    history = History(rulebook=GOING_ON).paper("01", "50").panel("01", "process", "10", "10")
    for judge, value in ((S1, "8"), (S2, "9"), (S3, "40")):
        history.mark(judge, "01", "q1", value)
    return history


def test_an_absent_judge_stands_in_every_place_of_the_seat_whatever_it_had_marked():
    assert marks(absent(begun())) == {"S1": Decimal(8), "S2": Decimal(9), "S3": ABSENT}


def test_who_came_after_all_has_marked_what_was_marked():
    assert marks(present(absent(begun()))) == {"S1": Decimal(8), "S2": Decimal(9), "S3": Decimal(40)}
    untouched = History(rulebook=GOING_ON)
    assert present(absent(untouched)).wall().marks.of_code["01"]["product"] == {}


def test_nobody_has_begun_because_somebody_is_absent():
    history = absent(History(rulebook=GOING_ON))
    assert row(history)["states"]["task"] == "waiting"


def test_the_detail_names_who_is_absent_and_misses_nothing_of_them():
    history = absent(begun())
    (product,) = [each for each in history.wall().standings.detail("01")["panels"] if each["panel"] == "product"]
    assert product["absent"] == ["S3"]
    assert product["missing_marks"] == 0
    (q1,) = product["aspects"]
    assert (set(q1["marks"]), q1["missing"], q1["spread"]) == ({"S1", "S2"}, [], "1")


def test_the_figure_is_that_of_those_present():
    history = absent(begun())
    for judge in (S1, S2):
        history.sign(judge, "01")
    wall = history.wall()
    assert wall.marks.works["01"]["product"].complete
    assert explanation(wall.marks, "01", "product")["value"] == "8.5"


def test_under_new_rules_an_absent_judge_is_absent_in_their_places():
    longer = GOING_ON.replace(
        "max = 60, step = 0.5 }]", 'max = 60, step = 0.5 }, { id = "q2", title = "q2", max = 5 }]'
    )
    history = absent(History(rulebook=GOING_ON)).ask(ProposeRulebook(C, longer, WHY), ORGANISER)
    history.ask(ConfirmRulebook(C, digest(longer)), SUPERVISOR)
    assert history.wall().marks.of_code["01"]["product"]["q2"] == {"S3": ABSENT}
