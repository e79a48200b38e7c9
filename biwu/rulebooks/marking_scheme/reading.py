"""From a workbook to a marking scheme: sub-criteria, aspects and levels row by row, every fault with its cell."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal

from biwu.rulebooks.marking_scheme.headings import NEEDED, Line, columns_of, is_heading
from biwu.rulebooks.marking_scheme.opening import Opening, opened
from biwu.rulebooks.marking_scheme.scheme import Method, Scheme, SchemeAspect, Stated, SubCriterion
from biwu.rulebooks.marking_scheme.tables import stated
from domain.errors import Fault, Malformed
from web.imports.faults import Place, found_wrong, in_order
from web.imports.reading.cells import Sheet
from web.imports.reading.files import read_sheets, shown_name
from web.imports.spelling import exact_number, is_nothing, text_of

PLACES = 9  # decimals a rulebook's numbers may have
LEVELS = 4  # 0 to 3
_METHODS: dict[str, Method] = {
    "m": "M", "meas": "M", "measurement": "M", "测量": "M",
    "j": "J", "judg": "J", "judgement": "J", "judgment": "J", "评价": "J",
}  # fmt: skip
_SECTION = re.compile(r"(?:wsos|wsss|section|第)?\s*([0-9]{1,2}(?:\.[0-9]{1,2})?)\s*(?:节|章)?", re.IGNORECASE)
_M_OR_J = ("M（测量）或 J（评价）", "M (measurement) or J (judgement)")


def read_scheme(content: bytes, name: str) -> Scheme:
    """The marking scheme of a workbook; `name` is the file's. Raises: Malformed with every fault and its cell."""
    sheets = [sheet for sheet in read_sheets(content, name) if not sheet.hidden]
    rows = _Rows(Scheme(_title(sheets, name)))
    for sheet in sheets:
        rows.read(sheet)
    if not rows.seen:
        needed = ("、".join(zh for zh, _ in NEEDED.values()), ", ".join(en for _, en in NEEDED.values()))
        zh = f"没有一张表有评分表的列名（{needed[0]}）"
        rows.faults.append(Fault(shown_name(name), zh, f"no sheet has the headings of a marking scheme ({needed[1]})"))
    elif not rows.scheme.aspects and not rows.faults:
        rows.faults.append(Fault(shown_name(name), "列名下面没有评分点", "there is no aspect under the headings"))
    if rows.faults:
        raise Malformed(in_order(rows.faults, [sheet.name for sheet in sheets]))
    return rows.scheme


def _title(sheets: list[Sheet], name: str) -> str:
    """The first words of the first sheet: the skill, as the export has it; else the file's name."""
    words = (text_of(cell) for sheet in sheets[:1] for row in sheet.rows[:1] if not columns_of(row) for cell in row)
    return next(filter(None, words), shown_name(name))


@dataclass(slots=True)
class _Rows:
    """Goes through sheets from top to bottom; `form` and `aspect` are those that rows below belong to."""

    scheme: Scheme
    faults: list[Fault] = field(default_factory=list)
    places: dict[str, Place] = field(default_factory=dict)
    seen: bool = False
    form: SubCriterion | None = None
    aspect: SchemeAspect | None = None

    def read(self, sheet: Sheet) -> None:
        columns: dict[str, int] = {}
        for row, cells in enumerate(sheet.rows):
            found = columns_of(cells)
            if is_heading(found):
                self.seen, columns = True, found
                self.form = self.aspect = None
            elif columns:
                self._line(Line(sheet, row, columns))
        if columns:
            stated(sheet, self.scheme, self.faults)

    def _line(self, line: Line) -> None:
        opening = opened(line)
        if opening is not None:
            self._open(opening, line)
        elif not is_nothing(line.cell("type")):
            self._aspect(line)
        elif not is_nothing(line.cell("aspect")) and not is_nothing(line.cell("max")):
            self.faults.append(line.wrong("type", _M_OR_J))
        elif not is_nothing(line.cell("score")):
            self._level(line)  # any other row is a remark or a sum

    def _open(self, opening: Opening, line: Line) -> None:
        self.form = self.aspect = None
        if not opening.number:
            self.scheme.criteria.setdefault(opening.letter, Stated(opening.title, None))
            return
        name = f"{opening.letter}{opening.number}"
        first = self.places.setdefault(name, opening.place)
        if first != opening.place:
            expected, why = (
                ("每个子标准只出现一次", "each sub-criterion once only"),
                (f"{first} 已有它", f"It stands in {first} already"),
            )
            self.faults.append(found_wrong(opening.place, opening.cell, expected, why))
        self.form = SubCriterion(name, opening.title or name, line.text("day"))
        self.scheme.parts.append(self.form)

    def _aspect(self, line: Line) -> None:
        self.aspect = None
        method = _METHODS.get(line.text("type").lower())
        if method is None:
            self.faults.append(line.wrong("type", _M_OR_J))
        if self.form is None:
            above = ("上面先有子标准（如 A1）", "a sub-criterion such as A1 above it")
            self.faults.append(line.wrong("aspect", above))
        title = line.text("aspect")
        if is_nothing(line.cell("aspect")):
            self.faults.append(line.wrong("aspect", ("评分点的说明", "what the aspect is")))
        top, section = self._max(line), self._section(line)
        if method and self.form is not None and top is not None:
            number = len(self.form.aspects) + 1
            self.aspect = SchemeAspect(f"{self.form.id}-{method}{number}", method, title, top, section)
            self.form.aspects.append(self.aspect)

    def _max(self, line: Line) -> Decimal | None:
        top = exact_number(line.cell("max"))
        exponent = 0 if top is None else top.as_tuple().exponent
        if top is not None and top > 0 and isinstance(exponent, int) and exponent >= -PLACES:
            return top
        expected = (f"大于零的分值，至多 {PLACES} 位小数", f"a mark above zero with at most {PLACES} decimals")
        self.faults.append(line.wrong("max", expected))
        return None

    def _section(self, line: Line) -> str:
        cell = line.cell("section")
        found = _SECTION.fullmatch(line.text("section"))
        if found is None and not is_nothing(cell):
            self.faults.append(line.wrong("section", ("标准章节的号码，如 3", "the number of a section, such as 3")))
        return found[1] if found else ""

    def _level(self, line: Line) -> None:
        level = exact_number(line.cell("score"))
        if not is_nothing(line.cell("max")):  # nobody's marks are passed over
            expected = (
                "评价等级的行没有分值，满分写在评分点一行",
                "no mark beside a level: the maximum stands in the row of the aspect",
            )
            self.faults.append(line.wrong("max", expected))
        if level is None or level not in range(LEVELS):
            self.faults.append(line.wrong("score", ("0、1、2 或 3", "0, 1, 2 or 3")))
        elif self.aspect is None or self.aspect.method != "J":
            expected = ("上面是评价分（J）评分点", "a judgement (J) aspect above it")
            self.faults.append(line.wrong("score", expected))
        elif int(level) in self.aspect.levels:
            self.faults.append(line.wrong("score", ("每个等级只出现一次", "each level once only")))
        else:
            self.aspect.levels[int(level)] = line.text("level")
