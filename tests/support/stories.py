"""Longer histories, told up to a point: tallied, decoded, provisional, notice."""

from __future__ import annotations

from domain.codes.commands import DecodeCodes
from domain.contest.commands import CloseModule, OpenModule, TakeSeat
from domain.publication.commands import OpenNotice, PublishProvisional, TallyScores
from domain.sheets.commands import EnterScores
from tests.support.given import Given
from tests.support.small import (
    CHIEF,
    CLERK,
    CODER,
    CODES,
    DIGEST,
    FLOOR,
    MINUTE,
    ORGANISER,
    SCORERS,
    TALLY,
    C,
    mark,
    prepared,
)


def marked(given: Given | None = None) -> Given:
    """Everything is marked and signed; the modules are still open."""
    if given is None:
        given = prepared()
    else:
        for judge in (*FLOOR, *SCORERS):
            panel_id, _, seat = judge.seat.partition(".")
            given.asks(TakeSeat(C, panel_id, seat), judge)
        for module in ("theory", "task"):
            given.asks(OpenModule(C, module), CHIEF)
    given.asks(EnterScores(C, "paper", (("07", "score", "80"), ("12", "score", "90"))), CLERK)
    for code in CODES:
        for judge in FLOOR:
            mark(given, judge, code, p1="15", p2="16")
        for judge, value in zip(SCORERS, ("50", "52", "48.5"), strict=True):
            mark(given, judge, code, q1=value)
    return given


def tallied(given: Given | None = None) -> Given:
    given = marked(given)
    for module in ("theory", "task"):
        given.asks(CloseModule(C, module), CHIEF)
    given.asks(TallyScores(C, DIGEST), TALLY)
    return given


def provisional(at: int = 0) -> Given:
    """Provisional revision 1 published at the given time, µs."""
    given = tallied()
    given.asks(DecodeCodes(C, ("sven",)), CODER)
    given.asks(PublishProvisional(C, DIGEST, 0), CHIEF, at)
    return given


def noticed(at: int = 0) -> Given:
    """The notice opened an hour and a bit after the provisional result."""
    given = provisional(at)
    given.asks(OpenNotice(C), ORGANISER, at + 61 * MINUTE)
    return given
