"""Who is one of a field in a contest of stages: what is past stays as it was, who was stopped is not waited for."""

from decimal import Decimal

import pytest

from domain.rulebook.reading import fixed
from domain.scoring.numbers import NoResult
from domain.scoring.ranking import rank
from domain.scoring.scheme import scheme
from domain.scoring.scored import Given
from tests.domain.scoring.field.members import values
from tests.domain.scoring.rulebooks import node, panel, rulebook_text

RUNS = """
[[stages]]
id = "one"
title = { zh = "第一轮", en = "Run 1" }
total = "first"
advance = { first = 2 }
[[stages]]
id = "two"
title = { zh = "第二轮", en = "Run 2" }
total = "both"
[[modules]]
id = "m"
title = { zh = "m", en = "m" }
kind = "practical"
stages = ["one"]
score = "first"
[[modules]]
id = "n"
title = { zh = "n", en = "n" }
kind = "practical"
stages = ["two"]
score = "second"
"""


def two_runs_text(statuses=""):
    """Points of two runs; the best two go on. `share`: of the best of run 1; `of-both`: of the best of both."""
    parts = (
        panel("p", 1, ("a1",)),
        panel("q", 1, ("a1",)).replace('module = "m"', 'module = "n"'),
        node("first", "mark", 'panel = "p"'),
        node("second", "mark", 'panel = "q"'),
        node("both", "sum", 'of = ["first", "second"]'),
        node("share", "ratio_to_best", 'of = "first"'),
        node("of-both", "ratio_to_best", 'of = "both"'),
        f"[statuses]\n{statuses}" if statuses else "",
    )
    head, _, tail = rulebook_text(*parts, head='total = "both"').partition("[[modules]]")
    return head + RUNS + tail[tail.index("[[panels]]") :]


def two_runs(statuses=""):
    return fixed(two_runs_text(statuses))


def runs(one, two=None, **statuses):
    marks = {name: {"a1": {"S1": Decimal(value)}} for name, value in (("p", one), ("q", two)) if value is not None}
    return Given(marks, {"" if module == "entry" else module: word for module, word in statuses.items()})


def test_who_was_stopped_in_an_earlier_stage_is_neither_measured_nor_waited_for_later():
    found = scheme(two_runs()).evaluate_all({"a": runs(10, 10), "b": runs(8, 2), "c": runs(7)})
    assert {key: each.values["of-both"] for key, each in found.items()} == {"a": 100, "b": 50, "c": None}


@pytest.mark.parametrize("status", ["dsq", "dns"])
def test_a_status_in_a_later_stage_leaves_the_earlier_one_as_it_was(status):
    book = two_runs()
    found = scheme(book).evaluate_all({"a": runs(10, n=status), "b": runs(8, 2), "c": runs(5)})
    assert {key: each.values["share"] for key, each in found.items()} == {"a": 100, "b": 80, "c": 50}
    first = [(each.key, each.place) for each in rank(book, found, stage=book.stages[0])]
    assert first == [("a", 1), ("b", 2), ("c", 3)]
    assert found["a"].standing_in("two") == "unranked"
    assert found["a"].standing == ("unranked" if status == "dsq" else "ranked")


def test_who_withdraws_between_two_stages_keeps_what_was_reached_and_has_no_place_in_the_end():
    book = two_runs()
    found = scheme(book).evaluate_all({"a": runs(10, entry="withdrawn"), "b": runs(8, 2), "c": runs(5)})
    assert found["a"].values["first"] == 10
    assert next((each.key, each.place) for each in rank(book, found, stage=book.stages[0])) == ("a", 1)
    assert (found["a"].standing, found["a"].standing_in("one")) == ("unranked", "ranked")


def test_who_is_disqualified_altogether_is_so_in_every_stage():
    found = scheme(two_runs()).evaluate_all({"a": runs(10, 1, entry="dsq"), "b": runs(8, 2)})
    assert (found["a"].standing_in("one"), found["a"].values["first"]) == ("unranked", None)
    assert found["b"].values["share"] == 100


def test_a_run_not_finished_is_no_result_for_all_that_takes_it_in():
    book = two_runs('dnf = "last"')
    found = scheme(book).evaluate_all({"a": runs(10, n="dnf"), "b": runs(8, 2)})
    assert found["a"].standing_in("two") == "last"
    assert found["b"].values["of-both"] == 100
    assert not isinstance(found["a"].values["of-both"], Decimal | NoResult)


def test_who_was_in_the_heat_only_and_withdrew_is_not_in_the_final_s_field():
    for effect in ("zero", "counts", "last"):
        found = scheme(two_runs(f'withdrawn = "{effect}"')).evaluate_all(
            {"a": runs(10, 10), "b": runs(8, 2), "c": runs(5, entry="withdrawn")}
        )
        assert [found[entry].values["of-both"] for entry in "ab"] == [100, 50]


def test_who_has_begun_another_part_of_the_stage_is_waited_for():
    both = panel("r", 1, ("a1",)).replace('module = "m"', 'module = "o"')
    third = '[[modules]]\nid = "o"\ntitle = "o"\nkind = "practical"\nstages = ["two"]\nscore = "third"\n'
    text = two_runs_text().replace("[[panels]]", f"{third}[[panels]]", 1) + both + node("third", "mark", 'panel = "r"')
    how = scheme(fixed(text + node("place", "rank", 'of = "second"')))
    begun = Given({"p": {"a1": {"S1": Decimal(9)}}, "r": {"a1": {"S1": Decimal(1)}}})
    assert values(how, {"a": runs(10, 1), "b": begun}, "place") == {"a": None, "b": None}


def test_a_field_of_what_the_list_of_entries_says_is_everybody_s_in_every_stage():
    level = node("level", "formula", 'formula = "entry.level"') + node("rank-of-level", "rank", 'of = "level"')
    how = scheme(fixed(two_runs_text() + level))
    field = {"a": runs(10, 1)._replace(columns={"level": "2"}), "b": runs(5)._replace(columns={"level": "7"})}
    assert values(how, field, "rank-of-level") == {"a": 2, "b": 1}
