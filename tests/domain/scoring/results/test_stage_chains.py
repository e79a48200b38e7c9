"""Ties in a stage: nothing that comes later parts them, and a stage may have a chain of its own."""

from decimal import Decimal

import pytest

from domain.rulebook.reading import fixed
from domain.scoring.ranking import rank
from domain.scoring.scheme import scheme
from domain.scoring.scored import Given

TEXT = """
format = 1
id = "two"
title = "two"
[[stages]]
id = "short"
total = "a"
advance = {{ first = 1 }}
{short}
[[stages]]
id = "free"
total = "both"
{free}
[[modules]]
id = "a"
stages = ["short"]
[[modules]]
id = "vote"
[[modules]]
id = "b"
stages = ["free"]
[[panels]]
id = "pa"
module = "a"
aspects = [{{ id = "x", max = 10 }}, {{ id = "z", max = 10 }}]
[[panels]]
id = "pv"
module = "vote"
aspects = [{{ id = "v", max = 10 }}]
[[panels]]
id = "pb"
module = "b"
aspects = [{{ id = "y", max = 10 }}]
[nodes.a]
op = "mark"
panel = "pa"
aspect = "x"
[nodes.z]
op = "mark"
panel = "pa"
aspect = "z"
[nodes.pair]
op = "marks"
panel = "pa"
[nodes.vote]
op = "mark"
panel = "pv"
[nodes.b]
op = "mark"
panel = "pb"
[nodes.both]
op = "sum"
of = ["a", "b"]
[ranking]
ties = [{ties}]
"""
# P and Q are equal in both totals
FIELD = {
    "P": {"pa": {"x": 5, "z": 1}, "short.pv": {"v": 3}, "free.pv": {"v": 8}, "pb": {"y": 3}},
    "Q": {"pa": {"x": 5, "z": 2}, "short.pv": {"v": 2}, "free.pv": {"v": 9}, "pb": {"y": 3}},
}
SHARED, P_FIRST, Q_FIRST = {"P": 1, "Q": 1}, {"P": 1, "Q": 2}, {"Q": 1, "P": 2}


def places(stage, *, ties="", short="", free=""):
    rules = fixed(TEXT.format(ties=ties, short=short, free=free))
    given = {
        entry: Given(
            {
                panel: {aspect: {"1": Decimal(value)} for aspect, value in marked.items()}
                for panel, marked in marks.items()
            }
        )
        for entry, marks in FIELD.items()
    }
    here = next(each for each in rules.stages if each.id == stage)
    return {each.key: each.place for each in rank(rules, scheme(rules).evaluate_all(given), stage=here)}


@pytest.mark.parametrize("later", ["b", "both", "free.vote"])
def test_no_link_of_a_heat_looks_at_what_the_final_brings(later):
    assert places("short", ties=f'{{ node = "{later}" }}') == SHARED
    assert places("short", ties=f'{{ node = "{later}" }}, {{ node = "z" }}') == Q_FIRST


def test_a_plain_name_is_the_node_of_the_stage_that_is_ranked():
    assert places("short", ties='{ node = "vote" }') == P_FIRST
    assert places("free", ties='{ node = "vote" }') == Q_FIRST


def test_the_final_may_look_back():
    assert places("free", ties='{ node = "short.vote" }') == P_FIRST


def test_module_by_module_goes_by_the_modules_of_the_stage():
    assert places("short", ties='{ how = "module_by_module" }') == P_FIRST
    assert places("free", ties='{ how = "module_by_module" }') == Q_FIRST


def test_a_stage_s_own_chain_stands_in_place_of_the_ranking_s():
    chain = 'ties = [{ node = "z", better = "lower" }]'
    assert places("short", short=chain, ties='{ node = "z" }') == P_FIRST
    assert places("free", short=chain, ties='{ node = "z" }') == Q_FIRST


def test_an_empty_chain_of_a_stage_leaves_its_ties_shared():
    assert places("short", short="ties = []", ties='{ node = "z" }') == SHARED


def test_a_family_that_only_a_stage_asks_for_is_worked_out():
    assert places("short", short='ties = [{ node = "pair", how = "countback" }]') == Q_FIRST
