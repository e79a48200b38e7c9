"""The list of entries: who takes part, in which group and category, and what else is said of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from biwu.scoring.reading.faults import Faults, Said, suggestion, wrong
from biwu.scoring.reading.headings import ENTRIES, Columns
from biwu.scoring.reading.names import folded, without_zeros
from biwu.scoring.reading.tables import Table, open_table
from biwu.scoring.reading.values.numbers import plain, with_point
from biwu.scoring.reading.values.spelling import is_empty
from domain.entrants import truth
from domain.rulebook.results.columns import Cell, asked_cells, columns_of_formulas, needed_columns
from domain.rulebook.rulebook import Rulebook
from web.exports.safe import bare
from web.imports.spelling import odd_sign, tidy

_LONGEST = 100  # characters of an entry's id
_SUGGESTED = 30  # a search through ten thousand names takes its time


@dataclass(frozen=True, slots=True)
class Entry:
    """One row. `code` stands for the entry in the names of streams; `columns` holds group, category and all others."""

    id: str
    line: int
    columns: Mapping[str, str]
    official: bool

    @property
    def code(self) -> str:
        return self.id.replace("%", "%25").replace("/", "%2F")


class Entries:
    """In the order of the list; found by what a file writes, however it writes it.

    `unread`: the list itself is at fault, so that whoever a file names is taken for one of its entries. `headings`:
    its columns, by our names where they are ours.
    """

    def __init__(self) -> None:
        self.rows: list[Entry] = []
        self.unread = False
        self.headings: Sequence[str] = ()
        self._by_id: dict[str, int] = {}
        self._spelled: dict[str, int] = {}
        self._unknown: dict[str, Said] = {}

    def add(self, entry: Entry) -> Entry:
        """The entry that bears this id: this one, or the one that stood there before."""
        first = self._by_id.setdefault(entry.id, len(self.rows))
        if first == len(self.rows):
            self.rows.append(entry)
        return self.rows[first]

    def index(self, text: str) -> int | None:
        """Its place in `rows`; None where nobody bears this id."""
        found = self._spelled.get(text)
        if found is None and (own := spelled(text)):
            if self.unread:
                self.add(Entry(own, 0, {}, official=True))
            if (found := self._by_id.get(own)) is not None:
                self._spelled[text] = found
        return found

    def unknown(self, text: str) -> Said:
        """What to say of an id that nobody bears; the same for the same text."""
        found = self._unknown.get(text)
        if found is None:
            close = self._close(spelled(text)) if len(self._unknown) < _SUGGESTED else ("", "")
            expected = ("参赛名单中的编号", "an entry of the list of entries")
            found = self._unknown[text] = wrong(text, expected, close)
        return found

    def _close(self, own: str) -> Said:
        alike = next((each for each in self._by_id if own and without_zeros(each) == without_zeros(own)), "")
        if not alike or folded(alike) == folded(own):
            return suggestion(own, self._by_id)
        return (
            f"名单中是“{alike}”：前面的零也是编号的一部分（电子表格会把它去掉，请将该列设为文本）",
            f"The list has “{alike}”: zeros in front belong to an id (spreadsheets drop them: make the column text)",
        )


def spelled(text: str) -> str:
    """As ids and names are compared: half-width letters and digits, single spaces, nothing that guards."""
    return tidy(bare(text))


def read_entries(content: bytes, name: str, rulebook: Rulebook, faults: Faults) -> Entries:
    """All entries; faults for empty and doubled ids, and for columns the rulebook needs and the list has not."""
    found, asked, cells = Entries(), needed_columns(rulebook), asked_cells(rulebook)
    table = open_table(content, name, Columns(ENTRIES, ("entry",), others=True, kept=asked), faults)
    if table is None:
        found.unread = True
        return found
    found.headings = tuple(table.columns)
    for column in sorted(asked):
        if spoken(column) not in map(spoken, table.columns):
            en = f"the rulebook asks for the column “{column}”"
            faults.add(name, table.line, column, (f"规则用到的列“{column}”不在名单中", en))
    figures = set(columns_of_formulas(rulebook)) if table.comma else set()
    pointed = [place for column, place in table.columns.items() if spoken(column) in figures]
    for line, row in table.rows:
        own = [with_point(cell) if place in pointed else cell for place, cell in enumerate(row)] if pointed else row
        _entry(table, line, own, cells, found, faults)
    return found


def _entry(  # noqa: PLR0913, PLR0917 - a row, what it must say, and where it goes
    table: Table, line: int, row: Sequence[str], cells: Mapping[str, Cell], found: Entries, faults: Faults
) -> None:
    said = {column: spelled(row[place]) if place < len(row) else "" for column, place in table.columns.items()}
    own, official = said.pop("entry"), said.pop("official", "")
    if not own or len(own) > _LONGEST or odd_sign(own):
        expected = (f"选手或队的编号，至多 {_LONGEST} 字", f"an entry's id of at most {_LONGEST} characters")
        faults.add(table.name, line, "entry", wrong(own, expected))
        return
    takes_part = truth(plain(official))
    if takes_part is None and not is_empty(official):
        faults.add(table.name, line, "official", wrong(official, ("是或否", "yes or no")))
    for column, asked in cells.items():
        if not asked.reads(said.get(column, "")):
            faults.add(table.name, line, column, wrong(said[column], asked.expected))
    entry = Entry(own, line, said, official=takes_part is not False)
    first = found.add(entry)
    if first is not entry:
        zh = f"“{own}”在第 {first.line} 行已有；每个编号只出现一次"
        faults.add(table.name, line, "entry", (zh, f"“{own}” stands in line {first.line} already; each id once only"))


def spoken(column: str) -> str:
    """A column as a formula names it."""
    return column.replace("-", "_").replace(" ", "_")
