"""The list of entries: who takes part, in which group and category, and what else is said of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from biwu.scoring.reading.faults import Faults, suggestion, wrong
from biwu.scoring.reading.spelling import is_empty, plain, truth
from biwu.scoring.reading.tables import Table, open_table
from domain.rulebook.rulebook import Rulebook
from web.exports.safe import bare
from web.imports.spelling import odd_sign, tidy

_LONGEST = 100  # characters of an entry's id
_COLUMN_KEYS = ("per", "by", "column")  # of a rulebook's parts: they name a column of this list


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
    """In the order of the list; found by what a file writes, however it writes it."""

    def __init__(self) -> None:
        self.rows: list[Entry] = []
        self._by_id: dict[str, int] = {}
        self._spelled: dict[str, int] = {}

    def add(self, entry: Entry) -> Entry:
        """The entry that bears this id: this one, or the one that stood there before."""
        first = self._by_id.setdefault(entry.id, len(self.rows))
        if first == len(self.rows):
            self.rows.append(entry)
        return self.rows[first]

    def index(self, text: str) -> int | None:
        """Its place in `rows`; None where nobody bears this id."""
        found = self._spelled.get(text)
        if found is None and (found := self._by_id.get(spelled(text))) is not None:
            self._spelled[text] = found
        return found

    def unknown(self, text: str, faults: Faults) -> tuple[str, str]:
        """What to say of an id that nobody bears."""
        close = ("", "") if faults.crowded else suggestion(spelled(text), self._by_id)
        return wrong(text, ("参赛名单中的编号", "an entry of the list of entries"), close)


def spelled(text: str) -> str:
    """As ids and names are compared: half-width letters and digits, single spaces, nothing that guards."""
    return tidy(bare(text))


def read_entries(content: bytes, name: str, rulebook: Rulebook, faults: Faults) -> Entries:
    """All entries; faults for empty and doubled ids, and for columns the rulebook needs and the list has not."""
    found = Entries()
    table = open_table(content, name, ("entry",), None, faults)
    if table is None:
        return found
    for column in sorted(set(_needed(rulebook))):
        if _spoken(column) not in map(_spoken, table.columns):
            en = f"the rulebook asks for the column “{column}”"
            faults.add(name, table.line, column, (f"规则用到的列“{column}”不在名单中", en))
    for line, row in table.rows:
        _entry(table, line, row, found, faults)
    return found


def _entry(table: Table, line: int, row: Any, found: Entries, faults: Faults) -> None:  # noqa: ANN401 - cells of a table
    said = {column: spelled(row[place]) if place < len(row) else "" for column, place in table.columns.items()}
    own, official = said.pop("entry"), said.pop("official", "")
    if not own or len(own) > _LONGEST or odd_sign(own):
        expected = (f"选手或队的编号，至多 {_LONGEST} 字", f"an entry's id of at most {_LONGEST} characters")
        faults.add(table.name, line, "entry", wrong(own, expected))
        return
    takes_part = truth(plain(official))
    if takes_part is None and not is_empty(official):
        faults.add(table.name, line, "official", wrong(official, ("是或否", "yes or no")))
    entry = Entry(own, line, said, official=takes_part is not False)
    first = found.add(entry)
    if first is not entry:
        zh = f"“{own}”在第 {first.line} 行已有；每个编号只出现一次"
        faults.add(table.name, line, "entry", (zh, f"“{own}” stands in line {first.line} already; each id once only"))


def _needed(rulebook: Rulebook) -> Iterator[str]:
    """Columns that ranking, awards, teams and formulas ask for."""
    for node in rulebook.nodes.values():
        tree = getattr(node, "tree", None)
        yield from (name.removeprefix("entry.") for name in getattr(tree, "names", ()) if name.startswith("entry."))
    yield from _named(rulebook.model_dump(exclude={"panels", "modules", "stages"}, warnings=False))


def _named(part: Any) -> Iterator[str]:  # noqa: ANN401 - plain values, as deep as the rulebook
    if isinstance(part, Mapping):
        yield from (part[key] for key in _COLUMN_KEYS if isinstance(part.get(key), str) and part[key])
        part = part.values()
    if not isinstance(part, str | bytes) and hasattr(part, "__iter__"):
        for each in part:
            yield from _named(each)


def _spoken(column: str) -> str:
    """A column as a formula names it."""
    return column.replace("-", "_").replace(" ", "_")
