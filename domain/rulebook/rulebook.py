"""A rulebook: one contest's scoring rules as fixed data."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from domain.rulebook.nodes.any import Node
from domain.rulebook.panels import Module, Panel
from domain.rulebook.parts import Id, Part, Text, Words
from domain.rulebook.results import AwardLists, Honour, Prize, Ranking, Statuses, Team, Windows
from domain.rulebook.results.rulings import Rulings
from domain.rulebook.stages import Stage


class Rulebook(Part):
    """What is marked, by whom, and how marks become totals, places and prizes.

    `total` names the node that is ranked; `nodes` is flat, children stand by name. Read with `reading.parse`, which
    fills in what was left unsaid and checks what no single part can know of itself: names, cycles, sums.
    """

    format: Literal[1]
    id: Id
    edition: Text
    title: Words
    source: Words
    stages: tuple[Stage, ...] = ()
    modules: Annotated[tuple[Module, ...], Field(min_length=1)]
    panels: Annotated[tuple[Panel, ...], Field(min_length=1)]
    nodes: Annotated[dict[Id, Node], Field(min_length=1)]
    total: Id
    ranking: Ranking = Ranking()
    statuses: Statuses = Statuses()
    awards: AwardLists = ()
    teams: tuple[Team, ...] = ()
    honours: tuple[Honour, ...] = ()
    windows: Windows = Windows()
    rulings: Rulings = Rulings()

    @cached_property
    def _of_all(self) -> int:
        return hash(repr(self))

    def __hash__(self) -> int:
        """Of everything it says, worked out once: a rulebook is the key of caches, and its amendments have its id."""
        return self._of_all

    @cached_property
    def _modules(self) -> dict[str, Module]:
        return {module.id: module for module in self.modules}

    @cached_property
    def _panels(self) -> dict[str, Panel]:
        return {panel.id: panel for panel in self.panels}

    def module(self, module_id: str) -> Module:
        """Raises: KeyError for an unknown module."""
        return self._modules[module_id]

    def panel(self, panel_id: str) -> Panel:
        """Raises: KeyError for an unknown panel."""
        return self._panels[panel_id]

    def panels_of(self, module_id: str) -> tuple[Panel, ...]:
        return tuple(panel for panel in self.panels if panel.module == module_id)

    @property
    def tie_nodes(self) -> tuple[str, ...]:
        """The nodes that break ties, those of every stage."""
        stages = [stage.id for stage in self.stages] or [""]
        chains = [self.ranking.ties, *(stage.ties or () for stage in self.stages)]
        named = [tie.node for ties in chains for tie in ties if tie.node]
        return tuple(dict.fromkeys(self.node_in(stage, node) for node in named for stage in stages))

    def node_in(self, stage: str, name: str) -> str:
        """A node's name as a stage has it: `prelim.best` where the node stands once for each stage."""
        return f"{stage}.{name}" if f"{stage}.{name}" in self.nodes else name

    @property
    def prizes(self) -> tuple[Prize, ...]:
        """Of all lists, each best first; none when the rulebook gives no awards."""
        return tuple(prize for given in self.awards for prize in given.prizes)

    def prize(self, prize_id: str) -> Prize:
        """Raises: KeyError for an unknown prize."""
        for prize in self.prizes:
            if prize.id == prize_id:
                return prize
        raise KeyError(prize_id)
