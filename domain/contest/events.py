"""What happens to a contest as a whole. Stream `contest:C`; fields in order are the stored array: only ever append."""

from __future__ import annotations

from dataclasses import dataclass

from domain.notes import Note


@dataclass(slots=True)
class ContestOpened:
    """`zone` is an IANA name; a drill is marked 演练 everywhere it shows."""

    title_zh: str
    title_en: str
    zone: str
    drill: bool


@dataclass(slots=True)
class RulebookFixed:
    """The rulebook's whole text, so that the record explains itself; `digest` is its SHA-256 in hex."""

    version: int
    digest: str
    text: str


@dataclass(slots=True)
class EntryRegistered:
    """A contestant or team; its name lies in the registry, sealed here. `number` is the entry number 参赛号."""

    entry: str
    number: str
    delegation: str
    category: str
    seal: bytes


@dataclass(slots=True)
class EntryAmended:
    """An entry's particulars were wrong: these hold from here on, the earlier ones stay readable."""

    entry: str
    number: str
    delegation: str
    category: str
    seal: bytes


@dataclass(slots=True)
class EntryWithdrawn:
    entry: str
    note: Note


@dataclass(slots=True)
class BatchSet:
    """Which entries compete together 场次; a later one of the same name replaces it."""

    batch: str
    entries: tuple[str, ...]


@dataclass(slots=True)
class SeatTaken:
    """An account sits down in a seat of a panel; `epoch` counts from 1 and ends when the seat is left.

    `delegation`, `interests` (entries, delegations): what it declared; again in the same epoch when it declares more.
    """

    panel: str
    seat: str
    account: str
    epoch: int
    delegation: str = ""
    interests: tuple[str, ...] = ()


@dataclass(slots=True)
class SeatLeft:
    panel: str
    seat: str
    epoch: int


@dataclass(slots=True)
class ModuleOpened:
    module: str
    epoch: int


@dataclass(slots=True)
class ModuleClosed:
    module: str
    epoch: int


@dataclass(slots=True)
class ModuleReopened:
    """Marking goes on after a close, in a new epoch, for a reason."""

    module: str
    epoch: int
    note: Note


@dataclass(slots=True)
class CutsDecided:
    """The jury's cut scores: (award, lowest total) pairs, decimals as text. A later one replaces it."""

    cuts: tuple[tuple[str, str], ...]


@dataclass(slots=True)
class EntryDescribed:
    """What the list says of an entry beside its particulars: (column, text) pairs, and whether it is official.

    Columns decide prizes and titles (group, grade, worker …), never a name. The last one holds. Unofficial: no place.
    """

    entry: str
    columns: tuple[tuple[str, str], ...]
    official: bool


@dataclass(slots=True)
class DeductionMade:
    """Points ruled to be taken off an entry (below zero: given), as canonical text; from a `node`, if one is named."""

    entry: str
    points: str
    note: Note
    node: str = ""


@dataclass(slots=True)
class TieDecided:
    """A draw or play-off has put entries that tied in this order, the best first; without a `stage` in every one."""

    entries: tuple[str, ...]
    note: Note
    stage: str = ""


@dataclass(slots=True)
class AdvanceDecided:
    """All who go on to a stage: its modules open to them and to nobody else. A later one replaces it.

    `beside`: not all, but who goes on besides those the ranking sends.
    """

    stage: str
    entries: tuple[str, ...]
    note: Note
    beside: bool = False


@dataclass(slots=True)
class RulebookProposed:
    """One of the two persons a change after the first mark takes; the whole text, as in RulebookFixed."""

    digest: str
    text: str
    account: str
    note: Note
