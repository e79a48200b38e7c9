"""Places: each way of comparing, each way of writing them, decisions, categories and entries without a place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.scoring.ranking.places import rank, undecided_places
from tests.domain.scoring.results.field import entry, field, rules
from tests.domain.scoring.rulebooks import node, panel, rulebook, single_marks

N_MARK = node("n-mark", "mark", 'panel = "n-sheet"')
ST_01 = ("44", "42", "42", "41", "41", "41", "39")


def places(book, scored, **more):
    return {each.key: each.place for each in rank(book, scored, **more)}


@pytest.mark.parametrize(
    ("display", "shown"),
    [
        ("1224", ["1", "2", "2", "4", "4", "4", "7"]),
        ("1334", ["1", "3", "3", "6", "6", "6", "7"]),
        ("1223", ["1", "2", "2", "3", "3", "3", "4"]),
        ("1234", ["1", "2", "3", "4", "5", "6", "7"]),
        ("fractional", ["1", "2.5", "2.5", "5", "5", "5", "7"]),
    ],
)
def test_st_01_five_ways_of_writing_the_same_places(display, shown):
    placed = rank(
        rules(f'[ranking]\ndisplay = "{display}"'), field(**{f"e{n}": total for n, total in enumerate(ST_01)})
    )
    assert [each.shown for each in placed] == shown
    assert [each.place for each in placed] == [1, 2, 2, 4, 4, 4, 7]


def test_st_13_the_lowest_mark_is_dropped_again_and_again_until_the_tie_breaks():
    book = rules('[ranking]\nties = [{ node = "marks", how = "drop_lowest" }]')
    scored = {
        "A": entry("42", {"marks": ["9.0", "8.5", "8.0", "8.5", "8.0"]}),
        "B": entry("42", {"marks": ["9.0", "9.0", "8.0", "8.0", "8.0"]}),
    }
    assert places(book, scored) == {"B": 1, "A": 2}


def test_dropping_begins_with_one_dropped_not_with_the_whole_sum():
    book = rules('[ranking]\nties = [{ node = "marks", how = "drop_lowest" }]')
    scored = {"A": entry("20", {"marks": ["9", "5"]}), "B": entry("20", {"marks": ["9", "1"]})}
    assert places(book, scored) == {"A": 1, "B": 1}


def test_dropping_the_highest_again_and_again_prefers_the_even_performance():
    book = rules('[ranking]\nties = [{ node = "marks", how = "drop_highest" }]')
    scored = {"A": entry("20", {"marks": ["10", "6", "4"]}), "B": entry("20", {"marks": ["10", "5", "5"]})}
    assert places(book, scored) == {"B": 1, "A": 2}


@pytest.mark.parametrize(
    ("better", "first", "second"),
    [
        ("higher", ["5", "9", "1"], ["9", "4", "2"]),
        ("lower", ["7", "3", "9"], ["3", "8", "8"]),
        ("higher", ["9", "DNF"], ["9", None]),
        ("higher", ["9", "1"], ["9", "DNF"]),
        ("higher", ["9", "1"], ["9"]),
    ],
)
def test_countback_compares_the_best_then_the_second_best(better, first, second):
    book = rules(f'[ranking]\nties = [{{ node = "marks", how = "countback", better = "{better}" }}]')
    scored = {"x": entry("9", {"marks": second}), "y": entry("9", {"marks": first})}
    assert places(book, scored) == {"y": 1, "x": 2}


def test_module_by_module_compares_the_modules_in_order():
    second = '[[modules]]\nid = "n"\ntitle = { zh = "n", en = "n" }\nkind = "practical"\nscore = "wire"\n'
    order = '[ranking]\nties = [{ how = "module_by_module" }]\n'
    book = rulebook(
        single_marks("total", "wire"), panel("n-sheet").replace('module = "m"', 'module = "n"'), N_MARK + second + order
    )
    scored = {
        "a": entry("9", wire="3"),
        "b": entry("9", wire="4"),
        "c": entry("9", wire="4"),
        "d": entry("8", wire="9"),
    }
    assert places(book, scored) == {"b": 1, "c": 1, "a": 3, "d": 4}


def test_no_result_stands_behind_all_numbers_and_the_chain_goes_on_behind_it():
    book = rules('[ranking]\nbetter = "lower"\nties = [{ node = "best", better = "lower" }]', nodes=("best",))
    scored = {
        "a": entry("DNF", best="8"),
        "b": entry("12", best="9"),
        "c": entry("DNF", best="7"),
        "d": entry("DNF", best="DNF"),
        "e": entry(None),
    }
    assert places(book, scored) == {"b": 1, "c": 2, "a": 3, "d": 4, "e": None}


def test_where_places_are_never_shared_a_tie_waits_for_a_decision():
    book, scored = rules("[ranking]\nshared = false"), field(a="9", b="9", c="8", d="DNF", e="DNF")
    placed = rank(book, scored)
    assert undecided_places(book, placed, scored) == [("a", "b")]
    decided = rank(book, scored, decided={"b": 1, "a": 2})
    assert [(each.key, each.place) for each in decided][:3] == [("b", 1), ("a", 2), ("c", 3)]
    assert undecided_places(book, decided, scored) == []


def test_a_tie_decision_never_moves_anybody_across_a_better_total():
    assert places(rules(), field(a="9", b="8"), decided={"b": 1}) == {"a": 1, "b": 2}


def test_where_places_may_be_shared_nothing_is_undecided():
    book, scored = rules(), field(a="9", b="9")
    assert undecided_places(book, rank(book, scored), scored) == []


def test_each_category_has_places_of_its_own():
    attributes = {"a": {"category": "pupils"}, "b": {"category": "workers"}, "c": {"category": "pupils"}}
    placed = rank(rules('[ranking]\nper = "category"'), field(a="7", b="9", c="8"), attributes)
    assert [(each.key, each.category, each.place) for each in placed] == [
        ("c", "pupils", 1), ("a", "pupils", 2), ("b", "workers", 1),
    ]  # fmt: skip


def test_an_unofficial_entry_has_no_place_and_pushes_nobody_down():
    placed = rank(rules(), field(a="7", guest="9", b="8"), {"guest": {"official": "no"}})
    assert [(each.key, each.place) for each in placed] == [("b", 1), ("a", 2), ("guest", None)]


TOTALS = st.lists(st.sampled_from(["5", "6", "7", "DNF", None]), min_size=1, max_size=9)


@given(TOTALS, st.randoms())
def test_the_order_in_which_entries_are_listed_changes_nothing(totals, chance):
    scored = field(**{f"e{n}": total for n, total in enumerate(totals)})
    shuffled = dict(chance.sample(sorted(scored.items()), len(scored)))
    assert rank(rules(), shuffled) == rank(rules(), scored)
