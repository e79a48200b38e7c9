"""What a status does to an entry's result, and the windows in which a result may be questioned."""

from __future__ import annotations

from typing import Literal

from domain.rulebook.parts import Count, Part

Effect = Literal["counts", "zero", "last", "unranked"]


class Statuses(Part):
    """What each status does to the entry.

    `counts`: the marks made count, an aspect no judge has marked counts zero. `zero`: the module's score is zero.
    `last`: no total, placed behind all others. `unranked`: no total and no place.
    """

    dns: Effect = "unranked"
    dnf: Effect = "counts"
    dsq: Effect = "unranked"
    declined: Effect = "unranked"
    module_void: Effect = "zero"
    withdrawn: Effect = "unranked"


class Windows(Part):
    """How long after publication each may be filed, in minutes (0: no limit)."""

    score_query_minutes: Count = 0
    appeal_minutes: Count = 0
    objection_minutes: Count = 0
