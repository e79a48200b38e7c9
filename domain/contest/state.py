"""What a contest is now, as far as its decisions need to know."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from domain.contest import events
from domain.decision import Event
from domain.rulebook.reading import fixed
from domain.rulebook.rulebook import Rulebook


@dataclass(slots=True)
class Seat:
    account: str = ""
    epoch: int = 0
    taken: bool = False
    delegation: str = ""
    interests: tuple[str, ...] = ()


@dataclass(slots=True)
class ModuleState:
    is_open: bool = False
    epoch: int = 0


class Deduction(NamedTuple):
    """Points as canonical text, and the node they are taken from; without one, what the rulebook says."""

    points: str
    node: str


@dataclass(slots=True)
class Contest:
    """`entries` as last amended, withdrawn ones too; `numbers`: entry number → entry; seats by (panel, seat).

    `columns`: entry → what the list of entries says besides; `deductions`: entry → what was taken off, one by one;
    `decided`: stage ("": any) → entry → its turn among those it tied with; `advanced`: stage → who goes on to it;
    `let_in`: who does besides those the ranking sends; `proposed`: the rulebook that waits for a second person.
    """

    is_open: bool = False
    zone: str = ""
    rulebook: Rulebook | None = None
    version: int = 0
    digest: str = ""
    entries: dict[str, events.EntryRegistered] = field(default_factory=dict)
    numbers: dict[str, str] = field(default_factory=dict)
    withdrawn: set[str] = field(default_factory=set)
    batches: dict[str, tuple[str, ...]] = field(default_factory=dict)
    seats: dict[tuple[str, str], Seat] = field(default_factory=dict)
    modules: dict[str, ModuleState] = field(default_factory=dict)
    cuts: tuple[tuple[str, str], ...] = ()
    columns: dict[str, dict[str, str]] = field(default_factory=dict)
    unofficial: set[str] = field(default_factory=set)
    deductions: dict[str, list[Deduction]] = field(default_factory=dict)
    decided: dict[str, dict[str, int]] = field(default_factory=dict)
    advanced: dict[str, tuple[str, ...]] = field(default_factory=dict)
    let_in: dict[str, tuple[str, ...]] = field(default_factory=dict)
    proposed: events.RulebookProposed | None = None

    def seat(self, panel: str, seat: str) -> Seat:
        return self.seats.get((panel, seat)) or Seat()

    def module(self, module: str) -> ModuleState:
        return self.modules.get(module) or ModuleState()


def evolve(state: Contest, event: Event) -> Contest:
    """The contest after the event; changes it in place, as every state in this house."""
    match event:
        case events.ContestOpened():
            state.is_open, state.zone = True, event.zone
        case events.RulebookFixed():
            state.rulebook, state.version, state.digest = fixed(event.text), event.version, event.digest
            state.proposed = None
        case events.RulebookProposed():
            state.proposed = event
        case events.SeatTaken() | events.SeatLeft():
            _seated(state, event)
        case events.ModuleOpened() | events.ModuleReopened():
            state.modules[event.module] = ModuleState(is_open=True, epoch=event.epoch)
        case events.ModuleClosed():
            state.modules[event.module].is_open = False
        case _:
            _about_entries(state, event)
    return state


def _seated(state: Contest, event: Event) -> None:
    if isinstance(event, events.SeatLeft):
        state.seats[event.panel, event.seat].taken = False
        return
    state.seats[event.panel, event.seat] = Seat(
        event.account, event.epoch, taken=True, delegation=event.delegation, interests=tuple(event.interests)
    )


def _about_entries(state: Contest, event: Event) -> None:
    match event:
        case events.EntryRegistered():
            state.entries[event.entry] = event
            state.numbers[event.number] = event.entry
        case events.EntryAmended():
            old = state.entries[event.entry].number
            if state.numbers.get(old) == event.entry:  # it may have been given on in the same append
                del state.numbers[old]
            state.numbers[event.number] = event.entry
            state.entries[event.entry] = events.EntryRegistered(
                event.entry, event.number, event.delegation, event.category, event.seal
            )
        case events.EntryWithdrawn():
            state.withdrawn.add(event.entry)
        case events.BatchSet():
            state.batches[event.batch] = tuple(event.entries)
        case events.EntryDescribed():
            state.columns[event.entry] = dict(event.columns)
            (state.unofficial.discard if event.official else state.unofficial.add)(event.entry)
        case _:
            _ruled(state, event)


def _ruled(state: Contest, event: Event) -> None:
    match event:
        case events.CutsDecided():
            state.cuts = tuple(event.cuts)
        case events.DeductionMade():
            state.deductions.setdefault(event.entry, []).append(Deduction(event.points, event.node))
        case events.TieDecided():
            turns = state.decided.setdefault(event.stage, {})
            turns |= {entry: turn for turn, entry in enumerate(event.entries, 1)}
        case events.AdvanceDecided():
            (state.let_in if event.beside else state.advanced)[event.stage] = tuple(event.entries)
