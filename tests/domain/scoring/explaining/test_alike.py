"""Inputs that say the same are one line: absent judges, a status for all marks; strikes where less is better."""

from decimal import Decimal

import pytest

from domain.scoring.beside import Beside
from domain.scoring.explanation import explain
from domain.scoring.numbers import ABSENT, NO_RESULT
from domain.scoring.telling import tell
from tests.domain.scoring.rulebooks import node, panel, rulebook

GOES_ON = 'absent = "mean_of_present"\nquorum = 2'
MEAN = rulebook(panel("p", 5, rest=GOES_ON), node("total", "trimmed_mean", 'panel = "p"', "round = { places = 2 }"))


def lines(rules, given, beside=None, language="en", **asked):
    step = explain(rules, given, **asked)
    return [line.strip() for line in tell(step, rules, language, beside or Beside()).splitlines()]


def test_judges_who_were_absent_are_one_line():
    sheet = {"a1": {"S1": Decimal(5), "S2": ABSENT, "S3": Decimal(6), "S4": ABSENT, "S5": Decimal(7)}}
    told = lines(MEAN, {"p": sheet})
    assert "S2 and S4 a1: judge absent (does not count)" in told
    assert sum("absent" in line for line in told) == 1
    assert "S2和S4 a1：裁判缺席（不计）" in lines(MEAN, {"p": sheet}, language="zh")


def test_a_judge_who_has_nothing_to_do_with_the_entry_is_no_line_of_a_family_either():
    rules = rulebook(
        panel("p", 3, rest=GOES_ON),
        node("each", "marks", 'panel = "p"'),
        node("total", "mean", 'of = "each"', "round = { places = 2 }"),
    )
    told = lines(rules, {"p": {"a1": {"S1": Decimal(5), "S2": ABSENT, "S3": ABSENT}}})
    assert "each · S2 and S3: judge absent (does not count)" in told


def test_a_status_in_the_place_of_all_marks_is_one_line_without_strikes():
    rules = rulebook(
        panel("p", 5),
        node("part", "trimmed_mean", 'panel = "p"'),
        node("total", "sum", 'of = ["part"]', "round = { places = 2 }"),
    )
    beside = Beside(stated={("dns", "m"): "marks.csv line 9"})
    told = lines(rules, {"p": {}}, beside, statuses={"m": "dns"}, node="part")
    assert told[2:] == ["a1: did not start (marks.csv line 9)"]


TIMES = """[[panels]]
id = "t"
module = "m"
attempts = 5
aspects = [{ id = "time", kind = "time", max = 100 }]"""


@pytest.mark.parametrize(("said", "best", "worst"), [("", "best", "worst"), ('better = "higher"', "highest", "lowest")])
def test_of_times_the_best_and_the_worst_are_struck_out(said, best, worst):
    panel_ = TIMES if not said else TIMES.replace('kind = "time"', 'kind = "measured", min = 0')
    rules = rulebook(panel_, node("total", "average_of_five", 'panel = "t"', "round = { places = 2 }", said))
    given = {"t": {f"{n}.time": {"1": Decimal(10 + n)} for n in range(1, 6)}}
    told = lines(rules, given)
    first, last = (best, worst) if not said else (worst, best)
    assert f"Attempt 1 · time: 11 (struck out: {first})" in told
    assert f"Attempt 5 · time: 15 (struck out: {last})" in told


def test_where_nothing_has_a_result_nothing_is_struck_out():
    rules = rulebook(TIMES, node("total", "average_of_five", 'panel = "t"', "round = { places = 2 }"))
    given = {"t": {f"{n}.time": {"1": NO_RESULT} for n in range(1, 6)}}
    assert not any("struck out" in line for line in lines(rules, given))
