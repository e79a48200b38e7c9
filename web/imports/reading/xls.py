"""An .xls workbook (Excel 97 to 2003, WPS): its sheets and their cells, from a stream of records."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from decimal import Decimal

from domain.errors import Malformed
from web.imports.reading.cells import Cell, Grid, Odd, Sheet, in_format, number
from web.imports.reading.compound import BROKEN, Compound
from web.imports.reading.limits import Allowance, Limits, unreadable
from web.imports.reading.records import Record, records, shared_strings, short_text
from web.imports.reading.xlsx import BUILT_IN
from web.imports.reading.zipped import encrypted, macros

BIFF8 = 0x0600
BOF, EOF, FILE_PASS, DATE_1904, FORMAT, XF, SHEET, STRINGS = 0x809, 0x0A, 0x2F, 0x22, 0x41E, 0xE0, 0x85, 0xFC
NUMBER, LABEL, RICH_LABEL, TRUTH_OR_ERROR, RK, SHARED, MANY_RK = 0x203, 0x204, 0xD6, 0x205, 0x27E, 0xFD, 0xBD
FORMULA, FORMULA_TEXT, MERGES = 0x06, 0x207, 0xE5
NO_NUMBER = 0xFFFF  # stands in a formula's result when it is text, a truth value or an error
ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}


@dataclass(slots=True)
class _Book:
    """What the first part of the stream says about all sheets."""

    sheets: list[tuple[int, str, bool]] = field(default_factory=list)  # where it begins, name, hidden
    strings: list[str] = field(default_factory=list)
    codes: dict[int, str] = field(default_factory=lambda: dict(BUILT_IN))
    styles: list[int] = field(default_factory=list)
    from_1904: bool = False

    def take(self, record: Record) -> None:
        if record.kind == SHEET:
            start, state, kind = record.numbers("IBB")
            if kind == 0:  # 1, 2 and 6 are macros, charts and modules
                self.sheets.append((start, short_text(record.content, 6, size=1), state & 0x3 != 0))
        elif record.kind == STRINGS:
            self.strings = shared_strings(record)
        elif record.kind == FORMAT:
            self.codes[record.numbers("H")[0]] = short_text(record.content, 2, size=2)
        elif record.kind == XF:
            self.styles.append(record.numbers("HH")[1])
        elif record.kind == DATE_1904:
            self.from_1904 = record.numbers("H")[0] == 1

    def formatted(self, value: Cell, style: int) -> Cell:
        code = self.codes.get(self.styles[style], "") if style < len(self.styles) else ""
        return in_format(value, code, from_1904=self.from_1904)


def read_xls(content: bytes, limits: Limits) -> list[Sheet]:
    """Every sheet of the workbook in its order. Raises Malformed with one fault for what cannot be read."""
    compound, allowance = Compound(content), Allowance(limits)
    _check_kind(compound.names)
    stream = compound.stream("Workbook")
    book = _Book()
    for record in records(stream):
        allowance.element()
        if record.kind == FILE_PASS:
            raise encrypted()
        if record.kind == BOF and record.numbers("H")[0] != BIFF8:
            raise too_old()
        if record.kind == EOF:
            break
        book.take(record)
    if not book.sheets:
        raise unreadable(*BROKEN)
    return [_sheet(book, stream, each, allowance) for each in book.sheets]


def _check_kind(names: set[str]) -> None:
    if "EncryptedPackage" in names:
        raise encrypted()
    if "_VBA_PROJECT_CUR" in names:
        raise macros()
    if "Workbook" not in names:
        if "Book" in names:
            raise too_old()
        raise unreadable("这不是表格文件", "this is not a table")


def too_old() -> Malformed:
    return unreadable("这是 Excel 95 或更早的文件；请另存为 .xlsx", "from Excel 95 or before; save it as .xlsx")


def _sheet(book: _Book, stream: bytes, which: tuple[int, str, bool], allowance: Allowance) -> Sheet:
    start, name, hidden = which
    reader = _Cells(book, Grid(allowance))
    for record in records(stream, start):
        allowance.element()
        if record.kind == EOF:
            break
        reader.take(record)
    return reader.grid.sheet(name, hidden=hidden)


@dataclass(slots=True)
class _Cells:
    """Puts one sheet's records into its grid. A formula's text comes in a record after it."""

    book: _Book
    grid: Grid
    formula: tuple[int, int] = (0, 0)

    def take(self, record: Record) -> None:
        if record.kind == MERGES:
            self._merges(record)
        elif record.kind == MANY_RK:
            self._many(record)
        elif record.kind == FORMULA_TEXT:
            self.grid.put(*self.formula, short_text(record.content, 0, size=2))
        elif record.kind in {NUMBER, LABEL, RICH_LABEL, TRUTH_OR_ERROR, RK, SHARED, FORMULA}:
            row, column, style = record.numbers("HHH")
            self.formula = (row, column)
            self.grid.put(row, column, self._cell(record, style))

    def _cell(self, record: Record, style: int) -> Cell:
        if record.kind == NUMBER:
            return self.book.formatted(number(record.real(6)), style)
        if record.kind == RK:
            return self.book.formatted(_packed(record.numbers("I", 6)[0]), style)
        if record.kind == FORMULA:
            return self._computed(record, style)
        if record.kind == TRUTH_OR_ERROR:
            value, is_error = record.numbers("BB", 6)
            return _error(value) if is_error else _truth(value)
        if record.kind == SHARED:
            index = record.numbers("I", 6)[0]
            if index >= len(self.book.strings):
                raise unreadable(*BROKEN)
            return self.book.strings[index]
        return short_text(record.content, 6, size=2)

    def _computed(self, record: Record, style: int) -> Cell:
        kind, _, value, _, _, _, mark = record.numbers("BBBBBBH", 6)
        if mark != NO_NUMBER:
            return self.book.formatted(number(record.real(6)), style)
        if kind == 0:
            return ""  # its text follows
        if kind == 3:  # noqa: PLR2004 - the format's word for "nothing": empty, or never computed
            return Odd("formula", "=…")
        return _truth(value) if kind == 1 else _error(value)

    def _many(self, record: Record) -> None:
        row, first = record.numbers("HH")
        for place in range((len(record.content) - 6) // 6):
            style, packed = record.numbers("HI", 4 + 6 * place)
            self.grid.put(row, first + place, self.book.formatted(_packed(packed), style))

    def _merges(self, record: Record) -> None:
        for place in range(min(record.numbers("H")[0], (len(record.content) - 2) // 8)):
            first, last, left, right = record.numbers("HHHH", 2 + 8 * place)
            self.grid.merges.append((first, left, last, right))


def _packed(word: int) -> Cell:
    """A number in 30 bits: a whole number or the front half of a float, perhaps in hundredths."""
    if word & 2:
        whole = Decimal((word >> 2) - (1 << 30 if word & 0x80000000 else 0))
        return whole / 100 if word & 1 else whole
    value: float = struct.unpack("<d", struct.pack("<II", 0, word & 0xFFFFFFFC))[0]
    return number(value / 100 if word & 1 else value)


def _truth(value: int) -> Odd:
    return Odd("truth", "TRUE" if value else "FALSE")


def _error(code: int) -> Odd:
    return Odd("error", ERRORS.get(code, "#?"))
