"""The states a decision asks for, by what they are about."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from domain import streams
from domain.codes import state as codes_state
from domain.contest import state as contest_state
from domain.panels import state as panel_state
from domain.publication import state as publication_state
from domain.rulings import state as ruling_state
from domain.sheets import state as sheet_state
from domain.streams import PanelKey, SheetKey

StateOf = Callable[[str], Any]  # by stream name: the state class of its kind


class Book:
    """Opened at one contest, whose state every decision asks for; the others are looked up when they are asked for."""

    __slots__ = ("_contest", "_state_of", "contest")

    def __init__(self, state_of: StateOf, contest: str) -> None:
        self._state_of, self._contest = state_of, contest
        self.contest: contest_state.Contest = state_of(streams.contest(contest))

    @property
    def codes(self) -> codes_state.Codes:
        return self._state_of(streams.codes(self._contest))  # type: ignore[no-any-return]

    @property
    def publication(self) -> publication_state.Publication:
        return self._state_of(streams.publication(self._contest))  # type: ignore[no-any-return]

    def ruling(self, ruling: str) -> ruling_state.Ruling:
        return self._state_of(streams.ruling(self._contest, ruling))  # type: ignore[no-any-return]

    def sheet(self, key: SheetKey) -> sheet_state.Sheet:
        return self._state_of(streams.sheet(key))  # type: ignore[no-any-return]

    def panel(self, key: PanelKey) -> panel_state.Panel:
        return self._state_of(streams.panel(key))  # type: ignore[no-any-return]
