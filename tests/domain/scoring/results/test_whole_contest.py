"""A contest of two stages as a whole: who is in which stage, who goes on, and by which total each entry is ranked."""

import pytest

from domain.rulebook.stages import Advance
from domain.scoring.result import Known, contest_result
from domain.scoring.scored import InStage
from tests.domain.scoring.results.field import entry, value
from tests.domain.scoring.results.heat_and_final import BEEN, IN_STAGES, STAGES

HALF = Advance.model_validate({"share": "1/2", "rounding": "down"})


@pytest.mark.parametrize(("advanced", "through"), [({}, {"a", "b"}), ({"final": ["a", "c"]}, {"a", "c"})])
def test_who_goes_on_is_who_the_ranking_sends_or_who_was_let_in_by_decision(advanced, through):
    prelim, final = contest_result(STAGES, IN_STAGES, Known(been=BEEN, advanced=advanced)).stages
    assert set(prelim.through or ()) == through
    assert final.through is None


def test_who_got_furthest_stands_first_and_each_has_the_total_of_the_stage_it_reached():
    found = contest_result(STAGES, IN_STAGES, Known(been=BEEN))
    assert [(each.key, each.place) for each in found.placed] == [("b", 1), ("a", 2), ("c", 3), ("d", 4)]
    assert {name: each.total for name, each in found.scored.items()} == {
        "a": value("4"),
        "b": value("5"),
        "c": value("7"),
        "d": value("6"),
    }


def test_who_was_in_no_stage_is_listed_last_without_a_place():
    found = contest_result(STAGES, IN_STAGES | {"z": entry(None, first=None, last=None)}, Known(been=BEEN))
    assert (found.placed[-1].key, found.placed[-1].place) == ("z", None)
    assert "z" not in {each.key for each in found.stages[0].placed}


def prelim(scored, **known):
    return contest_result(STAGES, scored, Known(**known)).stages[0]


def test_whom_the_ranking_sends_on_is_told_whatever_was_decided():
    found = prelim(IN_STAGES, been=BEEN, advanced={"final": ["c"]})
    assert (set(found.sent), set(found.through or ())) == ({"a", "b"}, {"c"})


@pytest.mark.parametrize(
    ("known", "sent"),
    [
        ({"let_in": {"final": ["d"]}}, {"a", "b", "d"}),
        ({"attributes": {"d": {"official": "no"}}}, {"a", "b"}),
        ({}, {"a", "d"}),
    ],
    ids=["let in without a place", "unofficial", "disqualified afterwards"],
)
def test_only_who_lost_a_place_since_keeps_a_slot(known, sent):
    """D has no place and has been in the final."""
    scored = IN_STAGES | {"d": IN_STAGES["d"]._replace(in_stage={"prelim": InStage("unranked", "dsq")})}
    found = prelim(scored, been={**BEEN, "final": "abd"}, **known)
    assert set(found.through or ()) == sent


def test_a_share_is_of_those_who_were_in_the_stage_and_started():
    share = STAGES.model_copy(
        update={"stages": (STAGES.stages[0].model_copy(update={"advance": HALF}), *STAGES.stages[1:])}
    )
    assert set(contest_result(share, IN_STAGES, Known(been=BEEN)).stages[0].sent) == {"a", "b"}
    absent = IN_STAGES | {"d": IN_STAGES["d"]._replace(in_stage={"prelim": InStage("unranked", "dns")})}
    assert set(contest_result(share, absent, Known(been={"prelim": "abcd"})).stages[0].sent) == {"a"}


ALONE = STAGES.model_copy(update={"ranking": STAGES.ranking.model_copy(update={"shared": False})})
EQUAL = IN_STAGES | {"b": entry("4", first="9", last="4")}


@pytest.mark.parametrize(
    ("decided", "open_ties"),
    [
        ({}, [("prelim", ("a", "b")), ("final", ("a", "b"))]),
        ({"prelim": {"a": 1, "b": 2}}, [("final", ("a", "b"))]),
        ({"": {"a": 1, "b": 2}}, []),
    ],
)
def test_each_stage_has_its_open_ties_and_its_decisions(decided, open_ties):
    found = contest_result(ALONE, EQUAL, Known(been=BEEN, decided=decided))
    assert [(tied.stage, tied.entries) for tied in found.undecided] == open_ties


def test_a_decision_of_the_stage_goes_before_one_of_no_stage():
    decided = {"": {"a": 1, "b": 2}, "final": {"b": 1, "a": 2}}
    found = contest_result(ALONE, EQUAL, Known(been=BEEN, decided=decided))
    assert [[each.key for each in stage.placed][:2] for stage in found.stages] == [["a", "b"], ["b", "a"]]


def test_while_a_figure_may_still_change_no_tie_is_to_be_decided():
    running = EQUAL["a"]._replace(values={"first": None, "last": None})
    assert contest_result(ALONE, EQUAL | {"a": running}, Known(been=BEEN)).undecided == []
