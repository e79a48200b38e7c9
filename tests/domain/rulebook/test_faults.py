"""Every fault of a rulebook is found, with its place, in both languages, and all of them at once."""

import pytest

from domain.errors import Malformed
from domain.rulebook.checks.sentences import SENTENCES, fault
from domain.rulebook.reading import parse
from tests.domain.scoring.rulebooks import node, panel, rulebook_text, single_marks

TITLE = 'title = { zh = "甲", en = "a" }'
TIE = "[ranking]\nties = [{ node = "
PRIZE = '{ id = "first", title = { zh = "奖", en = "p" }, '
RATIO = '[awards]\nmode = "ratio"\nat_the_line = "extend"\nbase = "ranked"\nrounding = "up"\n'
ITEMS = node("items", "sum", 'panel = "p"', 'over = "judges"')
TOTAL = node("total", "sum", 'of = ["items"]', 'over = "aspects"')
GOOD = rulebook_text(panel("p", 3), ITEMS, TOTAL)


def faults(text):
    with pytest.raises(Malformed) as found:
        parse(text)
    return [(each.place, each.zh, each.en) for each in found.value.faults]


def told(place, reason, **gaps):
    found = fault(place, reason, **gaps)
    return (found.place, found.zh, found.en)


def changed(old, new, text=GOOD):
    assert old in text
    return text.replace(old, new, 1)


def with_node(*lines, op="sum"):
    return GOOD + node("more", op, *lines)


