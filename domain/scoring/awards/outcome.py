"""What a list of prizes comes to: who gets which, who is passed over and why, what is left open or vacant."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from domain.scoring.words.reasons import Reason


@dataclass(frozen=True, slots=True)
class Undecided:
    """Entries sharing a place across a line where the rulebook lets nobody share.

    `prizes`: each prize they take up with how many of it; fewer than there are entries when the rest gets none.
    """

    entries: tuple[str, ...]
    prizes: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Vacancy:
    """So many of a prize that nobody gets, for one reason."""

    prize: str
    count: int
    reason: Reason


@dataclass(slots=True)
class Outcome:
    """Of one list. `given`: entry -> prize id. `passed`: entry -> why not the prize its place or figure would bring.

    `unanswered`: entry -> a condition that names a node which has no value for it, though its result is complete; told
    whatever prize the entry has. `waiting`: prizes whose cut score the jury has not decided yet, of this
    list or of an earlier one that it waits for.
    """

    id: str
    given: dict[str, str] = field(default_factory=dict)
    passed: dict[str, Reason] = field(default_factory=dict)
    undecided: list[Undecided] = field(default_factory=list)
    vacant: list[Vacancy] = field(default_factory=list)
    unanswered: dict[str, Reason] = field(default_factory=dict)
    waiting: list[str] = field(default_factory=list)

    def pass_over(self, entry: str, why: Reason) -> None:
        self.passed[entry] = why
        if why.word == "no-figure":
            self.unanswered[entry] = why

    def join(self, others: Iterable[Outcome]) -> Outcome:
        """With what the same list comes to in other categories."""
        for other in others:
            self.given |= other.given
            self.passed |= other.passed
            self.undecided += other.undecided
            self.vacant += other.vacant
            self.unanswered |= other.unanswered
            self.waiting += [prize for prize in other.waiting if prize not in self.waiting]
        return self
