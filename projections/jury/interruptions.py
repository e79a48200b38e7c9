"""When judges had to confer or mark again, and when one was not there: from the streams of the panels."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from domain.panels import events
from domain.recorded import Recorded
from domain.streams import parts


@dataclass(frozen=True, slots=True)
class Interruption:
    """`aspects` lay too far apart, or, where there are none, the judge of `seat` was absent.

    Times are official ones, µs UTC; `ended_at` is 0 while the panel has not signed, or the judge has not come.
    """

    position: int
    at: int
    panel: str
    code: str
    aspects: tuple[str, ...] = ()
    seat: str = ""
    ended_at: int = 0


def interruptions(recorded: Iterable[Recorded]) -> list[Interruption]:
    """In order of the record. `recorded`: the panels' events, those of each panel in order; others pass by.

    Rule: docs/rules/panels.md, docs/rules/absent-judge.md
    """
    found: list[Interruption] = []
    begun: dict[tuple[str, str], list[tuple[int, int, tuple[str, ...]]]] = {}
    for position, stream, _, at, event in recorded:
        match event:
            case events.SpreadExceeded():
                begun.setdefault((stream, ""), []).append((position, at, event.aspects))
            case events.SeatAbsent():
                begun.setdefault((stream, event.seat), []).append((position, at, ()))
            case events.PanelSigned():
                found += _ended(begun, (stream, ""), at)
            case events.SeatPresent():
                found += _ended(begun, (stream, event.seat), at)
    for key in list(begun):
        found += _ended(begun, key, 0)
    return sorted(found, key=lambda each: each.position)


def _ended(
    begun: dict[tuple[str, str], list[tuple[int, int, tuple[str, ...]]]], key: tuple[str, str], ended_at: int
) -> list[Interruption]:
    stream, seat = key
    _, _, panel, code = parts(stream)
    return [
        Interruption(position, at, panel, code, tuple(aspects), seat, ended_at)
        for position, at, aspects in begun.pop(key, ())
    ]
