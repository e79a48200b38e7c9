"""What officials may ask of a contest as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from domain.notes import Note


class NewEntry(NamedTuple):
    """An entry to register: `seal` commits to the registry's row with its name."""

    entry: str
    number: str
    delegation: str
    category: str
    seal: bytes


class Description(NamedTuple):
    """All that a list says of an entry besides: (column, text) pairs, and whether it may have a place."""

    entry: str
    columns: tuple[tuple[str, str], ...]
    official: bool = True


@dataclass(frozen=True, slots=True)
class OpenContest:
    contest: str
    title_zh: str
    title_en: str
    zone: str
    drill: bool


@dataclass(frozen=True, slots=True)
class FixRulebook:
    contest: str
    text: str


@dataclass(frozen=True, slots=True)
class ProposeRulebook:
    """After the first module has opened: the rules are to change, for a reason, if a second person says so too."""

    contest: str
    text: str
    note: Note


@dataclass(frozen=True, slots=True)
class ConfirmRulebook:
    """The second person's word for the proposal of this digest."""

    contest: str
    digest: str


@dataclass(frozen=True, slots=True)
class RegisterEntries:
    """All of it or nothing: new entries, amended ones, (batch, entries) pairs, what else is said of entries.

    What stands just so is left.
    """

    contest: str
    entries: tuple[NewEntry, ...]
    amended: tuple[NewEntry, ...] = ()
    batches: tuple[tuple[str, tuple[str, ...]], ...] = ()
    described: tuple[Description, ...] = ()


@dataclass(frozen=True, slots=True)
class DescribeEntry:
    """All that the list of entries says of an entry besides: (column, text) pairs, and whether it may have a place."""

    contest: str
    entry: str
    columns: tuple[tuple[str, str], ...]
    official: bool = True


@dataclass(frozen=True, slots=True)
class WithdrawEntry:
    contest: str
    entry: str
    note: Note


@dataclass(frozen=True, slots=True)
class SetBatch:
    contest: str
    batch: str
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TakeSeat:
    """The asking account sits down and declares its delegation and interests (entries, delegations), then or later."""

    contest: str
    panel: str
    seat: str
    delegation: str = ""
    interests: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LeaveSeat:
    contest: str
    panel: str
    seat: str


@dataclass(frozen=True, slots=True)
class OpenModule:
    contest: str
    module: str


@dataclass(frozen=True, slots=True)
class CloseModule:
    contest: str
    module: str


@dataclass(frozen=True, slots=True)
class ReopenModule:
    contest: str
    module: str
    note: Note


@dataclass(frozen=True, slots=True)
class DecideCuts:
    """The jury's cut scores: (award, lowest total) pairs, decimals as text."""

    contest: str
    cuts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class MakeDeduction:
    """`points`: decimal text, taken off (below zero: given); `ruling`: the upheld one this carries out, if any.

    `node`: what they are taken from, without it what the rulebook says.
    """

    contest: str
    entry: str
    points: str
    note: Note
    ruling: str = ""
    node: str = ""


@dataclass(frozen=True, slots=True)
class DecideTie:
    """The order a draw or play-off has put tied entries in, best first; `ruling` as in MakeDeduction.

    `stage`: where they tied; without one the order holds in every stage.
    """

    contest: str
    entries: tuple[str, ...]
    note: Note
    ruling: str = ""
    stage: str = ""


@dataclass(frozen=True, slots=True)
class DecideAdvance:
    """All who go on to a stage; a later one replaces it."""

    contest: str
    stage: str
    entries: tuple[str, ...]
    note: Note
