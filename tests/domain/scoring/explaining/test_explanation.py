"""An explanation names everything a value is made of, in both languages and for JSON."""

import json

import pytest

from domain.scoring.beside import Beside
from domain.scoring.explanation import as_map, explain
from domain.scoring.telling import tell
from tests.domain.scoring.rulebooks import marks, node, panel, rulebook, single_marks

RULES = rulebook(
    single_marks("theory"),
    panel("floor", 2, rest="max_spread = 0"),
    panel("works", 3, ("b1",)),
    node("agreed", "agreement", 'panel = "floor"', 'over = "judges"'),
    node("process", "sum", 'of = ["agreed"]', 'over = "aspects"'),
    node("items", "trimmed_mean", 'panel = "works"', 'over = "judges"'),
    node("product", "sum", 'of = ["items"]', 'over = "aspects"', "round = { places = 1 }"),
    node("practical", "mean", 'of = ["process", "product"]'),
    node("total", "weighted_sum", "weights = { theory = 0.3, practical = 0.7 }", "round = { places = 2 }"),
)
ALL = {"theory": "86.5", "floor": ["40", "40"], "works.b1": ["48.25", "50", "47"]}


def test_told_in_english_down_to_each_mark():
    beside = Beside({("works", "b1", "S1"): "no. 1234, 09:31:07"})
    told = tell(explain(RULES, marks(ALL)), RULES, "en", beside)
    assert told.splitlines() == [
        "total: 56.86",
        "  [weighted sum; rounded from 56.855 to 0.01, half up; rule: docs/rules/weighted-sum.md]",
        "  0.3 × theory: 86.5 (S1)",
        "  0.7 × practical: 44.15",
        "    [mean; divided by 2; rule: docs/rules/mean.md]",
        "    process: 40",
        "      [sum; rule: docs/rules/sum.md]",
        "      agreed: 40",
        "        [agreed value; rule: docs/rules/agreement.md]",
        "        S1 a1: 40",
        "        S2 a1: 40",
        "    product: 48.3",
        "      [sum; rounded from 48.25 to 0.1, half up; rule: docs/rules/sum.md]",
        "      items: 48.25",
        "        [mean without highest and lowest; rule: docs/rules/trimmed-mean.md]",
        "        S1 b1: 48.25 (no. 1234, 09:31:07)",
        "        S2 b1: 50 (struck out: highest)",
        "        S3 b1: 47 (struck out: lowest)",
    ]


def test_told_in_chinese_with_chinese_signs_and_no_part_as_if_it_were_the_total():
    told = tell(explain(RULES, marks(ALL | {"floor": ["40", "41"]})), RULES, "zh")
    lines = told.splitlines()
    assert lines[0] == "total：…（尚不完整，已有部分为 42.86）"
    assert lines[1] == "  [加权相加；由 42.855 按 0.01 四舍五入；规则：docs/rules/weighted-sum.md]"
    assert "      agreed：…" in lines
    assert "        [一致认定；意见不一致；规则：docs/rules/agreement.md]" in lines
    assert "        S2 b1：50（去掉：最高）" in lines


def test_told_what_is_missing_and_which_status_decided():
    assert "theory: not yet marked (S1)" in tell(explain(RULES, marks({"floor": ["1", "1"]})), RULES, "en")
    told = tell(explain(RULES, marks(ALL), {"m": "dsq"}), RULES, "en")
    assert told.splitlines() == ["total: …", "  [weighted sum; disqualified; rule: docs/rules/statuses.md]"]


def test_a_status_is_told_with_where_it_was_stated():
    stated = Beside(stated={("dsq", "m"): "marks.csv line 7", ("dns", "m"): "marks.csv line 2"})
    told = tell(explain(RULES, marks(ALL), {"m": "dsq"}), RULES, "en", stated)
    assert "[weighted sum; disqualified: marks.csv line 7; rule" in told


def test_the_judges_own_sum_is_told_by_its_seat():
    rules = rulebook(
        panel("p", 2),
        node("sheets", "sum", 'panel = "p"', 'over = "aspects"'),
        node("total", "mean", 'of = ["sheets"]', 'over = "judges"'),
    )
    told = tell(explain(rules, marks({"p": ["1", "2"]})), rules, "en")
    assert "  sheets · S2: 2" in told.splitlines()


def test_the_map_is_plain_json_with_exact_text():
    told = json.loads(json.dumps(as_map(explain(RULES, marks(ALL), node="product"))))
    assert (told["value"], told["before"]) == ("48.3", "48.25")
    assert told["rounding"] == {"grain": "0.1", "mode": "half_up"}
    (item,) = told["inputs"]
    assert item["step"]["divisor"] == 1
    assert item["step"]["inputs"][1] == {
        "value": "50", "struck": "highest", "weight": None, "panel": "works", "aspect": "b1", "seat": "S2",
    }  # fmt: skip


def test_asking_for_a_node_that_is_not_there_is_a_mistake_of_the_caller():
    with pytest.raises(KeyError):
        explain(RULES, {}, node="nowhere")
    family = rulebook(
        panel("p", 1, ("a1", "a2")), node("items", "marks", 'panel = "p"'), node("total", "sum", 'of = ["items"]')
    )
    with pytest.raises(KeyError):
        explain(family, {}, node="items")  # a family: say which member
