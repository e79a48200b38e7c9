"""A rulebook: one contest's scoring rules as fixed data."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from domain.rulebook.nodes import Node
from domain.rulebook.panels import Module, Panel
from domain.rulebook.parts import Id, Part, Text, Words
from domain.rulebook.results import Awards, Prize, Ranking, Statuses, Windows


class Rulebook(Part):
    """What is marked, by whom, and how marks become totals, places and prizes.

    `total` names the node that is ranked; `nodes` is flat, children stand by name. Read with `reading.parse`, which
    checks what no single part can know of itself: names, cycles, sums.
    """

    format: Literal[1]
    id: Id
    edition: Text
    title: Words
    source: Words
    modules: Annotated[tuple[Module, ...], Field(min_length=1)]
    panels: Annotated[tuple[Panel, ...], Field(min_length=1)]
    nodes: Annotated[dict[Id, Node], Field(min_length=1)]
    total: Id
    ranking: Ranking = Ranking()
    statuses: Statuses = Statuses()
    awards: Awards | None = None
    windows: Windows = Windows()

    def __hash__(self) -> int:
        """Cheap, so that a rulebook can be the key of a cache; equality still compares everything."""
        return hash((self.id, self.edition))

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
    def prizes(self) -> tuple[Prize, ...]:
        """Best first; none when the rulebook gives no awards."""
        return self.awards.prizes if self.awards else ()

    def prize(self, prize_id: str) -> Prize:
        """Raises: KeyError for an unknown prize."""
        for prize in self.prizes:
            if prize.id == prize_id:
                return prize
        raise KeyError(prize_id)
