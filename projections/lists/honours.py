"""The list of honours: who is recommended for which and by what rule. For the desk alone: others confer them."""

from __future__ import annotations

from domain.rulebook.printing.outline import outlined
from domain.rulebook.printing.speech import Language, Speech
from domain.rulebook.results.honours import Honour
from domain.rulebook.rulebook import Rulebook
from projections.folds.marks import Marks
from projections.result import Result
from projections.rows.view import Plain

_SAID_ALREADY = frozenset(("id", "title", "rule", "gives"))


def honour_list(marks: Marks, result: Result) -> tuple[Plain, ...]:
    """Honours that somebody is recommended for, in the rulebook's order: `honour`, `title`, `rule` and `rows`.

    `rule` in both languages: as the rulebook words it, else what it asks for. A row: `code`, `gives` (the grade or
    title given, empty where the honour's own name says all), `succeeds` (it came down from a better place).

    Rule: docs/rules/honours.md
    """
    rulebook, given = marks.rulebook, result.outcome.honours.given
    found = [
        {
            "honour": honour.id,
            "title": {"zh": honour.title.zh, "en": honour.title.en},
            "rule": {"zh": _rule(rulebook, honour, "zh"), "en": _rule(rulebook, honour, "en")},
            "rows": [
                {"code": row["code"], "gives": each.gives, "succeeds": each.succeeds}
                for row in result.rows
                for each in given.get(row["code"], ())
                if each.honour == honour.id
            ],
        }
        for honour in rulebook.honours
    ]
    return tuple(each for each in found if each["rows"])


def _rule(rulebook: Rulebook, honour: Honour, language: Language) -> str:
    return honour.rule or outlined(honour, Speech(rulebook, language), _SAID_ALREADY)
