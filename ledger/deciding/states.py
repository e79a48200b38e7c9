"""What the desk knows of each stream: its state and version, read from the record when first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Protocol

from domain.decision import Asked, Decision, Event
from domain.recorded import Recorded
from domain.streams import CLOCK
from ledger.orders import Command

State = Any  # of a stream; only the rules know its class


class Rules(Protocol):
    """The rules of a contest as three functions; the module `domain.rules` is one."""

    def start(self, stream: str) -> State: ...

    def evolve(self, state: State, event: Event) -> State: ...

    def decide(self, state_of: Callable[[str], State], command: Command, asked: Asked) -> Decision: ...


class States:
    """States run ahead of the record while a commit is drafted: forget them when it fails."""

    def __init__(self, rules: Rules, read: Callable[[str], Iterable[Recorded]], keep: int) -> None:
        self._rules, self._read, self._keep = rules, read, keep
        self._states: dict[str, Any] = {}
        self._versions: dict[str, int] = {}

    def of(self, stream: str) -> State:
        try:
            return self._states[stream]
        except KeyError:
            return self._load(stream)

    def version(self, stream: str) -> int:
        """The stream's last version, 0 when nothing has happened in it."""
        try:
            return self._versions[stream]
        except KeyError:
            self._load(stream)
            return self._versions[stream]

    def evolve(self, stream: str, event: Event) -> None:
        self._states[stream] = self._fold(stream, self._states[stream], event)
        self._versions[stream] += 1

    def forget(self, streams: Iterable[str]) -> None:
        for stream in streams:
            self._states.pop(stream, None)
            self._versions.pop(stream, None)

    def trim(self) -> None:
        """Lets go of those known longest once there are too many; only between commits."""
        while len(self._states) > self._keep:
            self.forget([next(iter(self._states))])

    def _load(self, stream: str) -> State:
        state = None if stream == CLOCK else self._rules.start(stream)
        version = 0
        for recorded in self._read(stream):
            state = self._fold(stream, state, recorded.event)
            version = recorded.version
        self._states[stream] = state
        self._versions[stream] = version
        return state

    def _fold(self, stream: str, state: State, event: Event) -> State:
        return state if stream == CLOCK else self._rules.evolve(state, event)  # no rule asks for the clock's anchors
