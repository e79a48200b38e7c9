"""A value that a status has set, whatever the marks."""

from __future__ import annotations

from domain.scoring.numbers import NO_RESULT, Value
from domain.scoring.tree.ready import Ready
from domain.scoring.tree.sources import Reading
from domain.scoring.tree.trace import Step, Trace

_RULE = "docs/rules/statuses.md"


def settled_reading(node: Ready, value: Value, status: str, trace: Trace | None) -> Reading:
    """Zero for a module; a total taken away is no result, so nothing waits for it.

    Rule: docs/rules/statuses.md
    """
    if trace is not None:
        step = Step(node.name, "", node.op, _RULE, (), 1, (), {}, (), 1, value, None, value, True, status, trace)  # noqa: FBT003
        trace.keep(node.name, lambda: iter((step,)))
    return Reading([NO_RESULT if value is None else value] * len(node.keys), 1, complete=True)
