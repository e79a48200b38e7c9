"""Figures: what should add up adds up, and a panel is as large as its part needs."""

from __future__ import annotations

from collections.abc import Iterator

from domain.errors import Fault
from domain.rulebook.checks.sentences import fault
from domain.rulebook.checks.written import Raw, awards, nodes, panels, tables, words
from domain.rulebook.nodes import WeightedSumNode
from domain.rulebook.panels import Panel
from domain.rulebook.results import RatioAwards


def figure_faults(raw: Raw) -> list[Fault]:
    """Weights, maxima and ratios that do not add up; panels of imported modules that are none."""
    return [*_weights(raw), *_panels(raw), *_ratios(raw)]


def _weights(raw: Raw) -> Iterator[Fault]:
    for name, node in nodes(raw).items():
        if isinstance(node, WeightedSumNode) and sum(node.weights.values()) != node.adds_up_to:
            found = sum(node.weights.values())
            yield fault(f"nodes.{name}.weights", "weights-do-not-add-up", found=found, stated=node.adds_up_to)


def _panels(raw: Raw) -> Iterator[Fault]:
    imported = {
        module_id
        for _, module in tables(raw, "modules")
        if module.get("marked_by") == "import"
        for module_id in words(module, "id")
    }
    for panel in panels(raw).values():
        found = sum(aspect.max for aspect in panel.aspects)
        if panel.max is not None and found != panel.max:
            yield fault(f"panels.{panel.id}.max", "aspects-do-not-add-up", found=found, stated=panel.max)
        if panel.module in imported and not _is_one_figure(panel):
            yield fault(f"panels.{panel.id}", "import-panel")


def _is_one_figure(panel: Panel) -> bool:
    return len(panel.seats) == 1 and len(panel.aspects) == 1


def _ratios(raw: Raw) -> Iterator[Fault]:
    found_awards = awards(raw)
    if isinstance(found_awards, RatioAwards):
        found = sum(prize.ratio for prize in found_awards.prizes)
        if found > 1:
            yield fault("awards.prizes", "ratios-above-one", found=found)
