"""The jury's standings: every mark there is, released or not, with spread and what is missing. Not for the public.

Judges and jury work on codes too: whom a code stands for shows only after decoding, and only from then on places are
by the official rule, which asks for category, being official and what a draw decided.
"""

from __future__ import annotations

from domain.codes.events import CodesDecoded, CodesDrawn
from domain.contest.events import DeductionMade, EntryAmended, EntryDescribed, EntryWithdrawn, RulebookFixed
from domain.recorded import Recorded
from domain.scoring.scored import Scored
from projections.detail import panel_detail, summary
from projections.folds.marks import Marks
from projections.folds.quiet import undisturbed
from projections.folds.work import Work
from projections.progress import state_of
from projections.rows import cells
from projections.rows.figures import Figures
from projections.rows.listing import Listing
from projections.rows.outcome import listed
from projections.rows.table import Table
from projections.rows.view import Plain, Row, View

_ALL_ROWS = frozenset((RulebookFixed, CodesDrawn, CodesDecoded))
_ONE_ROW = frozenset((EntryAmended, EntryWithdrawn, EntryDescribed, DeductionMade))


class Standings:
    """Evaluates a code when somebody looks, and only if something happened to it since."""

    def __init__(self, marks: Marks) -> None:
        self._marks = marks
        self._table = Table()
        self._figures = Figures(marks, lambda _code: None)
        self._dirty: set[str] = set()
        self._anew = True
        self._ranked: tuple[int, Listing | None] = (0, None)

    def fold(self, recorded: Recorded, work: Work | None) -> None:
        """Told by the marks, with the work it was about."""
        if work is not None:
            self._dirty.add(work.code)
        elif type(recorded.event) in _ALL_ROWS:
            self._anew = True
        elif type(recorded.event) in _ONE_ROW:
            self._dirty.update(self._marks.codes_of(recorded.event.entry))

    def further_marks(self, work: Work, _count: int) -> None:
        """More marks in a work that has begun before."""
        self._dirty.add(work.code)

    def scored(self) -> dict[str, Scored]:
        """Code → its figures as of now, in order of codes; nothing while no rulebook is fixed."""
        self._settle()
        return self._figures.scored

    def view(self) -> View:
        """Ranked rows, none while no rulebook is fixed; the revision is the record's position."""
        self._settle()
        marks = self._marks
        head = {**cells.head(marks), "corrections": marks.publication.corrections}
        if self._ranked[0] != marks.position:
            self._ranked = (marks.position, listed(marks, self._figures.scored, self._table))
        return self._table.view(marks.position, head, self._ranked[1])

    def detail(self, code: str) -> Plain:
        """One code's panels down to each seat's mark. Raises: KeyError for an unknown code."""
        if code not in self._marks.codes.codes:
            raise KeyError(code)
        works = self._marks.works.get(code, {})
        return {
            "code": code,
            **cells.identity(self._marks, code),
            "panels": [
                panel_detail(panel, works.get(panel.id) or Work(code, panel.id))
                for panel in self._marks.rulebook.panels
            ],
        }

    def _settle(self) -> None:
        self._marks.settle()
        if self._marks.contest.rulebook is None:
            return
        with undisturbed():
            if self._anew:
                self._table.lay({code: self._row(code) for code in self._figures.lay()})
            elif self._dirty:
                self._table.put({code: self._row(code) for code in self._figures.put(self._dirty)})
        self._anew = False
        self._dirty.clear()

    def _row(self, code: str) -> Row:
        marks, scored = self._marks, self._figures.scored[code]
        works = marks.works.get(code, {})
        shown = {
            "code": code,
            **cells.identity(marks, code),
            **cells.beside(marks, code),
            "states": {module.id: state_of(marks, code, module.id) for module in marks.rulebook.modules},
            **cells.figures(marks.rulebook, scored),
            "panels": {
                panel.id: summary(panel, works.get(panel.id) or Work(code, panel.id)) for panel in marks.rulebook.panels
            },
        }
        return cells.row(marks.rulebook, shown, scored)
