"""The scheme: a rulebook's tree made ready once, evaluated for one entry or for the whole field.

It knows nothing of the record: which marks there are, what is released and which statuses were stated is handed in.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from domain.rulebook.rulebook import Rulebook
from domain.rulebook.shape.shapes import shapes
from domain.scoring.effects import NO_EFFECTS, Effects, effects
from domain.scoring.numbers import NoResult, Value, exact, present
from domain.scoring.scored import Given, Marks, Scored
from domain.scoring.tree.combination import Combination
from domain.scoring.tree.field.across import Across
from domain.scoring.tree.field.among import EVERYBODY, Among
from domain.scoring.tree.formula import Worked
from domain.scoring.tree.ready import Ready, ready
from domain.scoring.tree.rulings import ruled_reading
from domain.scoring.tree.settled import settled_reading
from domain.scoring.tree.sources import Reading, Situation
from domain.scoring.tree.trace import Trace


@dataclass(slots=True)
class Begun:
    """One entry with all its figures that do not depend on others'; `scored` of a field completes them."""

    situation: Situation
    effect: Effects
    trace: Trace | None


@dataclass(frozen=True, slots=True)
class Scheme:
    """Ready to evaluate: `own` nodes look at one entry alone, `field` nodes set entries against each other or go on.

    `places`: how many decimals a node's value has at most (None: it may have no end). `wide`: the families that ties
    are broken by. `panels` are all that mark, `stages` says in which stage each does, in a contest of several, `under`
    which of them a node takes in.
    """

    rulebook: Rulebook
    own: tuple[Combination | Worked, ...]
    field: tuple[Ready, ...]
    panels: tuple[str, ...]
    places: Mapping[str, int | None]
    wide: tuple[str, ...]
    stages: Mapping[str, str]
    under: Mapping[str, frozenset[str]]

    @property
    def field_wide(self) -> bool:
        """Whether one mark may move everybody's figures."""
        return bool(self.field)

    @property
    def single(self) -> frozenset[str]:
        """The nodes that are one number."""
        return frozenset(node.name for node in self.nodes if node.single)

    @property
    def nodes(self) -> tuple[Ready, ...]:
        """Children first."""
        return (*self.own, *self.field)

    def evaluate(
        self,
        marks: Marks,
        statuses: Mapping[str, str] | None = None,
        released: Container[str] | None = None,
        trace: Trace | None = None,
    ) -> Scored:
        """One entry's figures, as if it were alone in the field.

        `statuses`: module id (or WHOLE_ENTRY) -> status word. `released`: the panels whose figures count for this
        entry; None: all. With a `trace` the same computation also writes down its steps.

        Rule: docs/rules/release.md
        """
        return self.scored([self.begin(Given(marks, statuses or {}, released), trace)])[0]

    def evaluate_all(
        self, field: Mapping[str, Given], traces: Mapping[str, Trace] | None = None, *, families: bool = False
    ) -> dict[str, Scored]:
        """The figures of everybody, by the same keys.

        `traces` for those that are to be explained; `families`: also the numbers of nodes that are not one number,
        beside those that ties are broken by.
        """
        asked, order = traces or {}, sorted(field)  # where equal values follow each other they do so by their keys
        begun = [self.begin(field[key], asked.get(key)) for key in order]
        found = dict(zip(order, self.scored(begun, families=families), strict=True))
        return {key: found[key] for key in field}

    def begin(self, given: Given, trace: Trace | None = None) -> Begun:
        """An entry's own figures. They hold until something of the entry changes, whatever becomes of the others."""
        effect = effects(self.rulebook, given.statuses, self._begun(given)) if given.statuses else NO_EFFECTS
        situation = self._situation(given, effect)
        if trace is not None:
            trace.taken = given.taken
        begun = Begun(situation, effect, trace)
        with exact():
            for node in self.own:
                situation.readings[node.name] = node.read(situation, trace)
                if given.taken or effect.settled:
                    self._decide(node, begun)
        return begun

    def scored(self, field: Sequence[Begun], *, families: bool = False) -> list[Scored]:
        """Everybody's figures, in the same order."""
        wide = [node.name for node in self.nodes if not node.single] if families else self.wide
        with exact():
            for node in self.field:
                self._across(node, field)
            return [self._figures(begun, wide) for begun in field]

    def _across(self, node: Ready, field: Sequence[Begun]) -> None:
        if isinstance(node, Across):
            node.read_all([begun.situation for begun in field], [begun.trace for begun in field])
        else:
            for begun in field:
                begun.situation.readings[node.name] = node.read(begun.situation, begun.trace)
        for begun in field:
            self._decide(node, begun)

    def _decide(self, node: Ready, begun: Begun) -> None:
        """What rulings took from the node's value, and what a status made of it."""
        name, situation, settled = node.name, begun.situation, begun.effect.settled
        if name in situation.taken:
            situation.readings[name] = ruled_reading(situation.readings[name], situation.taken[name])
        if name in settled:
            situation.readings[name] = settled_reading(node, *settled[name], begun.trace)

    def _situation(self, given: Given, effect: Effects) -> Situation:
        hidden = frozenset[str]()
        if given.released is not None:
            hidden = frozenset(panel for panel in self.panels if panel not in given.released)
        return Situation(
            given.marks, hidden, effect.filled, effect.closed, given.columns, given.taken, effect.outside, effect.stated
        )

    def _begun(self, given: Given) -> frozenset[str]:
        """The stages that something was marked in."""
        return frozenset(stage for panel, stage in self.stages.items() if given.marks.get(panel))

    def _figures(self, begun: Begun, wide: Collection[str]) -> Scored:
        readings, effect = begun.situation.readings, begun.effect
        single = [node.name for node in self.nodes if node.single]
        running = {name: present(readings[name].numbers[0]) for name in single}
        running |= {name: value for name, (value, _) in effect.settled.items() if name in running}
        if effect.void:
            empty = [name for name in single if isinstance(running[name], NoResult) and self.under[name] & effect.void]
            running |= dict.fromkeys(empty)
        total = readings[self.rulebook.total]
        return Scored(
            {name: running[name] if readings[name].complete else None for name in single},
            running,
            running[self.rulebook.total],
            total.complete or effect.standing != "ranked",
            effect.status,
            effect.standing,
            {name: self._family(name, readings[name]) for name in wide},
            effect.in_stage,
        )

    def _family(self, name: str, reading: Reading) -> tuple[Value, ...]:
        """A family's numbers; of one across the field none while the field is not complete."""
        if not reading.complete and any(node.name == name for node in self.field):
            return (None,) * len(reading.numbers)
        return tuple(map(present, reading.divided))


