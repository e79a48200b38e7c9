"""Which codes there are, what they stand for, and whether names may stand beside them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from domain.codes import events
from domain.decision import Event


@dataclass(slots=True)
class Codes:
    """`entry_of` is complete for an open map and, after decoding, for a sealed one."""

    codes: set[str] = field(default_factory=set)
    entry_of: dict[str, str] = field(default_factory=dict)
    commitment: bytes = b""
    decoded: bool = False

    def without_code(self, entries: Iterable[str]) -> int:
        """How many of the entries have no code. Of a sealed map only the number is known."""
        wanted = list(entries)
        if self.commitment:
            return max(0, len(wanted) - len(self.codes))
        coded = set(self.entry_of.values())
        return sum(entry not in coded for entry in wanted)


def evolve(state: Codes, event: Event) -> Codes:
    match event:
        case events.CodesDrawn():
            state.codes.update(code for code, _ in event.pairs)
            state.entry_of.update({code: entry for code, entry in event.pairs if entry})
            state.commitment = event.commitment or state.commitment
        case events.CodesDecoded():
            state.entry_of.update(dict(event.pairs))
            state.decoded = True
    return state
