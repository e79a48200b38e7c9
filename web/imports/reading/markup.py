"""One XML part of a workbook, walked element by element: no document type, no entities, only so many elements."""

from __future__ import annotations

from collections.abc import Callable
from typing import NoReturn
from xml.parsers import expat

from web.imports.reading.limits import Allowance, unreadable

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
Text = Callable[[str], None]


def walk(part: bytes, allowance: Allowance, start: Start, end: End | None = None, text: Text | None = None) -> None:
    """Calls back for every element by its name without prefix, and for its text. Raises Malformed.

    expat reads the bytes themselves (nothing is fetched); a DOCTYPE ends it, so no entity of the file's own exists.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def started(name: str, attributes: dict[str, str]) -> None:
        allowance.element()
        start(name.rpartition(":")[2], attributes)

    def ended(name: str) -> None:
        if end is not None:
            end(name.rpartition(":")[2])

    parser.StartElementHandler = started
    parser.EndElementHandler = ended if end is not None else None
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(part, True)  # noqa: FBT003 - expat's own signature: this is all of it
    except expat.ExpatError as error:
        raise unreadable("文件已损坏，其中的 XML 不完整", "damaged: XML in it is not whole") from error


def _refuse(*_: object) -> NoReturn:
    raise unreadable("文件中含有不允许的 XML 声明（DOCTYPE）", "holds an XML declaration that is not allowed (DOCTYPE)")


def attribute(attributes: dict[str, str], name: str) -> str:
    """The attribute of this name under any prefix (`r:id` is `id`), or ''."""
    for key, value in attributes.items():
        if key.rpartition(":")[2] == name:
            return value
    return ""
