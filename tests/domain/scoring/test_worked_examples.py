"""Worked examples of the field, each through a rulebook of its own; ids as in docs/rules/README.md."""

from decimal import Decimal

import pytest

from domain.scoring.awards import awards, undecided
from domain.scoring.explanation import explain
from domain.scoring.numbers import shown, text
from domain.scoring.ranking import rank
from domain.scoring.scheme import scheme
from tests.domain.scoring.rulebooks import marks, node, panel, rulebook, score, single_marks

THIRTY_SEVENTY = (
    single_marks("theory", "practical"),
    node("total", "weighted_sum", "weights = { theory = 0.30, practical = 0.70 }", "round = { places = 2 }"),
)


def trimmed(seats, places):
    rounding = f"round = {{ places = {places} }}"
    items = node("items", "trimmed_mean", 'panel = "p"', 'over = "judges"', "drop_high = 1", "drop_low = 1", rounding)
    return rulebook(panel("p", seats), items, node("total", "sum", 'of = ["items"]', 'over = "aspects"'))


def ranks(rules, entries):
    placed = rank(rules, {entry: score(rules, given) for entry, given in entries.items()})
    return {each.key: each.place for each in placed}


@pytest.mark.parametrize(
    ("weights", "given", "exact", "total"),
    [
        pytest.param("0.30 0.70", {"theory": "86.5", "practical": "91.25"}, "89.825", "89.83", id="CN-01"),
        pytest.param("0.20 0.80", {"theory": "78", "practical": "93.4"}, "90.32", "90.32", id="CN-03"),
    ],
)
def test_theory_and_practical_are_weighted_and_rounded_half_up_once(weights, given, exact, total):
    theory, practical = weights.split()
    weighted = f"weights = {{ theory = {theory}, practical = {practical} }}"
    rules = rulebook(
        single_marks("theory", "practical"), node("total", "weighted_sum", weighted, "round = { places = 2 }")
    )
    assert score(rules, given).total == Decimal(total)
    assert explain(rules, marks(given)).before == Decimal(exact)


def test_cn_04_raw_points_are_added_not_turned_into_percentages():
    rules = rulebook(
        single_marks("theory", "description", "practical"),
        node("total", "sum", 'of = ["theory", "description", "practical"]'),
    )
    assert score(rules, {"theory": "27", "description": "62.5", "practical": "91"}).total == Decimal("180.5")


@pytest.mark.parametrize(
    ("case", "row", "places", "total"),
    [
        ("CN-06", ["88", "90", "85", "99", "60"], 3, "87.667"),
        ("CN-06", ["67", "60", "80", "76", "70"], 3, "71.000"),
        ("CN-06", ["90", "93", "96", "99", "99"], 3, "96.000"),
        ("CN-06", ["78", "65", "77", "70", "72"], 3, "73.000"),
        ("CN-06", ["88", "88", "88", "88", "88"], 3, "88.000"),
        ("CN-06", ["55", "55", "55", "55", "55"], 3, "55.000"),
        ("CN-07", ["99", "98", "97"], 2, "98.00"),
        ("CN-07", ["100", "99", "98", "97"], 2, "98.50"),
        ("CN-08", ["88", "91.5", "90", "79", "95"], 2, "89.83"),
    ],
)
def test_one_highest_and_one_lowest_fall_and_the_rest_are_averaged(case, row, places, total):
    rules = trimmed(len(row), places)
    found = score(rules, {"p": row}).total
    assert found is not None
    assert shown(found, scheme(rules).places["total"]) == total, case


def test_cn_08_what_was_struck_out_stays_visible():
    rules = trimmed(5, 2)
    step = explain(rules, marks({"p": ["88", "91.5", "90", "79", "95"]}), node="items", key="a1")
    assert {given.seat: given.struck for given in step.inputs} == {
        "S1": "", "S2": "", "S3": "", "S4": "lowest", "S5": "highest",
    }  # fmt: skip


def test_cn_09_of_equal_totals_the_higher_practical_score_is_first():
    rules = rulebook(*THIRTY_SEVENTY, '[ranking]\nties = [{ node = "practical" }]')
    entries = {"A": {"theory": "90", "practical": "80"}, "B": {"theory": "76", "practical": "86"}}
    assert {score(rules, given).total for given in entries.values()} == {Decimal(83)}
    assert ranks(rules, entries) == {"B": 1, "A": 2}


def test_cn_10_least_time_then_practical_then_theory_then_the_place_is_shared():
    chain = '[ranking]\nties = [{ node = "time", better = "lower" }, { node = "practical" }, { node = "theory" }]'
    rules = rulebook(single_marks("time"), *THIRTY_SEVENTY, chain)
    rows = {
        "A": ("85", "85", "5400"), "B": ("78", "88", "5400"), "C": ("92", "82", "5300"), "D": ("78", "88", "5400"),
        "E": ("84.9", "85", "5000"),
    }  # fmt: skip
    entries = {entry: dict(zip(("theory", "practical", "time"), row, strict=True)) for entry, row in rows.items()}
    totals = {entry: text(score(rules, given).total or Decimal(0)) for entry, given in entries.items()}
    assert totals == {"A": "85", "B": "85", "C": "85", "D": "85", "E": "84.97"}
    assert ranks(rules, entries) == {"C": 1, "B": 2, "D": 2, "A": 4, "E": 5}


