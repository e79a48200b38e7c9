"""One reader for each type a command's field may have: it gives the value, or notes what is wrong with it.

Exact types only: `true` is no number, 8.0 is no integer, and no binary float comes near a mark.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, get_args, get_origin, get_type_hints

from domain.errors import Fault
from domain.notes import Note
from judges_console.frames import SAFE_INTEGER, SHAPES, BadFrame, Frame, is_counter

LONGEST_TEXT = 200  # characters; ids are 40 at most, decimals 26
LONGEST_NOTE = 20_000
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_CONTROL_IN_NOTE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")  # a note has lines and tabs

Reader = Callable[[object, str, list[Fault]], Any]

SAID: dict[str, tuple[str, str]] = {
    "missing": ("缺少此字段。", "This field is missing."),
    "no-field": ("没有此字段。", "There is no such field."),
    "text": ("应为文字。", "Must be text."),
    "long": ("文字过长。", "The text is too long."),
    "control": ("文字中含有控制字符。", "The text holds control characters."),
    "integer": ("应为整数（不超过 2^53−1）。", "Must be an integer, at most 2^53−1."),
    "boolean": ("应为 true 或 false。", "Must be true or false."),
    "hex": ("应为十六进制文字（偶数位）。", "Must be hexadecimal text, two digits a byte."),
    "list": ("应为列表。", "Must be a list."),
    "length": ("列表项数不对。", "The list has the wrong number of items."),
    "map": ("应为映射。", "Must be a map."),
    "counter": ("应为 1 至 2^53−1 的整数。", "Must be an integer from 1 to 2^53−1."),
    "language": ("应为“zh”或“en”。", "Must be “zh” or “en”."),
    "number": ("应为数字。", "Must be a number."),
}


class NoteText(str):
    """A note as it came in: its text goes to the registry, and what the command carries is the note's seal."""

    __slots__ = ()


def fault(place: str, what: str) -> Fault:
    # the place can hold a name the client made up, so it is cut to a length that fits a frame
    return Fault(place[:80], *SAID[what])


def text(value: object, place: str, faults: list[Fault]) -> str:
    if type(value) is str and len(value) <= LONGEST_TEXT and (value.isprintable() or not _CONTROL.search(value)):
        return value
    return _wrong_text(value, place, faults, LONGEST_TEXT)


def note(value: object, place: str, faults: list[Fault]) -> str:
    if type(value) is str and len(value) <= LONGEST_NOTE and not _CONTROL_IN_NOTE.search(value):
        return NoteText(value)
    return _wrong_text(value, place, faults, LONGEST_NOTE)


def _wrong_text(value: object, place: str, faults: list[Fault], longest: int) -> str:
    what = "text" if type(value) is not str else "long" if len(value) > longest else "control"
    faults.append(fault(place, what))
    return ""


def integer(value: object, place: str, faults: list[Fault]) -> int:
    if type(value) is int and -SAFE_INTEGER <= value <= SAFE_INTEGER:
        return value
    faults.append(fault(place, "integer"))
    return 0


def boolean(value: object, place: str, faults: list[Fault]) -> bool:
    if type(value) is bool:
        return value
    faults.append(fault(place, "boolean"))
    return False


def octets(value: object, place: str, faults: list[Fault]) -> bytes:
    if type(value) is str and len(value) <= LONGEST_TEXT and re.fullmatch(r"([0-9a-f]{2})*", value, re.ASCII):
        return bytes.fromhex(value)
    faults.append(fault(place, "hex"))
    return b""


def _each(item: Reader) -> Reader:
    def items(value: object, place: str, faults: list[Fault]) -> tuple[Any, ...]:
        if type(value) is not list:
            faults.append(fault(place, "list"))
            return ()
        return tuple(item(one, f"{place}[{number}]", faults) for number, one in enumerate(value))

    return items


def _row(*columns: Reader) -> Reader:
    def row(value: object, place: str, faults: list[Fault]) -> tuple[Any, ...]:
        if type(value) is not list or len(value) != len(columns):
            faults.append(fault(place, "length" if type(value) is list else "list"))
            return ()
        cells = zip(columns, value, strict=True)
        return tuple(read(one, f"{place}[{number}]", faults) for number, (read, one) in enumerate(cells))

    return row


def _named(shape: Callable[..., object]) -> Reader:
    columns = {name: reader(hint) for name, hint in get_type_hints(shape).items()}

    def named(value: object, place: str, faults: list[Fault]) -> object:
        if type(value) is not dict:
            faults.append(fault(place, "map"))
            return None
        missing = [fault(f"{place}.{name}", "missing") for name in columns if name not in value]
        faults += [*missing, *(fault(f"{place}.{name}", "no-field") for name in value if name not in columns)]
        if missing:
            return None
        return shape(*(read(value[name], f"{place}.{name}", faults) for name, read in columns.items()))

    return named


_PLAIN: dict[Any, Reader] = {str: text, int: integer, bool: boolean, bytes: octets, Note: note}


def reader(hint: Any) -> Reader:  # noqa: ANN401 - whatever typing makes of an annotation
    """The reader for a field's type: plain ones, notes, lists, rows of fixed length, and maps for named tuples.

    Raises: TypeError for a type no frame can carry.
    """
    if hint in _PLAIN:
        return _PLAIN[hint]
    if get_origin(hint) is tuple:
        columns = get_args(hint)
        return _each(reader(columns[0])) if columns[1:] == (...,) else _row(*map(reader, columns))
    if isinstance(hint, type) and hasattr(hint, "_fields"):
        return _named(hint)
    raise TypeError(f"no frame carries a {hint}")


def checked(frame: Frame) -> Frame:
    """The same frame, if it is one of a client's and has just the fields of its kind.

    Raises: BadFrame frame-unknown, frame-shape with every fault; with the counter where a command has one.
    """
    shape = SHAPES.get(frame["t"])
    if shape is None:
        raise BadFrame("frame-unknown")
    if len(frame) == len(shape) + 1:  # no field too many, besides "t"
        for name, part in shape.items():
            if name not in frame or not part.fits(frame[name]):
                break
        else:
            return frame
    faults = [fault(name, "missing") for name, part in shape.items() if part.required and name not in frame]
    faults += [fault(name, part.what) for name, part in shape.items() if name in frame and not part.fits(frame[name])]
    faults += [fault(str(name), "no-field") for name in frame if name != "t" and name not in shape]
    if faults:
        n = frame.get("n") if "n" in shape else None
        raise BadFrame("frame-shape", faults, n if is_counter(n) else None)
    return frame
