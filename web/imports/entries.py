"""The list of entries 参赛名单: who competes, under which number, for whom."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from domain.errors import Fault, Malformed
from domain.names import ID
from domain.rulebook.results.columns import asked_cells, asked_columns
from domain.rulebook.rulebook import Rulebook
from web.imports.columns import Columns, fields_of, said_in
from web.imports.faults import LOST_DIGITS, MERGED, Place, found_wrong, in_order, no_rows
from web.imports.headings import Field, Line, lay_out, repeated
from web.imports.reading.cells import Cell, Odd
from web.imports.reading.files import read_sheets, shown_name
from web.imports.reading.limits import LIMITS, Limits
from web.imports.spelling import batch_name, entry_number, is_nothing, lost_digits, odd_sign, person_name, text_of

NUMBER = Field(
    "number",
    "参赛号",
    "entry number",
    "参赛编号,参赛号码,选手编号,选手号,参赛证号,entry no,entry,contestant no,contestant number,bib,bib no",
    "编号,号码,考号,准考证号,number,no,id",
    required=True,
    single=True,
)
NAME = Field(
    "name", "姓名", "name", "选手姓名,参赛选手,选手,名字,full name,contestant", "名称,队名", required=True, single=True
)
OPTIONAL = (
    Field("delegation", "代表队", "delegation", "代表团,参赛单位,选送单位", "单位,工作单位,所在单位,unit,employer"),
    Field("team", "队", "team", "参赛队,队伍,队名,小组,team name"),
    Field("category", "组别", "category", "类别,参赛组别,group,division"),
    Field("batch", "场次", "batch", "批次,session"),
    Field("employer", "工作单位", "employer", "单位,所在单位,company,organisation,organization"),
    Field("trade", "工种", "trade", "职业,职业工种,岗位,occupation"),
    Field("phone", "联系电话", "phone", "电话,telephone", "手机,手机号,手机号码,联系方式,mobile"),
)
FIELDS = (NUMBER, NAME, *OPTIONAL)
SAID = tuple(each.key for each in (NAME, *OPTIONAL))
IDS = ("number", "batch")
ID_EXPECTED = (
    "至多 40 个字母、数字、- 和 _，以字母或数字开头",
    "up to 40 letters, digits, - and _, a letter or digit first",
)
READABLE = ("能显示的文字", "characters that can be shown")
SPELLED: dict[str, Callable[[Cell], str]] = {
    "number": entry_number,
    "name": lambda cell: person_name(text_of(cell)),
    "batch": lambda cell: batch_name(text_of(cell)),
}
LONGEST = {"name": 60, "category": 40, "batch": 40, "phone": 40}
LONGEST_OTHER = 80


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One contestant or team as a table gives it, tidied; what the table does not say is ''."""

    number: str
    name: str
    delegation: str = ""
    team: str = ""
    category: str = ""
    batch: str = ""
    employer: str = ""
    trade: str = ""
    phone: str = ""
    columns: Columns = ()  # what the rulebook asks for besides
    place: Place = field(default=Place("", 0, 0), compare=False)
    said: tuple[str, ...] = field(default=SAID, compare=False)  # the fields its sheet has a column for


@dataclass(frozen=True, slots=True)
class EntriesRead:
    """A whole list, with the names of sheets read and left out (hidden ones too) and the headings not used.

    `missing`: columns the rulebook asks for that no sheet has.
    """

    rows: tuple[EntryRow, ...]
    sheets: tuple[str, ...]
    left_out: tuple[str, ...]
    unused_headings: tuple[str, ...]
    missing: tuple[str, ...] = ()


def read_entries(  # noqa: PLR0913 - the file, and what may be asked of it
    content: bytes,
    name: str,
    *,
    rulebook: Rulebook | None = None,
    batches: Collection[str] | None = None,
    categories: Collection[str] | None = None,
    limits: Limits = LIMITS,
) -> EntriesRead:
    """Every entry of a file, with what the rulebook, where there is one, asks of it besides.

    Batches and categories, where given, are the only ones allowed.

    Raises Malformed with every fault of the file, in its order; then nothing of it is to be used.
    """
    columns = asked_columns(rulebook) if rulebook else ()
    readings = asked_cells(rulebook) if rulebook else {}
    asked = fields_of(columns)
    found = lay_out(read_sheets(content, name, limits), (*FIELDS, *asked), shown_name(name))
    allowed = {"batch": batches, "category": categories}
    faults, rows = list(found.faults), []
    for line in found.lines():
        values, wrong = _values(line, allowed)
        besides, odd = said_in(line, asked, readings)
        faults += [*wrong, *odd]
        said = tuple(key for key in SAID if key in line.columns)
        rows.append(EntryRow(**values, columns=besides, place=line.place("number"), said=said))
    faults += repeated(list(found.lines()), NUMBER)
    if not rows and not faults:
        faults = [no_rows(name)]
    if faults:
        raise Malformed(in_order(faults, found.names))
    seen = {key for line in found.lines() for key in line.columns}
    missing = tuple(column for column, each in zip(columns, asked, strict=True) if each.key not in seen)
    return EntriesRead(tuple(rows), found.sheets, found.left_out, found.unused_headings, missing)


def _values(line: Line, allowed: dict[str, Collection[str] | None]) -> tuple[dict[str, str], list[Fault]]:
    values, faults = {}, []
    for each in FIELDS:
        if each.key in line.columns:
            cell = line.cell(each.key)
            values[each.key] = "" if is_nothing(cell) else SPELLED.get(each.key, text_of)(cell)
            faults += _wrong(line, each, values[each.key], allowed.get(each.key))
    return values, faults


def _wrong(line: Line, wanted: Field, value: str, allowed: Collection[str] | None) -> list[Fault]:
    """What is wrong with one cell: the first thing, for the rest would only repeat it."""
    cell, place = line.cell(wanted.key), line.place(wanted.key)
    if wanted.single and line.merged(wanted.key):
        return [found_wrong(place, cell, *MERGED)]
    if isinstance(cell, Odd):
        return [found_wrong(place, cell, (f"{wanted.zh}文字", f"text for {wanted.en}"))]
    if lost_digits(cell):
        return [found_wrong(place, cell, *LOST_DIGITS)]
    if value == "" and not wanted.required:
        return []
    expected, why = _objection(wanted, value, allowed)
    return [found_wrong(place, cell, expected, why)] if expected[0] else []


def _objection(wanted: Field, value: str, allowed: Collection[str] | None) -> tuple[tuple[str, str], tuple[str, str]]:
    """What was expected instead of this value, and why; empty when it is as it should be."""
    why, longest = ("", ""), LONGEST.get(wanted.key, LONGEST_OTHER)
    if value == "":
        return (wanted.zh, wanted.en), why
    if allowed is not None and value not in allowed:
        return (
            f"已有的{wanted.zh}：{'、'.join(sorted(allowed))}",
            f"a known {wanted.en}: {', '.join(sorted(allowed))}",
        ), why
    if wanted.key in IDS and not ID.fullmatch(value):
        return ID_EXPECTED, why
    if len(value) > longest:
        return (f"至多 {longest} 个字符", f"at most {longest} characters"), why
    if odd_sign(value):
        return READABLE, (f"其中有 {odd_sign(value)}", f"It holds {odd_sign(value)}")
    return ("", ""), why
