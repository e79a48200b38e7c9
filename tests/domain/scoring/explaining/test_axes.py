"""What members of families are called: attempts are attempts, judges are judges, aspects have their titles."""

from decimal import Decimal

from domain.scoring.beside import Beside
from domain.scoring.explanation import explain
from domain.scoring.telling import tell
from tests.domain.scoring.rulebooks import node, rulebook

ATTEMPTS = """[[panels]]
id = "g"
module = "m"
seats = 3
attempts = 2
aspects = [{ id = "goe", title = { zh = "执行", en = "GOE" }, max = 5 }]
[[panels]]
id = "t"
module = "m"
attempts = 2
aspects = [{ id = "base", max = 9 }]"""
RULES = rulebook(
    ATTEMPTS,
    node("grade", "median", 'panel = "g"', 'over = "judges"'),
    node("el", "formula", 'formula = "grade * t.base"'),
    node("total", "sum", 'of = "el"'),
)
MARKS = {
    "g": {f"{attempt}.goe": {str(seat): Decimal(seat) for seat in (1, 2, 3)} for attempt in (1, 2)},
    "t": {"1.base": {"1": Decimal(2)}, "2.base": {"1": Decimal(3)}},
}
BESIDE = Beside(judges={("g", f"{attempt}.goe", str(seat)): f"J{seat}" for attempt in (1, 2) for seat in (1, 2, 3)})


def told(language="en", beside=BESIDE, **asked):
    return [line.strip() for line in tell(explain(RULES, MARKS, **asked), RULES, language, beside).splitlines()]


def test_a_family_along_attempts_is_named_by_attempts_whoever_sat_in_the_seat_of_that_number():
    lines = told()
    assert "el · attempt 1: 4" in lines
    assert "grade · attempt 2: 2" in lines
    assert "J2 Attempt 2 · GOE: 2" in lines
    assert "el · 第 1 次：4" in told("zh")


def test_a_family_along_judges_is_named_by_the_judges_and_one_along_aspects_by_titles():
    rules = rulebook(
        ATTEMPTS.replace("attempts = 2\n", "").partition('[[panels]]\nid = "t"')[0],
        node("each", "marks", 'panel = "g"'),
        node("total", "sum", 'of = "each"', 'over = "judges"'),
    )
    given = {"g": {"goe": {str(seat): Decimal(seat) for seat in (1, 2, 3)}}}
    beside = Beside(judges={("g", "goe", "2"): "J2"})
    lines = tell(explain(rules, given), rules, "en", beside).splitlines()
    assert "  each · J2: 2 (J2)" in lines
    assert "  each · 3: 3 (3)" in lines


def test_what_a_formula_calls_a_mark_is_written_as_the_formula_writes_it_and_a_lone_seat_is_left_out():
    assert "t.base = base · attempt 1: 2" in told()


def test_a_formula_that_was_told_of_one_member_is_not_told_again_of_the_next():
    lines = [line for line in told() if line.startswith("[formula")]
    assert ["formula: grade * t.base" in line for line in lines] == [True, False]
    assert "as above" in lines[1]
