"""Why a value is what it is: its step and the steps under it, down to the marks.

The computation is the one that gives the value without asking; nothing here computes a score.
"""

from __future__ import annotations

from collections.abc import Container, Mapping

from domain.rulebook.parts import Rounding
from domain.rulebook.rulebook import Rulebook
from domain.scoring.numbers import Num, text
from domain.scoring.scheme import scheme
from domain.scoring.scored import Marks
from domain.scoring.tree.trace import Input, Step, Trace

Told = dict[str, object]


def explain(  # noqa: PLR0913 - what evaluate takes, and which value is asked about
    rulebook: Rulebook,
    marks: Marks,
    statuses: Mapping[str, str] | None = None,
    released: Container[str] | None = None,
    *,
    node: str | None = None,
    key: str = "",
) -> Step:
    """The step of a node (without one: of the total); `key` is the aspect or seat when the node is a family.

    Raises: KeyError for an unknown node or key.
    """
    trace = Trace()
    scheme(rulebook).evaluate(marks, statuses, released, trace)
    return trace.steps[rulebook.total if node is None else node, key]


def as_map(step: Step) -> Told:
    """For JSON; numbers are exact text, missing ones None."""
    return {
        "node": step.node,
        "key": step.key,
        "op": step.op,
        "rule": step.rule,
        "inputs": [_input_map(given) for given in step.inputs],
        "divisor": step.divisor,
        "before": _written(step.before),
        "rounding": None if step.rounding is None else _rounding_map(step.rounding),
        "value": _written(step.value),
        "complete": step.complete,
        "remark": step.remark,
    }


def _input_map(given: Input) -> Told:
    found: Told = {"value": _written(given.value), "struck": given.struck, "weight": _written(given.weight)}
    if given.step is not None:
        return found | {"step": as_map(given.step)}
    return found | {"panel": given.panel, "aspect": given.aspect, "seat": given.seat}


def _rounding_map(rounding: Rounding) -> Told:
    return {"grain": text(rounding.grain), "mode": rounding.mode}


def _written(number: Num | None) -> str | None:
    return None if number is None else text(number)
