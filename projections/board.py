"""The public board: released figures only, on codes, under a revision of its own.

What may show: progress always; a figure when its panel has signed (or at each mark, where the rulebook says so);
whom a code stands for after decoding; from the first published result on, that result and nothing newer until the
next revision. The revision counts what became public, never what happened: equal public histories give equal boards.

Places: before decoding over all rows by total and tie chain, after it by the official rule on what has been released,
then as published.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

from domain.codes import events as codes
from domain.contest import events as contests
from domain.panels import events as panels
from domain.publication import events as publication
from domain.recorded import Recorded
from domain.scoring.statuses import WITHDRAWN
from domain.sheets.events import SheetOpened
from projections.folds.marks import Marks
from projections.folds.quiet import undisturbed
from projections.folds.sheet import MARK_EVENTS
from projections.folds.work import Work
from projections.progress import WAITING, state_of
from projections.result import Result
from projections.rows import cells
from projections.rows.figures import Figures
from projections.rows.listing import Listing, listing
from projections.rows.outcome import listed
from projections.rows.table import Table
from projections.rows.view import Plain, Row, View

# (contest, entries) -> entry -> name, for those whose name may still be known
Names = Callable[[str, Collection[str]], Mapping[str, str]]

_SIGNING = frozenset((panels.PanelSigned, panels.PanelReopened))
_PROGRESS = _SIGNING | {SheetOpened, panels.PerformanceStated}
_SHOWN = frozenset(
    (
        contests.ContestOpened,
        contests.ModuleOpened,
        contests.ModuleClosed,
        contests.ModuleReopened,
        publication.ScoresTallied,
        publication.NoticeOpened,
    )
)
_ALL_ROWS = frozenset((contests.RulebookFixed, codes.CodesDrawn, codes.CodesDecoded))
_ONE_ROW = frozenset((contests.EntryDescribed, contests.DeductionMade))
_DECIDED = frozenset((contests.TieDecided, contests.AdvanceDecided))
_TOLD = ("values", "total", "complete", "status", "award")
_PUBLISHED = frozenset((publication.ProvisionalPublished, publication.FinalPublished))


class Board:
    """`official` gives the contest's result as of now; it is asked once for each publication."""

    def __init__(self, marks: Marks, official: Callable[[], Result], names: Names) -> None:
        self.revision = 0
        self._marks = marks
        self._official = official
        self._ask_names = names
        self._names: Mapping[str, str] | None = None
        self._published: Result | None = None
        self._digest = ""
        self._announced: dict[str, Plain] = {}
        self._table = Table()
        self._figures = Figures(marks, lambda code: cells.released(marks, code))
        self._states: dict[tuple[str, str], str] = {}
        self._dirty: set[str] = set()
        self._anew = True
        self._each_mark: frozenset[str] = frozenset()
        self._kept_back: frozenset[str] = frozenset()
        self._view: View | None = None

    def fold(self, recorded: Recorded, work: Work | None) -> None:
        """Told by the marks, with the work it was about."""
        event = recorded.event
        if work is not None:
            if self._published is None and self._is_public(type(event), work):
                self._dirty.add(work.code)
                self.revision += 1
        elif type(event) in _SHOWN:
            self.revision += 1
        elif type(event) in _ALL_ROWS:
            self._all_rows()
        elif type(event) in _PUBLISHED:
            self._publish(event)
        elif type(event) in _ONE_ROW and self._published is None:
            self._dirty.update(self._marks.codes_of(event.entry))
            self.revision += 1
        elif type(event) is contests.EntryWithdrawn and self._published is None:
            self._withdraw(event.entry)
        elif type(event) is contests.EntryAmended and self._marks.codes.decoded:
            self.forget_names()
        elif type(event) in _DECIDED and self._published is None and self._marks.codes.decoded:
            self.revision += 1

    def further_marks(self, work: Work, count: int) -> None:
        """So many more marks in a work that has begun before this board: each is public if its panel's figures are."""
        if self._published is None and self._is_released(work):
            self._dirty.add(work.code)
            self.revision += count

    def view(self) -> View:
        """The board as it may be shown now; the same object again while nothing public has changed."""
        self._marks.settle()
        if self._view is None or self._view.revision != self.revision:
            self._settle()
            self._view = self._table.view(self.revision, self._head(), self._listed())
        return self._view

    def published(self) -> Result | None:
        """The result that shows: the latest published one, as it was announced."""
        return self._published

    def forget_names(self) -> None:
        """A name was changed or erased: all are asked for again when the board is next looked at."""
        self._names, self._anew = None, True
        self.revision += 1

    def _is_public(self, kind: type, work: Work) -> bool:
        """Whether the event changes what may be seen: a released figure, or how far a code has come in a module."""
        if kind in MARK_EVENTS:
            # Asked at the first mark of a panel's work: only then can the state of the module move.
            return self._state_moved(work) or self._is_released(work)
        moved = kind in _PROGRESS and self._state_moved(work)
        at_signing = work.panel not in self._each_mark | self._kept_back
        shows = kind in _SIGNING and at_signing and self._others_signed(work)
        return moved or shows or kind is panels.PerformanceStated

    def _is_released(self, work: Work) -> bool:
        """Whether the figures of its panel show: at each mark, or once all panels of the module have signed."""
        if work.panel in self._kept_back:
            return False
        return work.panel in self._each_mark or (work.complete and self._others_signed(work))

    def _others_signed(self, work: Work) -> bool:
        rulebook, works = self._marks.rulebook, self._marks.works[work.code]
        others = (each.id for each in rulebook.panels_of(rulebook.panel(work.panel).module) if each.id != work.panel)
        return all(panel in works and works[panel].complete for panel in others)

    def _state_moved(self, work: Work) -> bool:
        module = self._marks.rulebook.panel(work.panel).module
        before = self._states.get((work.code, module), WAITING)
        after = self._states[work.code, module] = state_of(self._marks, work.code, module)
        return before != after

    def _all_rows(self) -> None:
        rulebook = self._marks.contest.rulebook
        if rulebook is not None:
            self._each_mark = frozenset(panel.id for panel in rulebook.panels if panel.release == "each-mark")
            self._kept_back = cells.kept_back(rulebook)
        for entry in self._marks.contest.withdrawn:  # a sealed map tells only now whose code it was
            self._withdraw(entry)
        self._anew = True
        self.revision += 1

    def _withdraw(self, entry: str) -> None:
        modules = self._marks.contest.rulebook.modules if self._marks.contest.rulebook else ()
        for code in self._marks.codes_of(entry):
            self._states.update({(code, module.id): WITHDRAWN.word for module in modules})
            self._dirty.add(code)
            self.revision += 1

    def _publish(self, event: Any) -> None:  # noqa: ANN401 - either of _PUBLISHED
        self._published, self._digest = self._official(), event.digest
        self._announced = {
            row["code"]: {word: row[word] for word in _TOLD} | cells.beside(self._marks, row["code"])
            for row in self._published.rows
        }
        self._anew = True
        self.revision += 1

    def _settle(self) -> None:
        if self._marks.codes.decoded and self._names is None:
            self._names = self._ask_names(self._marks.contest_id, self._marks.codes.entry_of.values())
        if self._marks.contest.rulebook is None:
            return
        with undisturbed():
            if self._anew:
                codes = sorted(self._announced) if self._published else self._figures.lay()
                self._table.lay({code: self._row(code) for code in codes})
            else:
                self._table.put({code: self._row(code) for code in self._figures.put(self._dirty)})
        self._anew = False
        self._dirty.clear()

    def _row(self, code: str) -> Row:
        rulebook, who = self._marks.rulebook, cells.identity(self._marks, code)
        if who and self._names is not None:
            who["name"] = self._names.get(who["entry"])
        states = {module.id: self._states.get((code, module.id), WAITING) for module in rulebook.modules}
        shown = {"code": code, **who, "states": states}
        if self._published is not None:  # its place is listed, so that nothing is left to rank it by
            return Row(shown | self._announced[code], (), placed=False)
        scored = self._figures.scored[code]
        shown |= {**cells.figures(rulebook, scored), "award": None, **cells.beside(self._marks, code)}
        return cells.row(rulebook, shown, scored)

    def _listed(self) -> Listing | None:
        if self._published is not None:
            return listing(self._published.outcome.placed)
        return listed(self._marks, self._figures.scored, self._table)

    def _head(self) -> Plain:
        published, rulebook = self._marks.publication, self._marks.contest.rulebook
        return {
            **cells.head(self._marks),
            "per": rulebook.ranking.per if rulebook else None,
            "named": self._marks.codes.decoded,
            "result": published.revision,
            "digest": self._digest,
            "queries_close_at": published.queries_close_at,
            "appeals_close_at": published.appeals_close_at,
            "notice_closes_at": published.notice_closes_at,
        }
