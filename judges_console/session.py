"""What one connection knows and answers, without a socket: anybody with messages can drive it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

from domain.decision import Actor
from domain.errors import Refused
from domain.notes import Note
from judges_console.frames import BadFrame, Encoding, Frame, Message, is_too_large
from judges_console.live.answers import busy_frame, error_frame
from judges_console.reading import read_command
from judges_console.values import checked
from web.acting import TooBusy
from web.limits import Bucket

IN_FLIGHT = 64  # commands of one socket that may be unanswered at a time
FULL_HANDS_MS = 100  # when to send again what came on top of them
_TALK, _TALK_A_SECOND, _SHEETS_COST = 100, 20, 10


class Hello(NamedTuple):
    """The client says who it is; the door finds out whether that is so."""

    token: str
    contest: str
    lang: str


class Given(NamedTuple):
    """A command to hand in under the device's counter `n`."""

    n: int
    command: Any


class Say(NamedTuple):
    """A frame to answer at once."""

    frame: Frame


class HangUp(NamedTuple):
    """The client cannot be talked to any more; a reason of words.FAREWELLS."""

    reason: str


@dataclass(frozen=True, slots=True)
class Where:
    """Whom a welcomed connection speaks for. `actor` is None for officials, whose role depends on the command."""

    contest: str
    panel: str
    seat: str
    actor: Actor | None
    write_note: Callable[[int, str, Frame], Note]  # counter, text, the command's body


class WantsSheets(NamedTuple):
    """All sheets of a seat, please."""

    where: Where


Heard = Hello | Given | Say | WantsSheets | HangUp


class Session:
    """Reads messages into what is to be done. `official` tells official time, µs UTC."""

    __slots__ = ("_official", "_talk", "encoding", "in_flight", "where")

    def __init__(self, encoding: Encoding, official: Callable[[], int], talk: Bucket | None = None) -> None:
        self.encoding = encoding
        self.where: Where | None = None
        self.in_flight = 0  # commands given and not answered
        self._official = official
        self._talk = talk or Bucket(_TALK, _TALK_A_SECOND)

    def hear(self, message: Message) -> Heard:
        """What a message asks for; nothing a client can send raises."""
        if is_too_large(message):
            return HangUp("frame-too-large")
        try:
            frame = self.encoding.read(message)
            if frame["t"] == "command" and self.where is not None and self.in_flight < IN_FLIGHT:
                return self._given(frame, self.where)
            return self._talk_about(checked(frame))
        except BadFrame as bad:
            return self._spend(1) or Say(error_frame(bad.reason, bad.n, bad.faults))

    def _given(self, frame: Frame, where: Where) -> Heard:
        checked(frame)
        n, name, body = frame["n"], frame["name"], frame["body"]
        try:
            command = read_command(name, body, where.contest, where.seat, lambda text: where.write_note(n, text, body))
        except BadFrame as bad:
            raise BadFrame(bad.reason, bad.faults, n) from None
        except TooBusy as busy:  # so many notes
            return self._spend(1) or Say(busy_frame(n, busy.retry_after_ms))
        except Refused as refused:  # a note whose text cannot be kept
            return self._spend(1) or Say(error_frame(refused.reason, n, details=refused.details))
        self.in_flight += 1
        return Given(n, command)

    def _talk_about(self, frame: Frame) -> Heard:
        """Everything but a command that can be taken now: cheap, but not without limit."""
        match frame["t"]:
            case "hello" if self.where is None:
                return self._spend(1) or Hello(
                    frame.get("token", ""), frame.get("contest", ""), frame.get("lang", "zh")
                )
            case "hello":
                raise BadFrame("hello-twice")
            case _ if self.where is None:
                raise BadFrame("hello-first", n=frame.get("n"))
            case "command":
                return self._spend(1) or Say(busy_frame(frame["n"], FULL_HANDS_MS))
            case "sheets" if not self.where.seat:
                raise BadFrame("no-seat")
            case "sheets":
                return self._spend(_SHEETS_COST) or WantsSheets(self.where)
            case _:
                return self._spend(1) or Say({"t": "pong", "at": frame["at"], "official": self._official()})

    def _spend(self, cost: int) -> HangUp | None:
        return None if all(self._talk.take() for _ in range(cost)) else HangUp("too-fast")
