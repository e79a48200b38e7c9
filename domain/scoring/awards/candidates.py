"""Who may win: entries or teams with their places, figures and columns, and how large the field is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from domain.entrants import Attributes, Columns, is_official, truth
from domain.rulebook.results.conditions import Condition, asks_yes_or_no
from domain.rulebook.results.prizes import Base
from domain.rulebook.rulebook import Rulebook
from domain.scoring.numbers import NoResult, Num, Value, text
from domain.scoring.ranking.chain import in_last_stage
from domain.scoring.ranking.places import Placed
from domain.scoring.scored import Scored, Standing
from domain.scoring.statuses import NOT_STARTED
from domain.scoring.words.reasons import Reason, reason


@dataclass(frozen=True, slots=True)
class Candidate:
    """`fault` says why it cannot have any prize, None when it can. `figures` has every node that is one number.

    `standing`: `unranked` when a status takes the entry out altogether.
    """

    key: str
    place: int | None
    total: Value
    figures: Mapping[str, Value]
    columns: Columns
    bases: frozenset[Base]
    fault: Reason | None
    standing: Standing = "ranked"

    def figure(self, node: str) -> Value:
        """Without a name the total."""
        return self.figures.get(node) if node else self.total

    def number(self, node: str) -> Num | None:
        """The figure where it is a number."""
        found = self.figure(node)
        return None if isinstance(found, NoResult) else found


Group = Sequence[Candidate]


def candidates(
    rulebook: Rulebook, placed: Sequence[Placed], scored: Mapping[str, Scored], attributes: Attributes | None = None
) -> list[Candidate]:
    """All official entries, in the order of their places.

    Rule: docs/rules/unofficial.md, docs/rules/awards-ratio.md
    """
    known = attributes or {}
    official = [each for each in placed if is_official(known.get(each.key, {}))]
    names = in_last_stage(rulebook)
    return [_candidate(each, scored[each.key], known.get(each.key, {}), names) for each in official]


def _candidate(placed: Placed, scored: Scored, columns: Columns, names: Mapping[str, str]) -> Candidate:
    ranked = scored.standing == "ranked"
    bases: set[Base] = {"entrants"}
    tried = isinstance(scored.total, NoResult)
    if ranked and (placed.place is not None or not tried):
        bases.add("ranked")
    if ranked or scored.status not in NOT_STARTED:
        bases.add("starters")
    if ranked and not scored.status and scored.total is not None and not tried:
        bases.add("finishers")
    fault = None
    if not ranked or tried or (scored.complete and scored.total is None):
        fault = reason("no-result")
    elif not scored.complete:
        fault = reason("not-complete")
    figures = {**scored.values, **{name: scored.values[node] for name, node in names.items() if node in scored.values}}
    return Candidate(placed.key, placed.place, scored.total, figures, columns, frozenset(bases), fault, scored.standing)


def size(field: Iterable[Candidate], base: Base) -> int:
    """How many count as the field.

    Rule: docs/rules/awards-ratio.md
    """
    return sum(base in each.bases for each in field)


def by_column(field: Iterable[Candidate], column: str | None) -> dict[str, list[Candidate]]:
    """What stands in the column -> who has it there; without a column all together."""
    found: dict[str, list[Candidate]] = {}
    for each in field:
        found.setdefault(each.columns.get(column, "").strip() if column else "", []).append(each)
    return dict(sorted(found.items()))


def unit_of(candidate: Candidate, columns: Iterable[str]) -> str:
    """What stands in these columns, together; empty where nothing stands in any of them."""
    said = [candidate.columns.get(column, "").strip() for column in columns]
    return " / ".join(said) if any(said) else ""


def lacking(candidate: Candidate, conditions: Iterable[Condition]) -> Reason | None:
    """The first condition that does not hold, None when all do. A figure that is not there has a reason of its own.

    Rule: docs/rules/awards-minimum.md
    """
    for condition in conditions:
        if condition.column is not None:
            if not _stands(candidate.columns.get(condition.column, "").strip(), condition):
                return reason("column", column=condition.column, expected=" / ".join(condition.is_))
        elif candidate.figure(condition.node) is None:
            return without_figure(condition.node)
        elif not within(candidate.number(condition.node), condition.at_least, condition.at_most):
            return reason("below-minimum", node=condition.node, bar=_bar(condition))
    return None


def without_figure(node: str) -> Reason:
    """Why a condition cannot be answered: a fault of the rulebook rather than of the entry."""
    return reason("no-figure", node=node)


def _stands(cell: str, condition: Condition) -> bool:
    """Whether one of the texts stands there; yes and no in any spelling."""
    if cell in condition.is_:
        return True
    said = truth(cell)
    return said is not None and asks_yes_or_no(condition) and said in [truth(word) for word in condition.is_]


def within(number: Num | None, at_least: Num | None, at_most: Num | None) -> bool:
    """Whether it reaches the one and does not pass the other; no number never does.

    Rule: docs/rules/awards-minimum.md
    """
    if number is None:
        return False
    return (at_least is None or number >= at_least) and (at_most is None or number <= at_most)


def _bar(condition: Condition) -> str:
    low = [] if condition.at_least is None else [f"≥ {text(condition.at_least)}"]
    return ", ".join(low + ([] if condition.at_most is None else [f"≤ {text(condition.at_most)}"]))
