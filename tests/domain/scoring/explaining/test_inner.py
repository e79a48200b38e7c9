"""What a formula cuts inside itself is told with the figure before the cut."""

from decimal import Decimal

import pytest

from domain.scoring.explanation import explain
from domain.scoring.telling import tell
from tests.domain.scoring.rulebooks import marks, node, panel, rulebook, single_marks


def bracket(formula, language="en", **given):
    rules = rulebook(single_marks(*given), node("total", "formula", f'formula = "{formula}"', "round = { places = 3 }"))
    return tell(explain(rules, marks(given)), rules, language).splitlines()[1]


@pytest.mark.parametrize(
    ("formula", "said"),
    [
        ("floor(x * 1.5)", "floor made 10 of 10.5"),
        ("ceil(x / 5) + 1", "ceil made 2 of 1.4"),
        ("round(x / 3, 1)", "round made 2.3 of 7/3 (≈ 2.3333)"),
        ("if(x > 5, floor(x / 2), round(x / 3, 0))", "floor made 3 of 3.5"),
    ],
)
def test_the_figure_before_a_cut_is_told(formula, said):
    told = bracket(formula, x="7")
    assert said in told
    assert told.count(" made ") == 1


def test_in_chinese_too():
    assert "floor 由 10.5 得 10" in bracket("floor(x * 1.5)", "zh", x="7")


def test_a_cut_that_changes_nothing_is_not_told():
    assert " made " not in bracket("floor(x)", x="7")


def test_within_a_family_every_member_is_told():
    rules = rulebook(
        panel("p", 1, ("a", "b")),
        node("each", "marks", 'panel = "p"'),
        node("total", "formula", 'formula = "sum(round(each * 1.25, 1))"'),
    )
    given = {"p": {"a": {"S1": Decimal(1)}, "b": {"S1": Decimal(2)}}}
    told = tell(explain(rules, given), rules, "en").splitlines()[1]
    assert "round made 1.3, 2.5 of 1.25, 2.5" in told
