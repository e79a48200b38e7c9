"""Given what happened, when somebody asks, then this happens or is refused: the grammar of decision tests."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

from domain import rules
from domain.decision import Actor, Asked, Decision, Event
from domain.errors import Refused

Happened = tuple[str, Event]


class Given:
    """A history of (stream, event) pairs, folded by the rules themselves."""

    def __init__(self, history: Iterable[Happened] = ()) -> None:
        self.states: dict[str, Any] = {}
        self.history: list[Happened] = []
        self.taken: set[str] = set()
        self.add(history)

    def add(self, history: Iterable[Happened]) -> Given:
        for stream, event in history:
            self.history.append((stream, event))
            self.states[stream] = rules.evolve(self.state(stream), event)
        return self

    def state(self, stream: str) -> Any:
        if stream not in self.states:
            self.states[stream] = rules.start(stream)
        return self.states[stream]

    def when(self, command: Any, by: Actor, at: int = 0) -> Outcome:
        return Outcome(self, command, Asked(by, at))

    def asks(self, command: Any, by: Actor, at: int = 0) -> Decision:
        """Lets it happen and remembers it, as the desk would. Raises: Refused."""
        decision = rules.decide(self.state, command, Asked(by, at))
        if self.taken & set(decision.needs) or self.taken & set(decision.takes):
            raise AssertionError(f"a claim stands in the way: {self.taken & {*decision.needs, *decision.takes}}")
        self.taken.update(decision.takes)
        self.add(decision.events)
        return decision


class Outcome:
    """What a command brings about, asked in one of three ways."""

    def __init__(self, given: Given, command: Any, asked: Asked) -> None:
        self._given, self._command, self._asked = given, command, asked

    def _decide(self) -> Decision:
        return rules.decide(self._given.state, self._command, self._asked)

    def then(self, *events: Event) -> Decision:
        decision = self._decide()
        assert [event for _, event in decision.events] == list(events)
        return decision

    def then_nothing(self) -> None:
        assert self._decide().events == ()

    def refused(self, reason: str, **details: str | int) -> None:
        with pytest.raises(Refused) as refusal:
            self._decide()
        assert refusal.value.reason == reason
        assert {key: refusal.value.details.get(key) for key in details} == details
