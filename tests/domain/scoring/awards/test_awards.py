"""Prizes by number, ratio and cut score: who counts, who may have one, what happens at the line."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.rulebook.reading import fixed
from domain.scoring.awards import awards, undecided
from domain.scoring.ranking import rank
from domain.scoring.scheme import scheme
from tests.domain.scoring.rulebooks import node, rulebook, rulebook_text, score, single_marks


def prizes(**figures):
    listed = (
        f'{{ id = "{prize}", title = {{ zh = "奖", en = "prize" }}{figure} }}' for prize, figure in figures.items()
    )
    return f"prizes = [{', '.join(listed)}]"


def fixed_counts(policy, **counts):
    figures = {prize: f", count = {count}" for prize, count in counts.items()}
    return rulebook(single_marks("total"), f'[awards]\nmode = "fixed"\nat_the_line = "{policy}"\n{prizes(**figures)}')


def ratios(base, rest="", **parts):
    figures = {prize: f", ratio = {part}" for prize, part in parts.items()}
    head = f'[awards]\nmode = "ratio"\nat_the_line = "extend"\nbase = "{base}"\nrounding = "half_up"\n'
    return fixed(rulebook_text(single_marks("total"), rest, head + prizes(**figures)))


def scored_by(rules, *totals):
    return {f"e{n}": score(rules, {"total": str(total)}) for n, total in enumerate(totals)}


def given_to(rules, scored):
    return awards(rules, rank(rules, scored), scored)


def test_a_rulebook_without_awards_gives_none():
    rules = rulebook(single_marks("total"))
    scored = scored_by(rules, 1)
    assert given_to(rules, scored) == {}
    assert undecided(rules, rank(rules, scored), scored) == []


def test_the_first_prize_may_have_no_holder():
    rules = fixed_counts("extend", first=0, second=1)
    assert given_to(rules, scored_by(rules, 9, 8)) == {"e0": "second"}


def test_a_total_that_is_not_complete_brings_no_prize():
    rules = rulebook(
        single_marks("a", "b"),
        node("total", "sum", 'of = ["a", "b"]'),
        '[awards]\nmode = "fixed"\nat_the_line = "extend"\n' + prizes(first=", count = 2"),
    )
    scored = {"so-far": score(rules, {"a": "9"}), "done": score(rules, {"a": "1", "b": "1"})}
    assert given_to(rules, scored) == {"done": "first"}


@pytest.mark.parametrize(("base", "holders"), [("entrants", 3), ("starters", 2), ("ranked", 1)])
def test_the_field_of_a_ratio_is_what_the_rulebook_says(base, holders):
    """Six entrants: two ranked, two disqualified, one did not start, one withdrew; half of the field gets the prize."""
    rules = ratios(base, first="0.5")
    scored = scored_by(rules, 9, 8)
    for entry, status in {"x": "dsq", "y": "dsq", "z": "dns", "w": "withdrawn"}.items():
        scored[entry] = scheme(rules).evaluate({}, {"": status})
    placed = rank(rules, scored)
    assert len(placed) == 6
    expected = dict.fromkeys([each.key for each in placed if each.place][:holders], "first")
    assert awards(rules, placed, scored) == expected


def test_who_did_not_start_but_is_ranked_with_zero_counts_as_a_starter():
    rules = ratios("starters", '[statuses]\ndns = "zero"', first="1")
    scored = scored_by(rules, 9)
    scored["z"] = scheme(rules).evaluate({}, {"m": "dns"})
    assert given_to(rules, scored) == {"e0": "first", "z": "first"}


CUTS = {"gold": Decimal("33.37"), "silver": Decimal("23.74"), "bronze": Decimal("14.5")}


@pytest.mark.parametrize(
    ("total", "prize"),
    [("33.37", "gold"), ("33.36", "silver"), ("23.74", "silver"), ("14.5", "bronze"), ("14.49", None)],
)
def test_a_total_on_the_cut_has_the_prize(total, prize):
    rules = rulebook(single_marks("total"), '[awards]\nmode = "cuts"\n' + prizes(gold="", silver="", bronze=""))
    scored = scored_by(rules, total)
    assert awards(rules, rank(rules, scored), scored, CUTS).get("e0") == prize


def test_before_the_jury_has_decided_nobody_has_a_prize():
    rules = rulebook(single_marks("total"), '[awards]\nmode = "cuts"\n' + prizes(gold="", silver=""))
    scored = scored_by(rules, 40)
    assert given_to(rules, scored) == {}
    assert awards(rules, rank(rules, scored), scored, {"silver": Decimal(20)}) == {"e0": "silver"}


def test_a_total_so_far_reaches_no_cut():
    rules = rulebook(
        single_marks("a", "b"),
        node("total", "sum", 'of = ["a", "b"]'),
        '[awards]\nmode = "cuts"\n' + prizes(gold=""),
    )
    scored = {"so-far": score(rules, {"a": "9"})}
    assert awards(rules, rank(rules, scored), scored, {"gold": Decimal(1)}) == {}


TOTALS = st.lists(st.integers(0, 6), min_size=1, max_size=12)
COUNTS = {"first": 1, "second": 2, "third": 3}


@given(TOTALS)
def test_extend_gives_at_least_and_demote_at_most_as_many_as_there_are(totals):
    for prize_end, prize in ((1, "first"), (3, "second"), (6, "third")):
        better = {"first": ("first",), "second": ("first", "second"), "third": tuple(COUNTS)}[prize]
        extended, demoted, blocked = (
            [p for p in given_to(rules, scored_by(rules, *totals)).values() if p in better]
            for rules in (fixed_counts(policy, **COUNTS) for policy in ("extend", "demote", "block"))
        )
        assert len(extended) >= min(prize_end, len(totals))
        assert len(demoted) <= prize_end
        assert len(blocked) <= prize_end


@given(TOTALS, st.sampled_from(["extend", "demote", "block"]))
def test_who_is_equal_gets_the_same(totals, policy):
    rules = fixed_counts(policy, **COUNTS)
    scored = scored_by(rules, *totals)
    found = given_to(rules, scored)
    for entry, total in enumerate(totals):
        for other, another in enumerate(totals):
            if total == another:
                assert found.get(f"e{entry}") == found.get(f"e{other}")


@given(TOTALS)
def test_blocked_ties_are_exactly_those_that_the_two_other_policies_treat_differently(totals):
    found = {}
    for policy in ("extend", "demote", "block"):
        rules = fixed_counts(policy, **COUNTS)
        found[policy] = given_to(rules, scored_by(rules, *totals))
    blocking = fixed_counts("block", **COUNTS)
    scored = scored_by(blocking, *totals)
    open_ties = {entry for group in undecided(blocking, rank(blocking, scored), scored) for entry in group}
    differing = {entry for entry in scored if found["extend"].get(entry) != found["demote"].get(entry)}
    assert open_ties == differing
    assert not open_ties & set(found["block"])
