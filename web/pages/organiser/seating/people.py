"""Who has been named for what in a contest: judges for seats, officials for roles; accounts are made on the way."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from domain.roles import ROLES
from projections.folds.marks import Marks
from registry.access.places import Place
from web.parts import Parts

JUDGES = ("floor_judge", "scoring_judge")
OFFICIALS = tuple(role for role in ROLES if role not in JUDGES)
# Whoever knows whose a code is must not mark, nor see what is not released.
KEPT_APART = ("coding_judge", ("chief_judge", "floor_judge", "scoring_judge", "tally_clerk", "supervisor"))


@dataclass(frozen=True, slots=True)
class SeatHeld:
    """A seat of a panel: `account` is named for it ("" for nobody), `sitting` has taken it in the record."""

    seat: str
    account: str
    sitting: str


def seats_of(parts: Parts, marks: Marks) -> dict[str, list[SeatHeld]]:
    """Panel → its judges' seats, in the order of the rulebook; panels marked from a file have none."""
    if marks.contest.rulebook is None:
        return {}
    named = {
        (grant.place.panel, grant.place.seat): grant.account
        for grant in parts.registry.grants.holders(marks.contest_id)
        if grant.place.seat
    }
    return {
        panel.id: [
            SeatHeld(seat, named.get((panel.id, seat), ""), held.account if held.taken else "")
            for seat in panel.seats
            for held in (marks.contest.seat(panel.id, seat),)
        ]
        for panel in marks.rulebook.panels
        if panel.role in JUDGES
    }


def unnamed_seats(parts: Parts, marks: Marks) -> int:
    """How many judges' seats nobody has been named for, nor sits in."""
    held = (seat for seats in seats_of(parts, marks).values() for seat in seats)
    return sum(not (seat.account or seat.sitting) for seat in held)


def officials_of(parts: Parts, contest: str) -> dict[str, list[str]]:
    """Role → the accounts that hold it in this contest or everywhere; roles nobody holds among them."""
    held: dict[str, list[str]] = {role: [] for role in OFFICIALS}
    for grant in (*parts.registry.grants.holders(contest), *parts.registry.grants.everywhere()):
        if grant.role in held and grant.account not in held[grant.role]:
            held[grant.role].append(grant.account)
    return held


def not_kept_apart(parts: Parts, contest: str) -> list[str]:
    """The accounts that hold roles together which one person should not hold."""
    alone, others = KEPT_APART
    grants = (*parts.registry.grants.holders(contest), *parts.registry.grants.everywhere())
    coders = {grant.account for grant in grants if grant.role == alone}
    return sorted(coders & {grant.account for grant in grants if grant.role in others})


def only_here(parts: Parts, account: str, contest: str) -> bool:
    """Whether everything an account holds, it holds in this contest."""
    return all(grant.place.contest == contest for grant in parts.registry.grants.of(account))


def newcomer(parts: Parts, display_name: str, role: str, place: Place, by: str) -> str:
    """An account made for somebody, with one role. Its id says nothing of whom it belongs to.

    Raises: Refused, as `accounts.create` and `grants.grant`.
    """
    account = "a" + secrets.token_hex(6)
    parts.registry.accounts.create(account, display_name, by)
    parts.registry.grants.grant(account, role, place, by)
    return account
