"""What a status does to an entry's result, and the windows in which a result may be questioned."""

from __future__ import annotations

from typing import Literal

from domain.rulebook.parts import Count, Part

Effect = Literal["counts", "zero", "last", "unranked"]


class OfWhole(Part):
    """What a status does that is stated of every module of an entry, where that is not what it does to one of them."""

    dns: Effect | None = None
    dnf: Effect | None = None
    dsq: Effect | None = None
    declined: Effect | None = None
    module_void: Effect | None = None


class Statuses(Part):
    """What each status does to the entry.

    `counts`: the marks made count, an aspect no judge has marked counts zero. `zero`: the module's score is zero.
    `last`: no total, placed behind all others. `unranked`: no total and no place. `whole`: what it does where it is
    stated of all modules: one event's disqualification may cost that event, a disqualification altogether the place.
    """

    dns: Effect = "unranked"
    dnf: Effect = "counts"
    dsq: Effect = "unranked"
    declined: Effect = "unranked"
    module_void: Effect = "zero"
    withdrawn: Effect = "unranked"
    whole: OfWhole = OfWhole()

    def effect(self, status: str, *, whole: bool) -> Effect:
        """Of a status word. `whole`: it is stated of every module."""
        of_whole: Effect | None = getattr(self.whole, status, None) if whole else None
        found: Effect = of_whole or getattr(self, status)
        return found


class Windows(Part):
    """How long after publication each may be filed, in minutes (0: no limit)."""

    score_query_minutes: Count = 0
    appeal_minutes: Count = 0
    objection_minutes: Count = 0
