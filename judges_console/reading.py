"""From a command's name and body to the domain's command: the dataclass itself says what the body must hold.

Whatever is wrong is told at once, each fault with its place. Which fields are not the body's but the session's, and
how texts, pairs and notes travel, stands in docs/protocol.md.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from functools import cache
from typing import Any, NamedTuple, get_type_hints

from domain.commands import COMMANDS
from domain.errors import Fault
from domain.notes import NO_NOTE, Note
from judges_console.frames import BadFrame
from judges_console.values import NoteText, Reader, fault, reader

# These carry whole files or begin a contest; the organiser's pages do that.
ELSEWHERE = frozenset({"open-contest", "fix-rulebook", "propose-rulebook", "register-entries"})
# A judge in a seat may report; anybody else must speak for the entry, which the appeals room sees to.
ONLY_SEATED = frozenset({"file-ruling"})
# About one's own seat: a session in a seat never names another.
OWN_SEAT = frozenset({"take-seat", "leave-seat", "open-sheet", "enter-mark", "sign-sheet"})

WriteNote = Callable[[str], Note]


class _Field(NamedTuple):
    name: str
    place: str  # as a fault calls it
    of_body: bool
    read: Reader
    default: Any  # MISSING: the body must have it


class Shape(NamedTuple):
    """A command's class, its fields in order, and the names of those that are the body's."""

    command: type[Any]
    fields: tuple[_Field, ...]
    of_body: frozenset[str]
    has_note: bool


@cache
def shape_of(name: str, *, seated: bool) -> Shape:
    """Raises: BadFrame command-unknown, command-elsewhere."""
    if name in ELSEWHERE or (name in ONLY_SEATED and not seated):
        raise BadFrame("command-elsewhere")
    command = COMMANDS.get(name)
    if command is None:
        raise BadFrame("command-unknown")
    hints = get_type_hints(command)
    of_session = {"contest", "seat"} if seated and name in OWN_SEAT else {"contest"}
    columns = tuple(
        _Field(each.name, f"body.{each.name}", each.name not in of_session, reader(hints[each.name]), each.default)
        for each in fields(command)
    )
    return Shape(command, columns, frozenset(each.name for each in columns if each.of_body), Note in hints.values())


def read_command(name: str, body: Mapping[str, object], contest: str, seat: str, write_note: WriteNote) -> Any:  # noqa: ANN401 - any command
    """The command, with the session's contest and, where it is about one's own seat, its seat; notes are written last.

    Raises: BadFrame with every fault, and what `write_note` raises.
    """
    shape = shape_of(name, seated=bool(seat))
    faults: list[Fault] = []
    values: list[Any] = []
    for field, place, of_body, read, default in shape.fields:
        if not of_body:
            values.append(contest if field == "contest" else seat)
        elif field in body:
            values.append(read(body[field], place, faults))
        else:
            values.append(default)
            if default is MISSING:
                faults.append(fault(place, "missing"))
    if not body.keys() <= shape.of_body:
        extra = body.keys() - shape.of_body
        faults += [fault(f"body.{one}", "no-field") for one in sorted(map(str, extra))]
    if faults:
        raise BadFrame("command-shape", faults)
    if shape.has_note:
        values = [_written(value, write_note) for value in values]
    return shape.command(*values)


def _written(value: Any, write_note: WriteNote) -> Any:  # noqa: ANN401 - any field
    if type(value) is not NoteText:
        return value
    return write_note(value) if value.strip() else NO_NOTE