CASES: list[tuple[str, str, str, dict[str, object]]] = [
    # single values
    ("missing", changed('edition = "1"\n', ""), "edition", {}),
    ("missing", changed('op = "sum"\n', ""), "nodes.items.op", {}),
    ("unknown-key", GOOD.replace('id = "p"', 'id = "p"\ncolour = 1'), "panels.p.colour", {}),
    ("text-needed", changed('zh = "test"', "zh = 7"), "title.zh", {}),
    ("text-needed", changed('en = "test"', 'en = ""'), "title.en", {}),
    ("bad-id", changed('id = "test"', 'id = "a b"'), "id", {}),
    ("bad-id", GOOD + '[nodes."a b"]\nop = "sum"\n' + TITLE + '\nof = ["total"]', "nodes.a b", {}),
    ("number-needed", changed("max = 100", 'max = "100"'), "panels.p.aspects.a1.max", {}),
    ("number-needed", changed("max = 100", "max = true"), "panels.p.aspects.a1.max", {}),
    ("number-needed", changed("max = 100", "max = nan"), "panels.p.aspects.a1.max", {}),
    ("number-too-long", changed("max = 100", "max = 1e12"), "panels.p.aspects.a1.max", {}),
    ("number-too-long", changed("step = 0.001", "step = 0.0000000001"), "panels.p.aspects.a1.step", {}),
    ("count-needed", GOOD + "[windows]\nappeal_minutes = 1.5", "windows.appeal_minutes", {}),
    ("at-least", GOOD + "[windows]\nappeal_minutes = -1", "windows.appeal_minutes", {"ge": 0}),
    ("above", GOOD + RATIO + f"prizes = [{PRIZE} ratio = 0 }}]", "awards.prizes.first.ratio", {"gt": 0}),
    ("at-most", GOOD + RATIO + f"prizes = [{PRIZE} ratio = 1.5 }}]", "awards.prizes.first.ratio", {"le": 1}),
    (
        "true-or-false",
        GOOD + RATIO + f"cumulative = 1\nprizes = [{PRIZE} ratio = 1 }}]",
        "awards.cumulative",
        {},
    ),
    ("one-of", changed('kind = "practical"', 'kind = "oral"'), "modules.m.kind", {"expected": "theory, practical"}),
    ("one-of", changed("format = 1", "format = 2"), "format", {"expected": "1"}),
    ("one-of", GOOD + '[awards]\nmode = "lot"', "awards.mode", {"expected": "fixed, ratio, cuts"}),
    ("list-needed", changed('of = ["items"]', 'of = "items"'), "nodes.total.of", {}),
    ("table-needed", changed('title = { zh = "test", en = "test" }', "title = 3"), "title", {}),
    ("not-empty", changed("seats = ['S1', 'S2', 'S3']", "seats = []"), "panels.p.seats", {}),
    ("places-or-step", GOOD + "round = {}", "nodes.total.round", {}),
    ("places-or-step", GOOD + "round = { places = 1, step = 0.1 }", "nodes.total.round", {}),
    # names
    ("twice", GOOD + panel("p"), "panels", {"name": "p"}),
    ("twice", GOOD.replace("'S2'", "'S1'"), "panels.p.seats", {"name": "S1"}),
    ("twice", rulebook_text(panel("p", 1, ("a1", "a1")), ITEMS, TOTAL), "panels.p.aspects", {"name": "a1"}),
    ("twice", with_node('of = ["total", "total"]'), "nodes.more.of", {"name": "total"}),
    (
        "twice",
        GOOD + f'[awards]\nmode = "cuts"\nprizes = [{PRIZE.rstrip(", ")} }}, {PRIZE.rstrip(", ")} }}]',
        "awards.prizes",
        {"name": "first"},
    ),
    ("unknown-module", changed('module = "m"', 'module = "n"'), "panels.p.module", {"name": "n"}),
    ("unknown-panel", changed('panel = "p"', 'panel = "q"'), "nodes.items.panel", {"name": "q"}),
    ("unknown-aspect", with_node('panel = "p"', 'aspect = "b"', op="mark"), "nodes.more.aspect", {"name": "b"}),
    ("unknown-node", changed('total = "total"', 'total = "sum"'), "total", {"name": "sum"}),
    ("unknown-node", changed('score = "total"', ""), "modules.m.score", {"name": "m"}),
    ("unknown-node", with_node('of = ["gone"]'), "nodes.more.of", {"name": "gone"}),
    ("unknown-node", with_node("weights = { gone = 1 }", op="weighted_sum"), "nodes.more.weights", {"name": "gone"}),
    ("unknown-node", GOOD + TIE + '"gone" }]', "ranking.ties.#1.node", {"name": "gone"}),
    ("no-panel", GOOD + f'[[modules]]\nid = "n"\n{TITLE}\nkind = "theory"\nscore = "total"', "modules.n", {}),
    ("panel-unused", GOOD + panel("idle"), "panels.idle", {}),
    ("import-panel", changed('kind = "practical"', 'kind = "theory"\nmarked_by = "import"'), "panels.p", {}),
    # the tree
    (
        "cycle",
        GOOD + node("b", "sum", 'of = ["c"]') + node("c", "sum", 'of = ["d"]') + node("d", "sum", 'of = ["b"]'),
        "nodes.b",
        {"name": "b → c → d → b"},
    ),
    ("cycle", with_node('of = ["more"]'), "nodes.more", {"name": "more → more"}),
    ("node-family", changed('total = "total"', 'total = "items"'), "total", {"name": "items"}),
    ("node-family", changed('score = "total"', 'score = "items"'), "modules.m", {"name": "items"}),
    ("node-family", GOOD + TIE + '"items" }]', "ranking.ties.#1.node", {"name": "items"}),
    ("panel-or-of", with_node(), "nodes.more", {}),
    ("panel-or-of", with_node('panel = "p"', 'of = ["total"]'), "nodes.more", {}),
    ("over-needed", with_node('panel = "p"'), "nodes.more", {}),
    ("over-one-family", with_node('of = ["items", "total"]', 'over = "aspects"'), "nodes.more", {}),
    ("other-axis", with_node('of = ["items"]', 'over = "judges"'), "nodes.more", {"name": "items"}),
    ("no-family", with_node('of = ["total"]', 'over = "judges"'), "nodes.more", {"name": "total"}),
    ("child-is-family", with_node('of = ["items"]'), "nodes.more", {"name": "items"}),
    ("child-is-family", with_node("weights = { items = 1 }", op="weighted_sum"), "nodes.more", {"name": "items"}),
    ("mark-one-seat", with_node('panel = "p"', op="mark"), "nodes.more", {"name": "p"}),
    (
        "mark-which-aspect",
        GOOD + panel("q", 1, ("a1", "a2")) + node("more", "mark", 'panel = "q"'),
        "nodes.more",
        {"name": "q"},
    ),
    (
        "too-few-to-trim",
        with_node('panel = "p"', 'over = "judges"', "drop_low = 2", op="trimmed_mean"),
        "nodes.more",
        {"name": 3},
    ),
    # figures
    ("step-not-positive", changed("step = 0.001", "step = 0"), "panels.p.aspects.a1", {}),
    ("step-not-positive", GOOD + "round = { step = -1 }", "nodes.total.round", {}),
    ("range-empty", changed("max = 100", "max = 0"), "panels.p.aspects.a1", {}),
    (
        "step-does-not-divide",
        changed("step = 0.001", "step = 0.3"),
        "panels.p.aspects.a1",
        {"low": "0", "high": "100", "step": "0.3"},
    ),
    (
        "aspects-do-not-add-up",
        rulebook_text(panel("p", 3, rest="max = 90"), ITEMS, TOTAL),
        "panels.p.max",
        {"found": 100, "stated": 90},
    ),
    (
        "weights-do-not-add-up",
        with_node("weights = { total = 0.9 }", op="weighted_sum"),
        "nodes.more.weights",
        {"found": "0.9", "stated": 1},
    ),
    (
        "ratios-above-one",
        GOOD + RATIO + f"prizes = [{PRIZE} ratio = 0.6 }}, {PRIZE.replace('first', 'second')} ratio = 0.5 }}]",
        "awards.prizes",
        {"found": "1.1"},
    ),
    ("must-agree", with_node('panel = "p"', 'over = "judges"', op="agreement"), "nodes.more", {"name": "p"}),
    ("no-end", rulebook_text(panel("p", 3), ITEMS.replace('"sum"', '"mean"'), TOTAL), "nodes.total", {}),
    (
        "too-many-places",
        GOOD
        + node("w0", "sum", 'of = ["total"]')
        + "".join(
            node(f"w{n}", "weighted_sum", f"weights = {{ w{n - 1} = 0.000000001 }}", "adds_up_to = 0.000000001")
            for n in range(1, 5)
        ),
        "nodes.w4",
        {"name": 39},
    ),
]


