"""The smallest rules a desk can serve: sheets that take each aspect once, until the hall is closed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from domain.decision import Actor, Asked, Decision, nothing
from domain.errors import Refused
from domain.notes import NO_NOTE, Note
from ledger.clock import OfficialClock
from ledger.codec import Codec
from ledger.desk import Desk
from ledger.event_names import EVENT_NAMES
from ledger.orders import Order
from ledger.record import Record

HALL = "hall:c"
CLOSED = "closed:c/1"
JUDGE = Actor("a1", "scoring_judge", "S1")


@dataclass(slots=True)
class Marked:
    aspect: str
    value: str


@dataclass(slots=True)
class Closed:
    epoch: int


@dataclass(slots=True)
class Remarked:
    note: Note = NO_NOTE


@dataclass(frozen=True, slots=True)
class Mark:
    contest: str
    sheet: str
    aspect: str
    value: str


@dataclass(frozen=True, slots=True)
class Close:
    contest: str


@dataclass(frozen=True, slots=True)
class Remark:
    contest: str
    note: Note


@dataclass(frozen=True, slots=True)
class Grab:
    """Takes a key without looking whether it is taken, as a faulty rule would."""

    contest: str
    key: str


@dataclass(frozen=True, slots=True)
class Break:
    """A rule with a bug: at `decide`, at `evolve` or in what it wants to store."""

    contest: str
    where: str


@dataclass(slots=True)
class State:
    marks: dict[str, str] = field(default_factory=dict)
    closed: bool = False
    events: int = 0


class TinyRules:
    def start(self, stream: str) -> State:
        return State()

    def evolve(self, state: State, event: Any) -> State:
        state.events += 1
        match event:
            case Marked("break evolve", _):
                raise ZeroDivisionError
            case Marked(aspect, value):
                state.marks[aspect] = value
            case Closed():
                state.closed = True
        return state

    def decide(  # noqa: C901, PLR0911 - one case a command
        self, state_of: Callable[[str], State], command: Any, asked: Asked
    ) -> Decision:
        match command:
            case Mark(_, sheet, aspect, value):
                if state_of(HALL).closed:
                    raise Refused("hall-closed")
                known = state_of(f"sheet:{sheet}").marks.get(aspect)
                if known == value:
                    return nothing()
                if known is not None:
                    raise Refused("aspect-marked", aspect=aspect)
                return Decision(((f"sheet:{sheet}", Marked(aspect, value)),), needs=(CLOSED,))
            case Close():
                if state_of(HALL).closed:
                    raise Refused("hall-closed")
                return Decision(((HALL, Closed(1)), ("log:c", Marked("closed", "1"))), takes=(CLOSED,))
            case Remark(_, note):
                return Decision((("log:c", Remarked(note)), ("log:c", Marked("remark", note.document))))
            case Grab(_, key):
                return Decision((), takes=(key,))
            case Break(_, "decide"):
                raise ZeroDivisionError
            case Break(_, "evolve"):
                return Decision((("sheet:s1", Marked("break evolve", "")),))
            case Break():
                return Decision((("sheet:s1", Marked("a", "\ud800")),))
            case _:
                raise AssertionError(command)


COMMANDS = {"mark": Mark, "close": Close, "remark": Remark, "grab": Grab, "break": Break}
NAMES = {
    "clock-anchored/1": EVENT_NAMES["clock-anchored/1"],
    "marked/1": Marked,
    "closed/1": Closed,
    "remarked/1": Remarked,
}
CODEC = Codec(NAMES)


def opened(folder, **desk_arguments):
    """A record of its own and a desk on it, not started."""
    record = Record.owned(folder, CODEC)
    return record, Desk(record, TinyRules(), COMMANDS, **desk_arguments)


def order(counter: int, command: Any, device: str = "d1") -> Order:
    return Order(JUDGE, device, counter, command)


def mark(counter: int, aspect: str | None = None, value: str = "8.5", sheet: str = "s1", device: str = "d1") -> Order:
    """One mark; without an aspect, the counter makes one nobody else marks."""
    return order(counter, Mark("c", sheet, aspect or f"a{counter}", value), device)


class HandClock:
    """Two clocks that only move when told."""

    def __init__(self, wall: int = 1_763_600_000_000_000, elapsed: int = 5_000_000) -> None:
        self.wall, self.elapsed = wall, elapsed

    def official(self) -> OfficialClock:
        return OfficialClock(lambda: self.wall, lambda: self.elapsed)

    def pass_by(self, microseconds: int) -> None:
        self.wall += microseconds
        self.elapsed += microseconds
