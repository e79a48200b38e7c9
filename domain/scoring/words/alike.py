"""Inputs of a step that say the same, told in one line: judges who were absent, marks that one status stands for."""

from __future__ import annotations

from collections.abc import Sequence

from domain.rulebook.nodes.taking import AverageOfFiveNode, Trimming
from domain.rulebook.rulebook import Rulebook
from domain.scoring.numbers import NoResult
from domain.scoring.tree.trace import Input, Step

_OF_TIMES = {"lowest": "best", "highest": "worst"}


def alike(step: Step) -> list[Sequence[Input]]:
    """All inputs in their order, those that say the same together at the place of the first."""
    found: dict[object, list[Input]] = {}
    for place, given in enumerate(step.inputs):
        found.setdefault(_same(given, step) or place, []).append(given)
    return list(found.values())


def struck(given: Input, step: Step, rulebook: Rulebook) -> str:
    """Why an input does not count: where less is better by what is best; nothing where not one of them counts."""
    if given.struck == "absent":
        return "ignored"  # that nobody was there, its figure says
    if isinstance(given.value, NoResult) and isinstance(step.value, NoResult):
        return ""
    return _OF_TIMES.get(given.struck, given.struck) if _less_is_better(given, step, rulebook) else given.struck


def _same(given: Input, step: Step) -> object:
    """What an input has in common with others like it; None where it is told by itself."""
    if given.struck == "absent":
        return given.node or (given.panel, given.aspect)
    if given.step is None and isinstance(given.value, NoResult) and isinstance(step.value, NoResult):
        return given.panel, given.aspect, given.value
    return None


def _less_is_better(given: Input, step: Step, rulebook: Rulebook) -> bool:
    if isinstance(step.stated, AverageOfFiveNode | Trimming) and step.stated.better == "lower":
        return True
    return given.step is None and rulebook.panel(given.panel).aspect(given.aspect).kind == "time"
