"""Which columns of the list of entries a rulebook asks for."""

from domain.rulebook.reading import parse
from domain.rulebook.results.columns import asked_cells, asked_columns, needed_columns
from tests.domain.rulebook.cases.everything import EVERYTHING
from tests.support.small import RULEBOOK


def test_every_list_may_say_who_competes_without_a_place():
    assert asked_columns(parse(RULEBOOK)) == ("official",)


def test_ranking_prizes_teams_honours_and_formulas_ask_for_columns_but_not_for_those_every_list_has():
    rules = RULEBOOK.replace("[ranking]\n", '[ranking]\nper = "category"\n').replace(
        'mode = "fixed"', 'mode = "fixed"\nlimit = { by = "unit", count = 2 }'
    )
    rules += '[[teams]]\nid = "t"\nby = "club"\nof = "total"\n'
    rules += '[[honours]]\nid = "h"\nplace_to = 1\nholds = ["3"]\nnot_held = true\nworker = true\n'
    rules += '[nodes.age]\nop = "formula"\nformula = "task + entry.age"\n'
    assert asked_columns(parse(rules)) == ("age", "club", "grade", "titles", "unit", "worker", "official")


def test_a_stage_s_quota_asks_for_its_column():
    quota = EVERYTHING.replace('ties = "none" }', 'ties = "none", limit = { by = "country", most = 2 } }')
    assert set(asked_columns(parse(quota))) - set(asked_columns(parse(EVERYTHING))) == {"country"}


def test_a_rulebook_of_everything_is_asked_without_fail():
    assert asked_columns(parse(EVERYTHING))[-1] == "official"


AWARDS = """
[[awards]]
id = "more"
mode = "fixed"
at_the_line = "extend"
when = [{ column = "union", is = "是" }, { column = "heat", is = "1" }]
limit = { by = ["unit", "shift"], count = 1 }
prizes = [{ id = "p", count = 1 }]
"""
HONOUR = '[[honours]]\nid = "h"\nplace_to = 1\nworker = true\nedition = "1"\ngives = "技师"\n'


def test_a_list_must_have_what_prizes_and_honours_go_by():
    rules = parse(RULEBOOK.replace("[awards]", "[[awards]]") + AWARDS + HONOUR)
    assert {"heat", "shift", "union", "unit", "worker"} <= needed_columns(rules)
    assert not {"edition", "official", "grade"} & needed_columns(rules)


def test_a_cell_of_yes_and_no_or_of_a_grade_has_to_be_readable():
    cells = asked_cells(parse(RULEBOOK.replace("[awards]", "[[awards]]") + AWARDS + HONOUR))
    assert set(cells) == {"worker", "union", "grade", "official"}
    assert [cells["worker"].reads(cell) for cell in ("是", "no", "", "在职")] == [True, True, True, False]
    assert [cells["grade"].reads(cell) for cell in ("三级/高级工", "无", "", "六级")] == [True, True, True, False]
