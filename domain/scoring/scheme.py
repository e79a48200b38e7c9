"""The scheme: a rulebook's tree made ready once, evaluated for one entry at a time.

It knows nothing of the record: which marks there are, what is released and which statuses were stated is handed in.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass
from functools import lru_cache

from domain.rulebook.rulebook import Rulebook
from domain.rulebook.shapes import shapes
from domain.scoring.effects import Effects, effects
from domain.scoring.numbers import exact
from domain.scoring.scored import Marks, Scored
from domain.scoring.tree.combination import Combination
from domain.scoring.tree.operations import operation
from domain.scoring.tree.sources import Reading, Situation, source
from domain.scoring.tree.trace import Trace


@dataclass(frozen=True, slots=True)
class Scheme:
    """Ready to evaluate. `places`: how many decimals a node's value has at most (None: it may have no end)."""

    rulebook: Rulebook
    combinations: tuple[Combination, ...]
    panels: tuple[str, ...]
    places: Mapping[str, int | None]

    def evaluate(
        self,
        marks: Marks,
        statuses: Mapping[str, str] | None = None,
        released: Container[str] | None = None,
        trace: Trace | None = None,
    ) -> Scored:
        """One entry's figures.

        `statuses`: module id (or WHOLE_ENTRY) -> status word. `released`: the panels whose figures count for this
        entry; None: all. With a `trace` the same computation also writes down its steps.

        Rule: docs/rules/release.md
        """
        effect = effects(self.rulebook, statuses or {})
        hidden = () if released is None else (panel for panel in self.panels if panel not in released)
        situation = Situation(marks, frozenset(hidden), effect.filled)
        readings = situation.readings
        with exact():
            for combination in self.combinations:
                stated = effect.settled.get(combination.name)
                readings[combination.name] = (
                    combination.read(situation, trace) if stated is None else combination.settled(*stated, trace)
                )
        return self._scored(readings, effect)

    def _scored(self, readings: Mapping[str, Reading], effect: Effects) -> Scored:
        single = [combination.name for combination in self.combinations if combination.single]
        running = {name: readings[name].numbers[0] for name in single}
        total = readings[self.rulebook.total]
        return Scored(
            {name: running[name] if readings[name].complete else None for name in single},
            running,
            running[self.rulebook.total],
            total.complete or effect.standing != "ranked",
            effect.status,
            effect.standing,
        )


@lru_cache(maxsize=64)
def scheme(rulebook: Rulebook) -> Scheme:
    """The rulebook's scheme, made once."""
    panels = {panel.id: panel for panel in rulebook.panels}
    known = shapes(rulebook.nodes, panels)
    combinations = tuple(
        Combination(
            name,
            rulebook.nodes[name].op,
            found.keys,
            source(rulebook.nodes[name], panels, known),
            operation(rulebook.nodes[name], found.inputs),
            rulebook.nodes[name].round,
        )
        for name, found in known.items()
    )
    return Scheme(rulebook, combinations, tuple(panels), {name: found.places for name, found in known.items()})
