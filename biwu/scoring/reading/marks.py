"""The file of marks, row by row: which cell it means, who gave the mark, and what it says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import itemgetter

from biwu.scoring.reading.cells import FIELDS, Cell, Key, Scope, needed, scope
from biwu.scoring.reading.entries import Entries, spelled
from biwu.scoring.reading.faults import Faults, Said, one_of, suggestion, wrong
from biwu.scoring.reading.headings import MARKS, Columns
from biwu.scoring.reading.names import folded
from biwu.scoring.reading.pile import ALL, Pile
from biwu.scoring.reading.tables import Table
from biwu.scoring.reading.tokens import boxes, in_cells, stated
from biwu.scoring.reading.values.numbers import bare_number, plain, with_point
from biwu.scoring.reading.values.spelling import EMPTY, Wrong, is_empty, token
from biwu.scoring.reading.values.states import unknown_status
from domain.marks import WITHOUT_RESULT
from domain.rulebook.panels import Panel
from domain.scoring.statuses import JUDGE_ABSENT, State

_EVERY = 16_384  # rows between two words about how far it is

Told = Callable[[int], None]


def columns(cells: Sequence[Cell]) -> Columns:
    """What the file of marks for these cells may have in its first row."""
    return Columns(MARKS, ("entry", "value"), needed=lambda there: needed(cells, there))


def read_marks(table: Table, entries: Entries, cells: Sequence[Cell], faults: Faults, told: Told) -> Pile:
    """All marks of the table on a pile; `told` hears now and then how many rows have been read."""
    reader = _Reader(table, entries, cells, faults)
    for count, (line, row) in enumerate(table.rows):
        reader.row(line, row)
        if count % _EVERY == 0:
            told(count)
    reader.pile.read()
    return reader.pile


class _Reader:
    def __init__(self, table: Table, entries: Entries, cells: Sequence[Cell], faults: Faults) -> None:
        self.pile = Pile()
        self._file, self._entries, self._cells, self._faults = table.name, entries, cells, faults
        self._places = [table.columns.get(column) for column in FIELDS]
        self._entry, self._value = table.columns["entry"], table.columns["value"]
        self._judge, self._comma = table.columns.get("judge"), table.comma
        written = [place for place in self._places if place is not None]
        self._pick = itemgetter(*written) if written else lambda _: ()
        self._longest = max(table.columns.values())
        self._scopes: dict[object, Scope] = {}
        self._judges: dict[tuple[str, str], int | None] = {}

    def row(self, line: int, row: Sequence[str]) -> None:
        """One row. The first lines are the hot ones: half a million rows say little that has not been said before."""
        if len(row) <= self._longest:
            row = self._padded(line, row)
        picked = self._pick(row)
        scope = self._scopes.get(picked) or self._scope(picked, row)
        entry = self._entries.index(row[self._entry])
        if entry is None:
            self._fault(line, "entry", self._entries.unknown(row[self._entry]))
        cell = scope.cell
        if cell is None:
            self._unclear(line, row, scope, entry)
            return
        given = cell.give(with_point(row[self._value]) if self._comma else row[self._value])
        if isinstance(given, State):
            self._token(line, row, scope, entry, given)
        elif given != EMPTY:
            self._mark(line, row, cell, entry, given)

    def _mark(self, line: int, row: Sequence[str], cell: Cell, entry: int | None, given: str | Wrong) -> None:
        """Whatever is wrong with the value, its judge is looked at, and its cell is taken."""
        if isinstance(given, Wrong):
            self._fault(line, "value", given.said)
        judge = self._who(line, row, cell.panel)
        if judge is not None and entry is not None:
            self._put(line, entry, cell, judge, "" if isinstance(given, Wrong) else given)

    def _padded(self, line: int, row: Sequence[str]) -> Sequence[str]:
        """Programs leave out empty cells at the end of a line; but one that ends before its value says nothing."""
        if len(row) <= self._value:
            said = wrong(
                "", (f"“value”列的值（此行只有 {len(row)} 格）", f"a value (the line has {len(row)} cells only)")
            )
            self._fault(line, "value", said)
        return [*row, *[""] * (self._longest + 1 - len(row))]

    def _scope(self, picked: object, row: Sequence[str]) -> Scope:
        key: Key = tuple(
            "" if place is None or is_empty(plain(row[place])) else spelled(row[place]) for place in self._places
        )
        attempt = key[-1].lstrip("0") if key[-1].isdecimal() else key[-1]
        self._scopes[picked] = found = scope((*key[:-1], attempt or key[-1]), self._cells)
        return found

    def _unclear(self, line: int, row: Sequence[str], scope: Scope, entry: int | None) -> None:
        """A row about nothing known, or about several cells at once."""
        if scope.unknown:
            self._fault(line, *scope.unknown)
            return
        text = row[self._value]
        given = token(plain(text))
        if given is not None:
            self._token(line, row, scope, entry, given)
        elif scope.vague and not is_empty(plain(text)):
            self._fault(line, *(scope.vague if _could_be_a_mark(text, scope) else _no_status(text, scope)))

    def _token(self, line: int, row: Sequence[str], scope: Scope, entry: int | None, given: State) -> None:
        """A status: of the performance, of an attempt, or of a judge."""
        if entry is None:
            return
        if self._is_one_judge_s(row, scope, given):
            zh = f"{given.token} 是整场表现的状态，不是一名裁判的分数：aspect 和 judge 须留空（裁判缺席填 ABS）"
            en = f"{given.token} is of the performance, not of one judge: leave aspect and judge empty"
            self._fault(line, "value", (zh, f"{en} (ABS: an absent judge)"))
            return
        of_whole = stated(self.pile, line, entry, scope, given)
        refusal = in_cells(scope, given) if of_whole is None else of_whole
        if refusal:
            self._fault(line, *refusal)
        if refusal or of_whole is not None:
            return
        for cell in scope.cells if given is JUDGE_ABSENT else boxes(scope):
            everybody = given is not JUDGE_ABSENT and len(cell.panel.seats) > 1 and not self._judge_in(row)
            judge = ALL if everybody else self._who(line, row, cell.panel)
            if judge is None:
                return
            if given is not JUDGE_ABSENT or cell.panel.absent == "mean_of_present":
                self._put(line, entry, cell, judge, given.token)

    def _is_one_judge_s(self, row: Sequence[str], scope: Scope, given: State) -> bool:
        """Whether one judge of several would take the others' marks away with it; of an attempt each may say so."""
        panel = scope.cells[0].panel
        several = len(panel.seats) > 1 and panel.attempts == 1
        return several and given.token in WITHOUT_RESULT and bool(self._judge_in(row))

    def _put(self, line: int, entry: int, cell: Cell, judge: int, value: str) -> None:
        first = self.pile.put(line, entry, cell.index, judge, value)
        if first:
            zh, en = (
                f"此格在第 {first} 行已有分数；只能有一个",
                f"this cell has its mark in line {first} already; only one can stand",
            )
            self._fault(line, "value", (zh, en))

    def _judge_in(self, row: Sequence[str]) -> str:
        text = "" if self._judge is None else row[self._judge]
        return "" if is_empty(plain(text)) else text

    def _who(self, line: int, row: Sequence[str], panel: Panel) -> int | None:
        text = "" if self._judge is None else row[self._judge]
        known = (panel.id, text)
        if known not in self._judges:
            self._judges[known] = self._seated(self._judge_in(row), panel)
        found = self._judges[known]
        if found is None:
            self._fault(line, "judge", _no_judge(text, panel))
        return found

    def _seated(self, text: str, panel: Panel) -> int | None:
        """The judge's number on the pile; None for one who cannot be in this panel."""
        name = spelled(text) or (panel.seats[0] if len(panel.seats) == 1 else "")
        if panel.numbered:
            return self.pile.judge(name, seat=False) if name else None
        alike = [seat for seat in panel.seats if folded(seat) == folded(name)]
        seat = name if name in panel.seats else alike[0] if len(alike) == 1 else None
        return None if seat is None else self.pile.judge(seat, seat=True)

    def _fault(self, line: int, column: str, said: Said) -> None:
        self._faults.add(self._file, line, column, said)


def _could_be_a_mark(text: str, scope: Scope) -> bool:
    return bare_number(plain(text)) is not None or any(not isinstance(cell.give(text), Wrong) for cell in scope.cells)


def _no_status(text: str, scope: Scope) -> tuple[str, Said]:
    return "value", unknown_status(text, {cell.panel.id: cell.panel for cell in scope.cells}.values())


def _no_judge(text: str, panel: Panel) -> Said:
    size = len(panel.seats)
    if panel.numbered:
        return wrong(text, (f"{size} 名裁判之一", f"one of {size} judges"))
    zh, en = one_of(panel.seats)
    expected = (f"{zh}（评分组 {panel.name} 有 {size} 席）", f"{en} (the panel {panel.name} has {size} seats)")
    return wrong(text, expected, suggestion(text, panel.seats))
