"""Which columns of the list of entries a rulebook asks for."""

from domain.rulebook.reading import parse
from domain.rulebook.results.columns import asked_columns
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


def test_a_rulebook_of_everything_is_asked_without_fail():
    assert asked_columns(parse(EVERYTHING))[-1] == "official"
