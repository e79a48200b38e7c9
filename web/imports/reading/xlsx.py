"""An .xlsx workbook: which sheets it has, its shared strings and number formats, then each sheet's cells."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field

from web.imports.reading.cells import Sheet
from web.imports.reading.limits import Allowance, Limits, unreadable
from web.imports.reading.markup import attribute, walk
from web.imports.reading.worksheet import Lookup, Worksheet, unescaped
from web.imports.reading.zipped import Parts

# number formats a file uses without spelling them: those that read as dates, in Chinese and other versions, and percent
_DATES = dict.fromkeys((*range(14, 23), *range(27, 37), *range(50, 59)), "d")
_TIMES = dict.fromkeys((*range(18, 22), 32, 33, *range(45, 48)), "h:mm:ss")
BUILT_IN = {9: "0%", 10: "0.00%"} | _DATES | _TIMES


@dataclass(slots=True)
class _Named:
    name: str
    hidden: bool
    relation: str


def read_xlsx(content: bytes, limits: Limits) -> list[Sheet]:
    """Every sheet of the workbook in its order. Raises Malformed with one fault for what cannot be read."""
    parts, allowance = Parts(content, limits), Allowance(limits)
    main = _main_part(parts, allowance)
    named, from_1904 = _sheets(parts.read(main), allowance)
    targets = _relations(parts, main, allowance)
    of_kind = dict(targets.values())
    lookup = Lookup(
        strings=_strings(parts, of_kind.get("sharedStrings", ""), allowance),
        formats=_formats(parts, of_kind.get("styles", ""), allowance),
        from_1904=from_1904,
    )
    read = []
    for each in named:
        kind, target = targets.get(each.relation, ("", ""))
        if kind == "worksheet":  # a sheet may also be one large chart
            worksheet = Worksheet(lookup, allowance)
            walk(parts.read(target), allowance, worksheet.start, worksheet.end, worksheet.text)
            read.append(worksheet.grid.sheet(each.name, hidden=each.hidden))
    return read


def _main_part(parts: Parts, allowance: Allowance) -> str:
    for kind, target in _relations(parts, "", allowance).values():
        if kind == "officeDocument" and target in parts:
            return target
    raise unreadable("压缩包内没有工作簿", "there is no workbook in its zip")


def _relations(parts: Parts, owner: str, allowance: Allowance) -> dict[str, tuple[str, str]]:
    """Of one part: relation id -> (kind, name of the part it points to)."""
    folder, name = posixpath.split(owner)
    found: dict[str, tuple[str, str]] = {}

    def start(element: str, attributes: dict[str, str]) -> None:
        if element == "Relationship" and attributes.get("TargetMode") != "External":
            target = attributes.get("Target", "").replace("\\", "/")
            kind = attributes.get("Type", "").rpartition("/")[2]
            found[attributes.get("Id", "")] = (kind, posixpath.normpath(posixpath.join("/", folder, target))[1:])

    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    if relations in parts:
        walk(parts.read(relations), allowance, start)
    return found


def _sheets(workbook: bytes, allowance: Allowance) -> tuple[list[_Named], bool]:
    found: list[_Named] = []
    dates: list[str] = []

    def start(element: str, attributes: dict[str, str]) -> None:
        if element == "sheet":
            hidden = attributes.get("state", "visible") != "visible"
            found.append(_Named(attributes.get("name", ""), hidden, attribute(attributes, "id")))
        elif element == "workbookPr":
            dates.append(attributes.get("date1904", "0"))

    walk(workbook, allowance, start)
    return found, any(each in {"1", "true"} for each in dates)


@dataclass(slots=True)
class _Strings:
    """Shared strings, each the runs of its text together; reading aids 拼音 (`rPh`) are left out."""

    allowance: Allowance
    found: list[str] = field(default_factory=list)
    runs: list[str] = field(default_factory=list)
    aids: int = 0
    inside: bool = False

    def start(self, element: str, _: dict[str, str]) -> None:
        if element == "si":
            self.runs = []
        self.aids += element == "rPh"
        self.inside = element == "t" and not self.aids

    def end(self, element: str) -> None:
        self.aids -= element == "rPh"
        self.inside = False
        if element == "si":
            self.found.append(unescaped("".join(self.runs)))

    def text(self, letters: str) -> None:
        if self.inside:
            self.runs.append(letters)


def _strings(parts: Parts, name: str, allowance: Allowance) -> list[str]:
    if name not in parts:
        return []
    strings = _Strings(allowance)
    walk(parts.read(name), allowance, strings.start, strings.end, strings.text)
    return strings.found


def _formats(parts: Parts, name: str, allowance: Allowance) -> list[str]:
    """The number format of every cell style, in the order in which cells name them."""
    codes: dict[str, str] = {str(number): code for number, code in BUILT_IN.items()}
    styles: list[str] = []
    within: list[str] = []

    def start(element: str, attributes: dict[str, str]) -> None:
        if element == "numFmt":
            codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif element == "xf" and within and within[-1] == "cellXfs":
            styles.append(attributes.get("numFmtId", "0"))
        within.append(element)

    def end(_: str) -> None:
        within.pop()

    if name in parts:
        walk(parts.read(name), allowance, start, end)
    return [codes.get(style, "") for style in styles]