@lru_cache(maxsize=64)
def scheme(rulebook: Rulebook) -> Scheme:
    """The rulebook's scheme, made once."""
    panels = {panel.id: panel for panel in rulebook.panels}
    known = shapes(rulebook.nodes, panels)
    own: list[Combination | Worked] = []
    field: dict[str, Ready] = {}
    under: dict[str, frozenset[str]] = {}
    stage_of = {panel.id: rulebook.module(panel.module).stage for panel in rulebook.panels} if rulebook.stages else {}
    order = {stage.id: place for place, stage in enumerate(rulebook.stages)}
    with exact():
        for name in known:
            stated = rulebook.nodes[name]
            own_panel = {panel for panel in (getattr(stated, "panel", None),) if panel is not None}
            under[name] = frozenset(own_panel).union(*(under[child] for child in stated.children))
            node = ready(name, stated, panels, known, _among(under[name], stage_of, order))
            if isinstance(node, Across) or any(child in field for child in rulebook.nodes[name].children):
                field[name] = node
            else:
                own.append(node)
    return Scheme(
        rulebook,
        tuple(own),
        tuple(field.values()),
        tuple(panels),
        {name: found.places for name, found in known.items()},
        tuple(name for name in rulebook.tie_nodes if name in known and not known[name].single),
        stage_of,
        under,
    )


def _among(panels: frozenset[str], stage_of: Mapping[str, str], order: Mapping[str, int]) -> Among:
    """Whose field a node is that takes these panels in: of several stages those who are in the last of them."""
    if not order:
        return EVERYBODY
    if not panels:  # what the list of entries says
        return Among(frozenset(), None)
    stages = frozenset(stage_of[panel] for panel in panels)
    last = max(stages, key=order.__getitem__)
    return Among(stages, frozenset(panel for panel, stage in stage_of.items() if stage == last))
