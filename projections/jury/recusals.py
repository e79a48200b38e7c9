"""Marks given by judges who should have stood down 回避: what only the decoding of a sealed map can show.

Rule: docs/rules/recusal.md. A list for the chief judge to look into; it changes no mark.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from domain.codes.state import Codes
from domain.codes.state import evolve as evolve_codes
from domain.contest.events import SeatTaken
from domain.contest.recusal import bars
from domain.contest.state import Contest
from domain.contest.state import evolve as evolve_contest
from domain.recorded import Recorded
from domain.sheets.events import MarkChanged, MarkEntered
from domain.streams import parts


@dataclass(frozen=True, slots=True)
class Barred:
    """One mark in the record, and `why`: a word of `may_not_sit`. `account`: who sat in the seat when it was made."""

    position: int
    panel: str
    seat: str
    code: str
    aspect: str
    why: str
    account: str


def barred_marks(recorded: Iterable[Recorded], contest_id: str) -> tuple[Barred, ...]:
    """In order of the record; none while no code can be told from another, or no rulebook is fixed.

    A declaration counts for all that its judge marked from that seat, also before it was made.
    """
    contest, codes = Contest(), Codes()
    taken: dict[tuple[str, str, int], SeatTaken] = {}
    marks: list[tuple[int, tuple[str, str, str], MarkEntered | MarkChanged]] = []
    for one in recorded:
        kind, *subject = parts(one.stream)
        if not subject or subject[0] != contest_id:
            continue
        event = one.event
        if kind == "contest":
            evolve_contest(contest, event)
            if isinstance(event, SeatTaken):
                taken[event.panel, event.seat, event.epoch] = event
        elif kind == "codes":
            evolve_codes(codes, event)
        elif isinstance(event, MarkEntered | MarkChanged):
            _, panel, code, seat = subject
            marks.append((one.position, (panel, code, seat), event))
    found = []
    for position, (panel, code, seat), event in marks:
        judge = taken.get((panel, seat, event.seat_epoch))
        why = _why(contest, codes, judge, code)
        if judge is not None and why:
            found.append(Barred(position, panel, seat, code, event.aspect, why, judge.account))
    return tuple(found)


def _why(contest: Contest, codes: Codes, judge: SeatTaken | None, code: str) -> str:
    entry = contest.entries.get(codes.entry_of.get(code, ""))
    if contest.rulebook is None or judge is None or entry is None:
        return ""
    try:
        panel = contest.rulebook.panel(judge.panel)
    except KeyError:  # a panel of an earlier version
        return ""
    return bars(panel, judge.delegation, judge.interests, entry)
