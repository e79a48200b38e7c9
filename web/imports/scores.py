"""A file of scores for one aspect 成绩表, most often of a theory paper: one score or status an entry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Literal

from domain.errors import Fault, Malformed
from domain.rulebook.aspects import Aspect
from web.imports.entries import NAME, NUMBER
from web.imports.faults import MERGED, Place, found_wrong, in_order, no_rows
from web.imports.given import Given, given_in
from web.imports.headings import Field, Line, lay_out, repeated
from web.imports.reading.files import read_sheets, shown_name
from web.imports.reading.limits import LIMITS, Limits
from web.imports.spelling import entry_number, is_nothing, squeezed, text_of

CODE = Field(
    "number",
    "代码",
    "code",
    "密号,考号,准考证号,评审号,工位号,赛位号,试卷号,station,review code",
    required=True,
    single=True,
)
SCORE = Field(
    "score",
    "成绩",
    "score",
    "理论成绩,理论得分,理论分数,得分,分数,笔试成绩,卷面成绩,考试成绩,总分,mark,points,result,theory,theory score",
    required=True,
    single=True,
)


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """What a table gives one entry: a score, a status's word (`dns`), or None where it gives nothing yet."""

    number: str
    given: Given | None
    place: Place = field(default=Place("", 0, 0), compare=False)

    @property
    def value(self) -> Decimal | None:
        return self.given if isinstance(self.given, Decimal) else None

    @property
    def status(self) -> str:
        return self.given if isinstance(self.given, str) else ""


@dataclass(frozen=True, slots=True)
class ScoresRead:
    """A whole score file. `missing` are the known entries it has no row for, told only when blanks are allowed."""

    rows: tuple[ScoreRow, ...]
    missing: tuple[str, ...]
    sheets: tuple[str, ...]
    left_out: tuple[str, ...]
    unused_headings: tuple[str, ...]


def read_scores(  # noqa: PLR0913 - one argument a fact it needs
    content: bytes,
    name: str,
    *,
    aspect: Aspect,
    known: Mapping[str, str],
    by: Literal["number", "code"] = "number",
    blanks: Literal["faults", "allowed"] = "faults",
    limits: Limits = LIMITS,
) -> ScoresRead:
    """Every score of a file for one aspect.

    `known`: entry number (or code) -> registered name, '' where none is to be compared. `blanks`: whether a known
    entry without a score is at fault, or simply not given yet. Raises Malformed with every fault of the file, in its
    order; then nothing of it is to be used.
    """
    file, key = shown_name(name), NUMBER if by == "number" else CODE
    found = lay_out(read_sheets(content, name, limits), (key, replace(NAME, required=False), SCORE), file)
    registered = _Registered(key, known)
    faults, rows = list(found.faults), []
    for line in found.lines():
        given, wrong = given_in(line, "score", aspect, blank_is_fault=blanks == "faults")
        faults += [*registered.objections(line), *wrong]
        rows.append(ScoreRow(entry_number(line.cell("number")), given, line.place("number")))
    faults += repeated(list(found.lines()), key)
    missing = tuple(sorted(known.keys() - {row.number for row in rows}))
    if not rows and not faults:
        faults = [no_rows(name)]
    elif blanks == "faults" and not found.faults:
        faults += [Fault(file, f"缺少{key.zh}“{each}”的成绩", f"no row for {key.en} “{each}”") for each in missing]
    if faults:
        raise Malformed(in_order(faults, found.names))
    return ScoresRead(tuple(rows), missing, found.sheets, found.left_out, found.unused_headings)


class _Registered:
    """The known entries, to be asked what is wrong with a line's number and name."""

    def __init__(self, key: Field, known: Mapping[str, str]) -> None:
        self._key, self._known = key, known
        self._alike: dict[str, list[str]] = {}
        for number in known:
            self._alike.setdefault(_bare(number), []).append(number)

    def objections(self, line: Line) -> list[Fault]:
        cell, place = line.cell("number"), line.place("number")
        if line.merged("number"):
            return [found_wrong(place, cell, *MERGED)]
        number = entry_number(cell)
        if number in self._known:
            return self._wrong_name(line, self._known[number])
        alike = self._alike.get(_bare(number), [])
        why = (f"是否为“{alike[0]}”？", f"Is “{alike[0]}” meant?") if len(alike) == 1 else ("", "")
        return [found_wrong(place, cell, (f"已登记的{self._key.zh}", f"a registered {self._key.en}"), why)]

    def _wrong_name(self, line: Line, registered: str) -> list[Fault]:
        cell = line.cell("name")
        if not registered or is_nothing(cell) or squeezed(text_of(cell)) == squeezed(registered):
            return []
        expected = (f"登记的姓名“{registered}”", f"the registered name “{registered}”")
        return [found_wrong(line.place("name"), cell, expected)]


def _bare(number: str) -> str:
    """Without what spreadsheets drop and people type either way: `007` and `7`, `a1` and `A1`."""
    return number.lstrip("0").casefold()