@pytest.mark.parametrize(
    ("rounding", "cumulative", "expected"),
    [
        ("half_up", "false", {"first": 1, "second": 2, "third": 3}),
        ("half_up", "true", {"first": 1, "second": 2, "third": 2}),
        ("down", "false", {"first": 0, "second": 1, "third": 2}),
    ],
)
def test_cn_16_how_ratios_are_rounded_decides_who_gets_a_prize(rounding, cumulative, expected):
    prizes = ", ".join(
        f'{{ id = "{prize}", title = {{ zh = "{prize}", en = "{prize}" }}, ratio = {ratio} }}'
        for prize, ratio in (("first", "0.10"), ("second", "0.20"), ("third", "0.30"))
    )
    rules = rulebook(
        single_marks("total"),
        f'[awards]\nmode = "ratio"\nat_the_line = "extend"\nbase = "entrants"\nrounding = "{rounding}"\n'
        f"cumulative = {cumulative}\nprizes = [{prizes}]",
    )
    scored = {f"e{n}": score(rules, {"total": str(90 - n)}) for n in range(9)}
    given = list(awards(rules, rank(rules, scored), scored).values())
    assert {prize: given.count(prize) for prize in expected} == expected


@pytest.mark.parametrize(
    ("policy", "expected", "open_ties"),
    [
        ("extend", {"first": ["a"], "second": ["b", "c", "d"], "third": ["e", "f"]}, []),
        ("demote", {"first": ["a"], "second": ["b"], "third": ["c", "d", "e", "f"]}, []),
        ("block", {"first": ["a"], "second": ["b"], "third": ["e", "f"]}, [("c", "d")]),
    ],
)
def test_cn_17_a_tie_across_the_line_goes_as_the_rulebook_decided_beforehand(policy, expected, open_ties):
    prizes = ", ".join(
        f'{{ id = "{prize}", title = {{ zh = "{prize}", en = "{prize}" }}, count = {count} }}'
        for prize, count in (("first", 1), ("second", 2), ("third", 3))
    )
    rules = rulebook(single_marks("total"), f'[awards]\nmode = "fixed"\nat_the_line = "{policy}"\nprizes = [{prizes}]')
    totals = {"a": "90", "b": "80", "c": "70", "d": "70", "e": "60", "f": "50", "g": "40"}
    scored = {entry: score(rules, {"total": total}) for entry, total in totals.items()}
    placed = rank(rules, scored)
    assert [each.place for each in placed] == [1, 2, 3, 3, 5, 6, 7]
    given = awards(rules, placed, scored)
    assert {prize: [entry for entry in given if given[entry] == prize] for prize in expected} == expected
    assert undecided(rules, placed, scored) == open_ties


def test_cn_30_of_times_with_penalty_seconds_the_least_is_first():
    rules = rulebook(
        single_marks("leg1", "leg2", "faults"),
        node("total", "weighted_sum", "weights = { leg1 = 1, leg2 = 1, faults = 2 }", "adds_up_to = 4"),
        '[ranking]\nbetter = "lower"',
    )
    rows = {"A": ("12.4", "13.1", "3"), "B": ("15.0", "15.9", "0"), "C": ("14.2", "14.3", "1")}
    entries = {entry: dict(zip(("leg1", "leg2", "faults"), row, strict=True)) for entry, row in rows.items()}
    assert {entry: score(rules, given).total for entry, given in entries.items()} == {
        "A": Decimal("31.5"), "B": Decimal("30.9"), "C": Decimal("30.5"),
    }  # fmt: skip
    assert ranks(rules, entries) == {"C": 1, "B": 2, "A": 3}


def test_st_01_behind_a_shared_place_as_many_places_stay_empty():
    rules = rulebook(single_marks("total"))
    totals = ["44", "42", "42", "41", "41", "41", "39"]
    found = ranks(rules, {f"e{n}": {"total": total} for n, total in enumerate(totals)})
    assert list(found.values()) == [1, 2, 2, 4, 4, 4, 7]


@pytest.mark.parametrize(
    ("mark", "rounded"),
    [("2.675", "2.68"), ("0.125", "0.13"), ("89.825", "89.83"), ("1.005", "1.01"), ("-0.125", "-0.13")],
)
def test_st_05_half_up_is_what_people_round_not_what_binary_floats_round(mark, rounded):
    rules = rulebook(
        single_marks("mark", span="min = -1, max = 100, step = 0.001"),
        node("total", "sum", 'of = ["mark"]', "round = { places = 2 }"),
    )
    assert score(rules, {"mark": mark}).total == Decimal(rounded)


def test_ws_09_a_zero_is_a_mark_and_a_blank_is_not():
    names = ("a1", "a2", "b1", "b2")
    rules = rulebook(single_marks(*names), node("total", "sum", 'of = ["a1", "a2", "b1", "b2"]'))
    unfinished = score(rules, {"a1": "0", "a2": "0", "b1": "0"})
    assert (unfinished.complete, unfinished.values["total"]) == (False, None)
    assert [name for name in names if unfinished.values[name] is None] == ["b2"]
    finished = score(rules, dict.fromkeys(names, "0"))
    assert (finished.complete, finished.values["total"]) == (True, Decimal(0))
