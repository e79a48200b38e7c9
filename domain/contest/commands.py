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
class RegisterEntries:
    """All of it or nothing: new entries, amended ones, and (batch, entries) pairs; what stands just so is left."""

    contest: str
    entries: tuple[NewEntry, ...]
    amended: tuple[NewEntry, ...] = ()
    batches: tuple[tuple[str, tuple[str, ...]], ...] = ()


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
    """The asking account sits down in a seat."""

    contest: str
    panel: str
    seat: str


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
