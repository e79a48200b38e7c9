"""Which delegations a team leader speaks for: kept in the registry as a right at a place, told by the organiser.

A delegation's name is free text and no id, so the place carries a digest of it. The word "delegation" is no role: it
allows nothing by itself, and taking the role of team leader back takes this away with it.
"""

from __future__ import annotations

import hashlib

from projections.folds.marks import Marks
from registry.access.places import Place
from registry.book import Registry

_WORD = "delegation"


def place_of(contest: str, delegation: str) -> Place:
    """The place in the registry that stands for a delegation of a contest."""
    return Place(contest, _WORD, "d" + hashlib.sha256(delegation.encode()).hexdigest()[:16])


def delegations_in(marks: Marks) -> list[str]:
    """All delegations that have entries, in order of their registration."""
    return list(dict.fromkeys(entry.delegation for entry in marks.contest.entries.values()))


def delegations_of(registry: Registry, account: str, marks: Marks) -> frozenset[str]:
    """Those of a contest that an account speaks for."""
    held = {grant.place for grant in registry.grants.of(account) if grant.role == _WORD}
    return frozenset(each for each in delegations_in(marks) if place_of(marks.contest_id, each) in held)


def speaks_for(registry: Registry, account: str, contest: str, delegation: str, by: str) -> None:
    """Lets an account speak for a delegation too. Raises: Refused, as `grants.grant`."""
    registry.grants.grant(account, _WORD, place_of(contest, delegation), by)


def speaks_no_more(registry: Registry, account: str, contest: str, delegation: str, by: str) -> None:
    registry.grants.revoke(account, _WORD, place_of(contest, delegation), by)
