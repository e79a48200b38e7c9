"""Every scoring rule in code cites its page, every citation leads to a page, and no page is left uncited."""

import ast
import re
from pathlib import Path

import pytest

from domain.scoring.scheme import scheme
from tests.domain.scoring.rulebooks import node, panel, rulebook

ROOT = Path(__file__).parents[3]
RULES = {path.name: path for path in (ROOT / "docs" / "rules").glob("*.md") if path.name != "README.md"}
CITED = re.compile(r"docs/rules/([\w-]+\.md)")
SCORING = ROOT / "domain" / "scoring"
RULE_MODULES = (
    *(f"tree/operations/{name}.py" for name in ("adding", "striking", "choosing", "converting")),
    "rounding.py",
    "effects.py",
)
CHOOSES_ONE = {"operation"}  # finds the rule's function and holds no rule itself


def functions(*names):
    """The public functions of these modules."""
    trees = {name: ast.parse((SCORING / name).read_text(encoding="utf-8")) for name in names}
    return [
        pytest.param(found, id=f"{name}::{found.name}")
        for name, tree in trees.items()
        for found in tree.body
        if isinstance(found, ast.FunctionDef) and not found.name.startswith("_") and found.name not in CHOOSES_ONE
    ]


@pytest.mark.parametrize("function", functions(*RULE_MODULES))
def test_a_function_that_holds_a_rule_cites_its_page(function):
    assert re.search(r"Rule: docs/rules/[\w-]+\.md", ast.get_docstring(function) or "")


def makes_an_operation(function):
    return isinstance(function.returns, ast.Name) and function.returns.id == "Operation"


@pytest.mark.parametrize(
    "function", [each for each in functions(*RULE_MODULES[:4]) if makes_an_operation(*each.values)]
)
def test_the_page_an_explanation_names_is_the_one_the_function_cites(function):
    texts = [each.value for each in ast.walk(function) if isinstance(each, ast.Constant)]
    named = {text for text in texts if str(text).startswith("docs/rules/")}
    assert named == {f"docs/rules/{page}" for page in CITED.findall(ast.get_docstring(function) or "")}


def test_every_citation_leads_to_a_page_and_every_page_is_cited():
    domain, examples = ROOT / "domain", ROOT / "tests" / "data"
    places = [*domain.rglob("*.py"), *domain.rglob("*.toml"), *examples.rglob("*.toml")]
    cited = {page for place in places for page in CITED.findall(place.read_text(encoding="utf-8"))}
    assert cited == set(RULES)


@pytest.mark.parametrize("rule_page", sorted(RULES))
def test_a_page_gives_source_and_example_and_stands_in_the_list(rule_page):
    text = RULES[rule_page].read_text(encoding="utf-8")
    for part in ("**Source.**", "**Example"):
        assert part in text or rule_page == "wanbei-power.md", part
    assert f"({rule_page})" in (ROOT / "docs" / "rules" / "README.md").read_text(encoding="utf-8")


def test_a_scheme_is_made_once_for_a_rulebook():
    rules = rulebook(panel("p"), node("total", "mark", 'panel = "p"'))
    assert scheme(rules) is scheme(rules)
