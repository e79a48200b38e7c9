"""The three ways a wish can fail: a rule says no, the bytes are bad, or somebody was faster."""

from __future__ import annotations

from dataclasses import dataclass

Detail = str | int


class Refused(Exception):  # noqa: N818 - a refusal is an answer, not a fault of the program
    """A rule says no: normal, stored as a receipt and shown to the person.

    `reason` is a short kebab-case word that never changes once released; the sentences in Chinese and
    English that belong to it live in `web/words/refusals.py`, where `details` fill their gaps.
    Details hold ids, codes and numbers only, never a name or free text.
    """

    def __init__(self, reason: str, **details: Detail) -> None:
        super().__init__(reason)
        self.reason = reason
        self.details = details


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with bytes or a file, with its place (`sheet 1, row 7, column C`) and both sentences."""

    place: str
    zh: str
    en: str


class Malformed(Exception):  # noqa: N818 - named for what the input is
    """Bytes or a file that cannot be understood: every fault at once, each with its place."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("; ".join(f"{fault.place}: {fault.en}" for fault in faults))
        self.faults = faults


class Conflict(Exception):  # noqa: N818 - retried inside, never shown
    """The stream moved or a key was taken between reading and writing: decide again."""


@dataclass(frozen=True, slots=True)
class Busy:
    """The queue is full or the device asked too much: nothing was decided, send the same command again."""

    retry_after_ms: int = 500
