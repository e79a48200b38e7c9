"""Every worked example of the field: scored through a rulebook of its own, or named with who else it is for."""

from __future__ import annotations

import ast
from collections import Counter

import pytest

from tests.house.rooms import ROOT
from tests.worked import aspects, judging, places, prizes, scales, totals
from tests.worked.cases import CASES, DATA, plain
from tests.worked.contest import Scorer
from tests.worked.left import LEFT
from tests.worked.served import BESIDE, SERVED

TOPICS = (totals, places, prizes, scales, aspects, judging)  # which fill SERVED


@pytest.mark.parametrize("case_id", SERVED)
def test_a_worked_example_comes_out_as_it_says(case_id, tmp_path):
    case = CASES[case_id]
    found = SERVED[case_id](case, Scorer(tmp_path))
    expected = {key: said for key, said in case.expected.items() if key not in BESIDE.get(case_id, {})}
    assert plain(found) == plain(expected)


def test_every_example_is_either_scored_or_left_to_somebody_by_name():
    assert Counter([*SERVED, *LEFT]) == Counter([*CASES])
    assert len(CASES) == 56


def test_what_is_left_or_not_compared_says_why():
    assert [case for case, left in LEFT.items() if len(left.reason) < 20] == []
    for case_id, beside in BESIDE.items():
        assert beside.keys() <= CASES[case_id].expected.keys(), case_id
        assert all(len(reason) >= 20 for reason in beside.values()), case_id


@pytest.mark.parametrize("place", sorted({place for left in LEFT.values() for place in left.tests}))
def test_the_tests_named_for_what_is_left_are_there(place):
    path, function = place.split("::")
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    assert function in {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_every_scored_example_has_a_rulebook_of_its_own_and_no_rulebook_lies_about():
    assert {path.stem for path in (DATA / "rulebooks").iterdir()} == set(SERVED)
