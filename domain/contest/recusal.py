"""Who may not sit over whom 回避: judges of the same delegation, or with an interest they declared.

Rule: docs/rules/recusal.md (FIELD sources S10, S32).
"""

from __future__ import annotations

from collections.abc import Iterable

from domain.codes.state import Codes
from domain.contest.events import EntryRegistered
from domain.contest.state import Contest
from domain.errors import Refused
from domain.rulebook.panels import Panel


def bars(panel: Panel, delegation: str, interests: Iterable[str], entry: EntryRegistered) -> str:
    """Which of the panel's rules keeps a judge who declared this from marking the entry; empty if none does."""
    if "same_delegation" in panel.may_not_sit and delegation and delegation == entry.delegation:
        return "same_delegation"
    if "declared_interest" in panel.may_not_sit and not {entry.entry, entry.delegation}.isdisjoint(interests):
        return "declared_interest"
    return ""


def check_may_sit(contest: Contest, codes: Codes, panel: Panel, seat: str, code: str) -> None:
    """Of a sealed map nothing can be known; what was marked all the same is listed at the decoding.

    Raises: Refused("recusal").
    """
    if not panel.may_not_sit:
        return
    entry = contest.entries.get(codes.entry_of.get(code, ""))
    taken = contest.seat(panel.id, seat)
    if entry is not None and bars(panel, taken.delegation, taken.interests, entry):
        raise Refused("recusal", code=code, seat=seat, panel=panel.id)
