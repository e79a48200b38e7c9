"""An explanation one can read: each value told once, as deep as fits, stages and judges by their names."""

from decimal import Decimal

from domain.rulebook.reading import fixed
from domain.scoring.beside import Beside
from domain.scoring.explanation import explain
from domain.scoring.scheme import scheme
from domain.scoring.telling import tell, tell_all
from domain.scoring.tree.trace import Trace
from tests.domain.scoring.rulebooks import HEAT_AND_FINAL, marks, node, panel, rulebook, single_marks

SHARED = rulebook(
    single_marks("x", "y"),
    node("best", "max", 'of = ["x", "y"]'),
    node("twice", "product", 'of = ["best", "x"]'),
    node("total", "sum", 'of = ["best", "twice"]'),
)
GIVEN = marks({"x": "5", "y": "7"})


def test_what_two_values_are_made_of_is_told_once():
    assert tell(explain(SHARED, GIVEN), SHARED, "en").splitlines() == [
        "total: 42",
        "  [sum; rule: docs/rules/sum.md]",
        "  best: 7",
        "    [highest; rule: docs/rules/min-max.md]",
        "    x: 5 (S1)",
        "    y: 7 (S1)",
        "  twice: 35",
        "    [product; rule: docs/rules/product.md]",
        "    best: 7 (see above)",
        "    x: 5 (S1)",
    ]


def test_a_telling_stops_at_the_depth_that_fits_and_says_what_to_ask_for():
    step = explain(SHARED, GIVEN)
    assert tell(step, SHARED, "zh", most=6).splitlines() == [
        "total：42",
        "  [相加；规则：docs/rules/sum.md]",
        "  best：7 ▸ best",
        "  twice：35 ▸ twice",
    ]
    assert tell(step, SHARED, "zh", most=99) == tell(step, SHARED, "zh")


def test_however_little_fits_the_first_inputs_are_told():
    assert len(tell(explain(SHARED, GIVEN), SHARED, "en", most=1).splitlines()) == 4


def test_members_of_a_family_told_together_share_what_they_are_made_of():
    rules = rulebook(
        panel("p", 2, ("a1", "a2")),
        single_marks("x", "y"),
        node("most", "max", 'of = ["x", "y"]'),
        node("items", "mean", 'panel = "p"', 'over = "judges"'),
        node("scaled", "product", 'of = ["items", "most"]'),
        node("total", "sum", 'of = ["scaled"]', 'over = "aspects"'),
    )
    trace = Trace()
    sheets = {"p": {aspect: {"S1": Decimal(4), "S2": Decimal(6)} for aspect in ("a1", "a2")}}
    scheme(rules).evaluate(sheets | marks({"x": "2", "y": "3"}), trace=trace)
    told = tell_all(list(trace.of("scaled").values()), rules, "en")
    assert [line for line in told if "most" in line] == ["  most: 3", "  most: 3 (see above)"]


def test_a_judge_is_called_by_the_name_the_marks_were_handed_in_under():
    rules = rulebook(
        panel("p", 2, ("a1", "a2")),
        node("sheets", "sum", 'panel = "p"', 'over = "aspects"'),
        node("total", "mean", 'of = ["sheets"]', 'over = "judges"'),
    )
    names = {("p", aspect, f"S{n}"): f"裁判{n}" for aspect in ("a1", "a2") for n in (1, 2)}
    sheets = {"p": {aspect: {"S1": Decimal(4), "S2": Decimal(6)} for aspect in ("a1", "a2")}}
    lines = tell(explain(rules, sheets), rules, "zh", Beside(judges=names)).splitlines()
    assert "  sheets · 裁判2：12" in lines
    assert "    裁判2 a1：6" in lines


def test_two_runs_of_one_node_are_told_apart_by_their_stage():
    rules = fixed(HEAT_AND_FINAL + '[nodes.overall]\nop = "sum"\nof = ["heat.points", "final.points"]\n')
    given = {name: {"a": {"1": Decimal(4)}} for name in ("heat.p", "final.p")}
    assert [line.strip().partition(":")[0] for line in tell(explain(rules, given), rules, "en").splitlines()] == [
        "overall",
        "[sum; rule",
        "heat · points",
        "final · points",
    ]
