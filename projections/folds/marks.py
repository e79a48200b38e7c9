"""The shared fold of one contest: everything its views need to know, with no opinion on who may see it.

Marks are kept per code → panel → aspect → seat, which is what the scoring takes, so that no view copies them.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence
from decimal import Decimal
from typing import Protocol
from weakref import ref

from domain.contest.events import RulebookFixed
from domain.recorded import Recorded, Told
from domain.rulebook.parts import Better
from domain.scoring.numbers import ZERO, Mark, Num
from domain.scoring.scored import Given
from domain.scoring.statuses import WHOLE_ENTRY, WITHDRAWN
from domain.sheets.events import SheetOpened
from domain.streams import parts
from projections.folds.facts import Facts
from projections.folds.sheet import Kept, Sheet
from projections.folds.work import Work, evolve, set_aside

Take = Callable[[Told], object]


class Hearer(Protocol):
    """A view on the marks, told of everything after the marks know of it."""

    def fold(self, recorded: Recorded, work: Work | None) -> None:
        """An event, and the work it was about if it was about one; of a work's marks, the first."""

    def further_marks(self, work: Work, count: int) -> None:
        """So many more marks in a work that has begun before, at the latest when all is settled."""


class Marks(Facts):
    """Everything its events say. Half a million marks lie in some ten thousand works, so views hear work by work."""

    def __init__(self, contest_id: str) -> None:
        super().__init__(contest_id)
        self.of_code: dict[str, dict[str, dict[str, dict[str, Mark]]]] = {}
        self.works: dict[str, dict[str, Work]] = {}
        self._kept = Kept()
        self._hearers: tuple[ref[Hearer], ...] = ()
        self._fresh: list[Work] = []

    @property
    def position(self) -> int:
        """That of the last event taken in, 0 before the first."""
        return self._kept.position

    @property
    def at(self) -> int:
        """The official time of the last event taken in (µs UTC), 0 before the first."""
        return self._kept.at

    def hear(self, *hearers: Hearer) -> None:
        """Who is told of what happens from here on, in this order. They are not kept: they keep the marks."""
        self._hearers = tuple(map(ref, hearers))

    def taker(self, named: Sequence[str]) -> Take:
        """What takes in the events of a stream, of whose name these are the parts."""
        if named[0] != "sheet":
            return self.beside
        _, _, panel, code, seat = named
        return Sheet(self.work(code, panel), seat, self._kept, self).take

    def beside(self, told: Told) -> None:
        """Takes in any event but a mark."""
        self.settle()
        recorded = Recorded.of(told)
        self._kept.position, self._kept.at = recorded.position, recorded.at
        work = _OF_STREAM[parts(recorded.stream)[0]](self, recorded)
        self._tell(recorded, work)

    def woken(self, told: Told, work: Work) -> None:
        """A first mark since the views were told of the work: at once if it is its very first, else when settled."""
        if work.shown:
            self._fresh.append(work)
            work.fresh = 1
        else:
            work.shown = True
            self.settle()
            self._tell(Recorded.of(told), work)

    def settle(self) -> None:
        """Tells the views what they have not heard: before anything but a mark is folded, and before anybody looks."""
        if self._fresh:
            fresh, self._fresh = self._fresh, []
            for work in fresh:
                count, work.fresh = work.fresh, 0
                for hearer in self._heard():
                    hearer.further_marks(work, count)

    def work(self, code: str, panel: str) -> Work:
        """One panel's work on one code, empty if nothing has happened in it."""
        works = self.works.setdefault(code, {})
        work = works.get(panel)
        if work is None:
            work = works[panel] = Work(code, panel)
            self.of_code.setdefault(code, {})[panel] = work.marks
        return work

    def statuses(self, code: str) -> dict[str, str]:
        """What the scoring asks for: module → stated status, and the whole entry's own if it has withdrawn."""
        works = self.works.get(code, {}).values()
        stated = {self.rulebook.panel(work.panel).module: work.status for work in works if work.status}
        if self.contest.withdrawn and self.is_withdrawn(code):
            stated[WHOLE_ENTRY] = WITHDRAWN.word
        return stated

    def given(self, code: str, released: Container[str] | None = None) -> Given:
        """All that the scoring takes of a code; `released`: the panels whose figures count, None for all."""
        return Given(
            self.of_code.get(code, {}), self.statuses(code), released, self.columns(code), self._deductions(code)
        )

    def columns(self, code: str) -> dict[str, str]:
        """What the list of entries says of who stands behind a code, nothing while nobody may know."""
        entry = self.contest.entries.get(self.codes.entry_of.get(code, ""))
        if entry is None:
            return {}
        said = {
            "entry": entry.entry,
            "group": entry.delegation,
            "delegation": entry.delegation,
            "category": entry.category,
        }
        official = {"official": "no"} if entry.entry in self.contest.unofficial else {}
        return {**said, **self.contest.columns.get(entry.entry, {}), **official}

    def _deductions(self, code: str) -> dict[str, Num]:
        """Node → points ruled to be taken from it."""
        made = self.contest.deductions.get(self.codes.entry_of.get(code, ""))
        if not made:
            return {}
        taken: dict[str, Decimal] = {}
        for each in made:
            node, points = each.node or self._loser(code), Decimal(each.points)
            taken[node] = taken.get(node, ZERO) + (points if self._better(node) == "higher" else -points)
        return dict[str, Num](taken)

    def _better(self, node: str) -> Better:
        """Which way a node's value is better: as its stage is ranked, else as the contest is."""
        stages = (each for each in self.rulebook.stages if node == each.total or node.startswith(f"{each.id}."))
        return next((each.better for each in stages if each.better), None) or self.rulebook.ranking.better

    def _loser(self, code: str) -> str:
        """The node deductions are taken from: the one named, or the total of the last stage the code has been in.

        Where less is better they are added: a deduction makes the result worse.

        Rule: docs/rules/deductions.md
        """
        if self.rulebook.rulings.deduction_from is not None:
            return self.rulebook.rulings.deduction_from
        works = self.works.get(code, {}).values()
        been = {
            self.rulebook.module(self.rulebook.panel(work.panel).module).stage
            for work in works
            if work.marks or work.status
        }
        return next((stage.total for stage in reversed(self.rulebook.stages) if stage.id in been), self.rulebook.total)

    def _tell(self, recorded: Recorded, work: Work | None) -> None:
        for hearer in self._heard():
            hearer.fold(recorded, work)

    def _heard(self) -> Iterator[Hearer]:
        return (hearer for each in self._hearers if (hearer := each()) is not None)

    def _sheet(self, recorded: Recorded) -> Work:
        _, _, panel, code, seat = parts(recorded.stream)
        work = self.work(code, panel)
        if type(recorded.event) is SheetOpened:
            work.opened = (*work.opened, seat)
        return work

    def _contest(self, recorded: Recorded) -> None:
        self.take_contest(recorded)
        if type(recorded.event) is RulebookFixed:  # an absent judge is absent in the places of the new version
            for work in [work for works in self.works.values() for work in works.values() if work.absent]:
                for seat in work.absent:
                    set_aside(work, seat, self.rulebook.panel(work.panel))

    def _panel(self, recorded: Recorded) -> Work:
        _, _, panel, code = parts(recorded.stream)
        work = self.work(code, panel)
        evolve(work, recorded.event, self.rulebook.panel(panel))
        return work


# By kind of stream: an event the domain learns later is not missed.
_OF_STREAM: dict[str, Callable[[Marks, Recorded], Work | None]] = {
    "sheet": Marks._sheet,  # noqa: SLF001 - its own, by name
    "panel": Marks._panel,  # noqa: SLF001
    "contest": Marks._contest,  # noqa: SLF001
    "codes": Marks.take_codes,
    "publication": Marks.take_publication,
    "ruling": Marks.take_ruling,
}


class Folding:
    """Folds event after event, each by what takes its stream in. Keeps the marks, which do not keep it."""

    def __init__(self, marks: Marks) -> None:
        self._marks = marks
        self._takers: dict[str, Take] = {}

    def fold(self, told: Told) -> None:
        stream = told[1]
        take = self._takers.get(stream)
        if take is None:
            take = self._takers[stream] = self._marks.taker(parts(stream))
        take(told)
