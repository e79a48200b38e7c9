"""Who may win: entries or teams with their places, figures and columns, and how large the field is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from domain.rulebook.parts import Better
from domain.rulebook.results.awards import Base
from domain.rulebook.results.conditions import Condition
from domain.rulebook.rulebook import Rulebook
from domain.scoring.entrants import Attributes, Columns, is_official
from domain.scoring.numbers import NoResult, Num, Value, text
from domain.scoring.ranking.chain import in_last_stage
from domain.scoring.ranking.links import link
from domain.scoring.ranking.places import Placed
from domain.scoring.scored import Scored
from domain.scoring.statuses import DECLINED, DID_NOT_START, WITHDRAWN
from domain.scoring.words.reasons import Reason, reason

_NOT_STARTED = {DID_NOT_START.word, DECLINED.word, WITHDRAWN.word}


@dataclass(frozen=True, slots=True)
class Candidate:
    """`fault` says why it cannot have any prize, None when it can. `figures` has every node that is one number."""

    key: str
    place: int | None
    total: Value
    figures: Mapping[str, Value]
    columns: Columns
    bases: frozenset[Base]
    fault: Reason | None

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
    if ranked:
        bases.add("ranked")
    if ranked or scored.status not in _NOT_STARTED:
        bases.add("starters")
    if ranked and not scored.status and not isinstance(scored.total, NoResult):
        bases.add("finishers")
    fault = None
    if not ranked or isinstance(scored.total, NoResult):
        fault = reason("no-result")
    elif not scored.complete or scored.total is None:
        fault = reason("not-complete")
    figures = {**scored.values, **{name: scored.values[node] for name, node in names.items() if node in scored.values}}
    return Candidate(placed.key, placed.place, scored.total, figures, columns, frozenset(bases), fault)


def size(field: Iterable[Candidate], base: Base) -> int:
    """How many count as the field.

    Rule: docs/rules/awards-ratio.md
    """
    return sum(base in each.bases for each in field)


def by_place(field: Iterable[Candidate]) -> list[Group]:
    """Those with a place, best first, who share one together."""
    order = sorted((each for each in field if each.place is not None), key=lambda each: each.place or 0)
    return [list(group) for _, group in groupby(order, key=lambda each: each.place)]


def by_figure(field: Iterable[Candidate], node: str, better: Better) -> list[Group]:
    """Those with a number, best first, equal ones together."""
    able = [each for each in field if each.fault is None and each.number(node) is not None]
    order = sorted(able, key=lambda each: link(each.figure(node), better))
    return [list(group) for _, group in groupby(order, key=lambda each: each.figure(node))]


def by_column(field: Iterable[Candidate], column: str | None) -> dict[str, list[Candidate]]:
    """What stands in the column -> who has it there; without a column all together."""
    found: dict[str, list[Candidate]] = {}
    for each in field:
        found.setdefault(each.columns.get(column, "").strip() if column else "", []).append(each)
    return dict(sorted(found.items()))


def lacking(candidate: Candidate, conditions: Iterable[Condition]) -> Reason | None:
    """The first condition that does not hold, None when all do.

    Rule: docs/rules/awards-minimum.md
    """
    for condition in conditions:
        if condition.column is not None:
            if candidate.columns.get(condition.column, "").strip() not in condition.is_:
                return reason("column", column=condition.column, expected=" / ".join(condition.is_))
        elif not within(candidate.number(condition.node), condition.at_least, condition.at_most):
            return reason("below-minimum", node=condition.node, bar=_bar(condition))
    return None


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
