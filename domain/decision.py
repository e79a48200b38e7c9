"""What a decision is made of: who asks, when, what happened, and which keys it takes or needs untaken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

Event = Any  # a slotted dataclass or NamedTuple of some context's events.py; its fields in order are the stored array


def fields_of(kind: type[Any]) -> tuple[str, ...]:
    """The names of an event's (or a command's) fields, in order."""
    names: tuple[str, ...] = kind.__match_args__  # both kinds of class have it
    return names


@dataclass(frozen=True, slots=True)
class Actor:
    """Who asks: an account in one role, with the seat a judge sits in (empty for everybody else)."""

    account: str
    role: str
    seat: str = ""


class Decision(NamedTuple):
    """Events for their streams, keys taken with them, and keys that must still be untaken when they are written."""

    events: tuple[tuple[str, Event], ...]
    takes: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()


class Asked(NamedTuple):
    """The circumstances of a command: the actor and the official time (µs since 1970, UTC)."""

    actor: Actor
    at: int


def nothing() -> Decision:
    """What was asked is so already: accepted, and nothing is written."""
    return Decision(())
