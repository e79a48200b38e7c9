"""A worked example in the hall: the same rulebook, with commands instead of files."""

from __future__ import annotations

from collections.abc import Mapping

from domain.codes.commands import DrawCodes
from domain.contest.commands import FixRulebook, NewEntry, OpenContest, OpenModule, RegisterEntries
from domain.rulebook.reading import fixed
from tests.support.given import Given
from tests.support.small import CHIEF, CODER, ORGANISER, C


def in_the_hall(rulebook: str, delegations: Mapping[str, str]) -> Given:
    """`delegations`: code -> whose it is. Codes are drawn, every module is open, no seat is taken."""
    given = Given()
    given.asks(OpenContest(C, "例", "Example", "UTC", drill=False), ORGANISER)
    given.asks(FixRulebook(C, rulebook), ORGANISER)
    entries = tuple(
        NewEntry(f"entry-{code}", code, delegation, "", code.encode()) for code, delegation in delegations.items()
    )
    given.asks(RegisterEntries(C, entries), ORGANISER)
    given.asks(DrawCodes(C, tuple((code, f"entry-{code}") for code in delegations)), CODER)
    for module in fixed(rulebook).modules:
        given.asks(OpenModule(C, module.id), CHIEF)
    return given
