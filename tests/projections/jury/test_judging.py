"""What is compared between judges, and whom the rulebook strikes: on marks given by the rules themselves."""

from decimal import Decimal

from domain.panels.commands import StateSeatAbsent
from projections.jury.compared import sheets
from projections.jury.judging import judging
from projections.jury.struck import struck
from tests.support.histories import History
from tests.support.small import CHIEF, RULEBOOK, SCORERS, WHY, C

SEATS = 'seats = ["S1", "S2", "S3"]'
ASPECTS = 'aspects = [{ id = "q1", title = { zh = "工艺", en = "Workmanship" }, max = 60, step = 0.5 }]'
BY_ASPECT = """[nodes.product_by_aspect]
op = "trimmed_mean"
title = { zh = "成品各项", en = "Product, by aspect" }
panel = "product"
over = "judges"
round = { places = 2 }

[nodes.product]
op = "sum"
title = { zh = "成品", en = "Product" }
of = ["product_by_aspect"]
over = "aspects"
"""
BY_JUDGE = """[nodes.sheet]
op = "sum"
title = { zh = "每位裁判", en = "Each judge" }
panel = "product"
over = "aspects"

[nodes.product]
op = "trimmed_mean"
title = { zh = "成品", en = "Product" }
of = ["sheet"]
over = "judges"
"""
TWO = ASPECTS.replace("}]", '}, { id = "q2", title = { zh = "整洁", en = "Tidiness" }, max = 10, step = 1 }]')
LOST = """aspects = [
  { id = "q1", kind = "fault_item", title = { zh = "工艺", en = "Workmanship" }, max = 60, step = 0.5, faults = [
    { id = "burr", title = { zh = "毛刺", en = "Burr" }, points = 2 },
    { id = "gap", title = { zh = "缝隙", en = "Gap" }, points = 3 },
  ] },
]"""
TIMED = ASPECTS.replace("}]", '}, { id = "clock", kind = "time", title = { zh = "用时", en = "Time" } }]')


def given(rulebook, **marks):
    """Aspect → the marks of the three scoring judges for code 01, "" for none."""
    history = History(rulebook=rulebook)
    for aspect, values in marks.items():
        for judge, value in zip(SCORERS, values.split(), strict=True):
            if value != "-":
                history.mark(judge, "01", aspect.replace("__", "."), value)
    return history


def found(history):
    marks = history.wall().marks
    return judging(sheets(marks), struck(marks))


def test_what_is_measured_in_its_own_unit_is_compared_by_itself():
    timed = RULEBOOK.replace(ASPECTS, TIMED).replace(
        'panel = "product"\nover = "judges"', 'panel = "product"\naspects = ["q1"]\nover = "judges"'
    )
    points, clock = found(given(timed, q1="50 52 48", clock="61.5 60 60"))
    assert (points.only, clock.only and clock.only.en) == (None, "Time")
    assert [judge.strictness for judge in clock.judges] == [Decimal("1.5"), Decimal("-0.75"), Decimal("-0.75")]
    assert not clock.trimmed


def test_a_fault_that_only_one_judge_has_found_sets_this_judge_apart():
    (panel,) = found(given(RULEBOOK.replace(ASPECTS, LOST), q1__burr="2 2 2", q1__gap="3 - -"))
    assert [judge.marks for judge in panel.judges] == [2, 1, 1]
    assert [judge.strictness for judge in panel.judges] == [Decimal("-1.5"), Decimal("0.75"), Decimal("0.75")]


def test_a_judge_struck_out_with_the_whole_sheet_is_struck_once():
    rulebook = RULEBOOK.replace(ASPECTS, TWO).replace(BY_ASPECT, BY_JUDGE)
    assert "product_by_aspect" not in rulebook
    (panel,) = found(given(rulebook, q1="50 52 48", q2="5 9 6"))
    assert panel.trimmed
    assert [(judge.highest, judge.lowest) for judge in panel.judges] == [(0, 0), (1, 0), (0, 1)]


def test_a_panel_that_is_not_complete_strikes_nobody():
    (panel,) = found(given(RULEBOOK, q1="50 52 -"))
    assert [(judge.highest, judge.lowest) for judge in panel.judges] == [(0, 0)] * 3
    assert (panel.raters, panel.works) == (2, 1)


def test_what_an_absent_judge_had_marked_is_not_compared():
    history = given(RULEBOOK.replace(SEATS, SEATS + '\nabsent = "mean_of_present"'), q1="50 52 48")
    history.ask(StateSeatAbsent(C, "product", "01", "S3", WHY), CHIEF)
    (panel,) = found(history)
    assert [judge.marks for judge in panel.judges] == [1, 1, 0]
    assert [judge.strictness for judge in panel.judges] == [-2, 2, None]
