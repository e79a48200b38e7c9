"""Every fault of a rulebook is found, with its place, in both languages, and all of them at once."""

import re

import pytest

from domain.errors import Malformed
from domain.rulebook.checks.sentences import SENTENCES, fault
from domain.rulebook.reading import parse
from tests.domain.rulebook.cases import figures, formulas, names, results, tree, values
from tests.domain.rulebook.cases.book import GOOD, STAGED
from tests.domain.scoring.rulebooks import node, panel, rulebook_text, single_marks

CASES = values.CASES + names.CASES + tree.CASES + figures.CASES + formulas.CASES + results.CASES


def faults(text):
    with pytest.raises(Malformed) as found:
        parse(text)
    return [(each.place, each.zh, each.en) for each in found.value.faults]


def told(place, reason, **gaps):
    found = fault(place, reason, **gaps)
    return (found.place, found.zh, found.en)


@pytest.mark.parametrize("text", [GOOD, STAGED], ids=["one stage", "two stages"])
def test_the_books_all_cases_begin_with_have_no_fault(text):
    assert parse(text).total


@pytest.mark.parametrize(
    ("reason", "text", "place", "gaps"), CASES, ids=[f"{n}-{case[0]}" for n, case in enumerate(CASES)]
)
def test_each_fault_is_told_once_with_its_place(reason, text, place, gaps):
    found = faults(text)
    assert told(place, reason, **gaps) in found
    assert len(set(found)) == len(found)


def test_every_sentence_is_said_by_some_case():
    kept_for_what_pydantic_may_find_some_day = {"does-not-fit"}
    assert {case[0] for case in CASES} == set(SENTENCES) - kept_for_what_pydantic_may_find_some_day


def test_a_fault_seldom_brings_another_with_it():
    """A wrong name also leaves the thing it should have named without a use, and a wrong stage what is asked of it."""
    more = {reason for reason, text, _, _ in CASES if len(faults(text)) > 1}
    assert more == {"bad-id", "twice", "stands-once", "unknown-module", "unknown-panel", "no-end"}


def test_all_faults_are_told_at_once_though_one_stands_in_the_way_of_another():
    text = rulebook_text(
        panel("p", 3, span='max = "ten", step = 1'),
        panel("q", 2, ("b1",), rest="max = 5"),
        node("items", "averaged", 'panel = "p"'),
        node("total", "weighted_sum", "weights = { items = 0.5, nobody = 0.4 }"),
        names.TIE + '"ghost" }]',
    )
    found = {place: (zh, en) for place, zh, en in faults(text)}
    assert set(found) == {
        "panels.p.aspects.a1.max",
        "panels.q",
        "panels.q.max",
        "nodes.items.op",
        "nodes.total.weights",
        "ranking.ties.#1.node",
    }
    assert {told("nodes.total.weights", "unknown-node", name="nobody"), told("panels.q", "panel-unused")} < set(
        faults(text)
    )
    assert told("nodes.total.weights", "weights-do-not-add-up", found="0.9", stated=1) in faults(text)


def test_a_fault_of_a_part_that_stands_in_several_stages_is_told_once_where_it_was_written():
    text = STAGED.replace("step = 0.5", "step = 0.3", 1).replace('of = "items"', 'of = "items"\nround = {}')
    assert faults(text) == [
        told("panels.dives.aspects.execution", "step-does-not-divide", low="0", high="10", step="0.3"),
        told("nodes.kept.round", "places-or-step"),
    ]


def test_a_voiding_fault_that_a_veto_looks_at_is_counted():
    live = '[[panels]]\nid = "voids"\nmodule = "m"\naspects = [{ id = "live", kind = "voiding" }]\n'
    kept = node("kept", "veto", 'of = ["total"]', 'when = ["voids.live"]')
    assert parse(GOOD + live + kept).nodes["kept"].children == ("total", "voids.live")


@pytest.mark.parametrize("reason", SENTENCES)
def test_each_sentence_has_the_same_gaps_in_both_languages(reason):
    zh, en = SENTENCES[reason]
    assert set(re.findall(r"(?<!{){(\w+)}", zh)) == set(re.findall(r"(?<!{){(\w+)}", en))
    assert zh.endswith("。")
    assert en.endswith(".")


def test_two_things_of_one_id_are_told_apart_by_their_number():
    text = GOOD + panel("p", span="max = 5, step = 2")
    assert told("panels.#2.aspects.a1", "step-does-not-divide", low="0", high="5", step="2") in faults(text)


def test_what_may_have_been_meant_is_asked_in_both_languages():
    ((_, zh, en),) = faults(GOOD.replace('score = "total"', 'score = "totl"'))
    assert zh == "没有名为“totl”的节点。是不是“total”？"
    assert en == "There is no node “totl”. Did you mean “total”?"


def test_single_marks_make_a_good_rulebook():
    assert parse(rulebook_text(single_marks("total"))).panel("total-sheet").seats == ("S1",)