def test_the_book_all_cases_begin_with_has_no_fault():
    assert parse(GOOD).total == "total"


@pytest.mark.parametrize(
    ("reason", "text", "place", "gaps"), CASES, ids=[f"{n}-{case[0]}" for n, case in enumerate(CASES)]
)
def test_each_fault_is_told_with_its_place(reason, text, place, gaps):
    assert told(place, reason, **gaps) in faults(text)


def test_every_sentence_is_said_by_some_case():
    kept_for_what_pydantic_may_find_some_day = {"does-not-fit"}
    assert {case[0] for case in CASES} == set(SENTENCES) - kept_for_what_pydantic_may_find_some_day


def test_a_fault_seldom_brings_another_with_it():
    """A wrong name also leaves the thing it should have named without a use; those two are both told."""
    more = {reason for reason, text, _, _ in CASES if len(faults(text)) > 1}
    assert more == {"unknown-module", "unknown-panel", "unknown-aspect"}


def test_all_faults_are_told_at_once_though_one_stands_in_the_way_of_another():
    text = rulebook_text(
        panel("p", 3, span='max = "ten", step = 1'),
        panel("q", 2, rest="max = 5"),
        node("items", "average", 'panel = "p"'),
        node("total", "weighted_sum", "weights = { items = 0.5, nobody = 0.4 }"),
        TIE + '"ghost" }]',
    )
    assert set(faults(text)) == {
        told("panels.p.aspects.a1.max", "number-needed"),
        told("panels.q", "panel-unused"),
        told("panels.q.max", "aspects-do-not-add-up", found=100, stated=5),
        told("nodes.items.op", "one-of", expected="mark, sum, mean, trimmed_mean, agreement, weighted_sum"),
        told("nodes.total.weights", "unknown-node", name="nobody"),
        told("nodes.total.weights", "weights-do-not-add-up", found="0.9", stated=1),
        told("ranking.ties.#1.node", "unknown-node", name="ghost"),
    }


@pytest.mark.parametrize("reason", SENTENCES)
def test_each_sentence_has_the_same_gaps_in_both_languages(reason):
    zh, en = SENTENCES[reason]
    gaps = ("ge", "gt", "le", "expected", "name", "found", "stated", "low", "high", "step")
    assert {gap for gap in gaps if f"{{{gap}}}" in zh} == {gap for gap in gaps if f"{{{gap}}}" in en}
    assert zh.endswith("。")
    assert en.endswith(".")


def test_two_things_of_one_id_are_told_apart_by_their_number():
    text = GOOD + panel("p", span="max = 5, step = 2")
    assert told("panels.#2.aspects.a1", "step-does-not-divide", low="0", high="5", step="2") in faults(text)


def test_single_marks_make_a_good_rulebook():
    assert parse(rulebook_text(single_marks("total"))).panel("total-sheet").seats == ("S1",)
