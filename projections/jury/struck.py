"""Whose marks the rulebook strikes out as highest or lowest: read off the steps of the scoring itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from domain.rulebook.nodes.taking import TrimmedMeanNode, TrimmedSumNode
from domain.scoring.scheme import scheme
from domain.scoring.tree.trace import Input, Step, Trace
from projections.folds.marks import Marks


class Struck(NamedTuple):
    """`panels`: those whose judges are trimmed at all. `times`: (panel, seat, `highest` or `lowest`) → how often."""

    panels: frozenset[str]
    times: Counter[tuple[str, str, str]]


class _Judged(NamedTuple):
    """What one input of a step is: a judge's mark for an aspect, or a figure made of that judge's marks alone."""

    panel: str
    seat: str
    what: tuple[str, str]


def struck(marks: Marks) -> Struck:
    """Counted once for each mark (or figure of one judge), however many nodes strike it.

    Only panels that are complete are trimmed. Raises: LookupError while no rulebook is fixed.
    """
    nodes = [name for name, node in marks.rulebook.nodes.items() if isinstance(node, TrimmedMeanNode | TrimmedSumNode)]
    if not nodes:
        return Struck(frozenset(), Counter())
    traces = {code: Trace() for code in marks.codes.codes}
    scheme(marks.rulebook).evaluate_all({code: marks.given(code) for code in traces}, traces)
    panels, found = set[str](), set[tuple[str, _Judged, str]]()
    for code, trace in traces.items():
        for node in set(nodes).intersection(trace.nodes):
            for step in trace.of(node).values():
                for judged, how in _by_judges(step):
                    panels.add(judged.panel)
                    if how:
                        found.add((code, judged, how))
    return Struck(frozenset(panels), Counter((judged.panel, judged.seat, how) for _, judged, how in found))


def _by_judges(step: Step) -> Iterator[tuple[_Judged, str]]:
    """The judges a step sets against each other, and how each was struck; nothing where it takes anything else."""
    inputs = step.inputs
    judged = [each for one in inputs if (each := _judged(one)) is not None]
    if len(judged) == len(inputs) == len({(each.panel, each.seat) for each in judged}) > 1:
        yield from ((each, one.struck) for each, one in zip(judged, inputs, strict=True) if one.struck in _ENDS)
        yield from ((each, "") for each in judged)


_ENDS = ("highest", "lowest")


def _judged(given: Input) -> _Judged | None:
    if given.panel:
        return _Judged(given.panel, given.seat, ("", given.aspect))
    if given.step is None:
        return None
    under = {each and each[:2] for each in map(_judged, given.step.inputs)}
    if len(under) != 1 or (of := next(iter(under))) is None:
        return None
    return _Judged(*of, (given.step.node, given.step.key))
