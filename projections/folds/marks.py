"""The shared fold of one contest: everything its views need to know, with no opinion on who may see it.

Marks are kept per code → panel → aspect → seat, which is what the scoring takes, so that no view copies them.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Container
from decimal import Decimal

from domain.contest.events import RulebookFixed
from domain.scoring.entered import value_of
from domain.scoring.numbers import Mark, Num
from domain.scoring.scored import Given
from domain.scoring.statuses import WHOLE_ENTRY, WITHDRAWN
from domain.sheets import events as sheets
from domain.streams import parts
from projections.folds.facts import Facts
from projections.folds.recorded import Recorded
from projections.folds.work import Sheet, Work, evolve, set_aside

_Take = Callable[[Recorded], Work | None]
MARK_EVENTS = (sheets.MarkEntered, sheets.MarkChanged, sheets.MarkCorrected)


class Marks(Facts):
    """`position` and `at` are those of the last event taken in, 0 before the first."""

    def __init__(self, contest_id: str) -> None:
        super().__init__(contest_id)
        self.of_code: dict[str, dict[str, dict[str, dict[str, Mark]]]] = {}
        self.works: dict[str, dict[str, Work]] = {}
        self.position = 0
        self.at = 0
        self._sheets: dict[str, Sheet] = {}
        self._values: dict[str, Mark] = {}
        # Two plain arrays beside each other: sixteen bytes a mark, where a pair of objects would take a hundred.
        self._positions = array("q")
        self._times = array("q")
        self._note_position, self._note_time = self._positions.append, self._times.append
        # By kind of event where that says more, else by kind of stream: an event the domain learns later is not missed.
        self._takes: dict[type, _Take] = {**dict.fromkeys(MARK_EVENTS, self.mark), sheets.SheetOpened: self._opened}
        self._of_stream: dict[str, _Take] = {
            "sheet": self._on_sheet,
            "panel": self._panel,
            "contest": self._contest,
            "codes": self.take_codes,
            "publication": self.take_publication,
            "ruling": self.take_ruling,
        }
        self._hearers: list[Callable[[Work, int], None]] = []
        self._fresh: list[Work] = []

    def fold(self, recorded: Recorded) -> Work | None:
        """Takes one event in; returns the work it was about, if it was about one."""
        self.position = recorded.position
        self.at = recorded.at
        take = self._takes.get(type(recorded.event)) or self._of_stream[parts(recorded.stream)[0]]
        return take(recorded)

    def hear(self, hearer: Callable[[Work, int], None]) -> None:
        """`hearer(work, count)` is told of so many further marks in a work, at the latest when all is settled.

        Half a million marks lie in some ten thousand works: told work by work, views cost next to nothing a mark.
        """
        self._hearers.append(hearer)

    def later(self, work: Work) -> None:
        """A first fresh mark in a work that the views have seen begin: they hear of it when all is settled."""
        self._fresh.append(work)
        work.fresh = 1

    def settle(self) -> None:
        """To be called before anything but a mark is folded, and before anybody looks."""
        if self._fresh:
            fresh, self._fresh = self._fresh, []
            for work in fresh:
                count, work.fresh = work.fresh, 0
                for hear in self._hearers:
                    hear(work, count)

    def time_of(self, position: int) -> int:
        """The official time (µs UTC) of the mark at this position. Raises: KeyError if no mark stands there."""
        index = bisect_left(self._positions, position)
        if index == len(self._positions) or self._positions[index] != position:
            raise KeyError(position)
        return self._times[index]

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
        return {**stated, WHOLE_ENTRY: WITHDRAWN.word} if self.is_withdrawn(code) else stated

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
        points = self.contest.deductions.get(self.codes.entry_of.get(code, ""))
        if not points:
            return {}
        taken = sum((Decimal(each) for each in points), Decimal(0))
        better = self.rulebook.ranking.better
        return {self._loser(code): taken if better == "higher" else -taken}

    def _loser(self, code: str) -> str:
        """The node deductions are taken from: the one named, or the total of the last stage the code has been in.

        Where less is better they are added: a deduction makes the result worse.

        Rule: docs/rules/deductions.md
        """
        if self.rulebook.rulings.deduction_from is not None:
            return self.rulebook.rulings.deduction_from
        works = self.works.get(code, {}).values()
        been = {self.rulebook.module(self.rulebook.panel(work.panel).module).stage for work in works if work.begun}
        return next((stage.total for stage in reversed(self.rulebook.stages) if stage.id in been), self.rulebook.total)

    def mark(self, recorded: Recorded) -> Work:
        """Takes one of MARK_EVENTS in. The hottest lines of a replay: no call that a look-up can save."""
        position, at = recorded.position, recorded.at
        self.position, self.at = position, at
        event, stream = recorded.event, recorded.stream
        sheet = self._sheets.get(stream) or self._sheet(stream)
        text, aspect = event.value, event.aspect
        value = self._values.get(text)
        if value is None:
            value = self._values[text] = value_of(text)
        of_seat = sheet.marks.get(aspect)
        if of_seat is None:
            sheet.marks[aspect] = {sheet.seat: value}
        else:
            of_seat[sheet.seat] = value
        sheet.entered[aspect] = position
        self._note_position(position)
        self._note_time(at)
        return sheet.work

    def _sheet(self, stream: str) -> Sheet:
        _, _, panel, code, seat = parts(stream)
        sheet = self._sheets[stream] = Sheet(self.work(code, panel), seat)
        return sheet

    def _on_sheet(self, recorded: Recorded) -> Work:
        return (self._sheets.get(recorded.stream) or self._sheet(recorded.stream)).work

    def _opened(self, recorded: Recorded) -> Work:
        sheet = self._sheets.get(recorded.stream) or self._sheet(recorded.stream)
        sheet.work.opened = (*sheet.work.opened, sheet.seat)
        return sheet.work

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
