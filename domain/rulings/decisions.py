"""Filing and deciding: the window is kept by the clock of the record, the finding comes before its effect.

Rule: docs/rules/rulings.md (FIELD §1.10, §11).
"""

from __future__ import annotations

from domain import streams
from domain.contest.known import aspect_of, check_entry, panel_of, rules_of
from domain.contest.state import Contest
from domain.decision import Asked, Decision, Event
from domain.errors import Refused
from domain.names import checked
from domain.publication.events import RulingOpened, RulingSettled
from domain.publication.state import Publication
from domain.rulings import events
from domain.rulings.commands import DecideRuling, FileRuling
from domain.rulings.state import KINDS, OUTCOMES, Ruling


def file_ruling(
    contest: Contest, ruling: Ruling, publication: Publication, command: FileRuling, asked: Asked
) -> Decision:
    """Takes it down in any case; after its window it is marked late at once and goes no further.

    Raises: Refused bad-id, ruling-exists, no-rulebook, unknown-kind, unknown-entry, unknown-panel, unknown-aspect,
    unknown-seat, reason-missing, no-result-yet.
    """
    checked(command.ruling, "ruling")
    if ruling.state:
        raise Refused("ruling-exists", ruling=command.ruling)
    _check_subject(contest, command)
    closes_at = window_of(command.kind, publication)
    filed = events.RulingFiled(
        command.kind, command.entry, command.panel, command.seat, command.aspect, closes_at, command.note
    )
    stream = streams.ruling(command.contest, command.ruling)
    if closes_at and asked.at > closes_at:
        return Decision(((stream, filed), (stream, events.RulingLate(asked.at - closes_at))))
    opened = RulingOpened(command.ruling)
    return Decision(((stream, filed), (streams.publication(command.contest), opened)))


def window_of(kind: str, publication: Publication) -> int:
    """When filing ends, µs UTC; 0: it has no end, as for a floor report. Raises: Refused("no-result-yet")."""
    if kind == "floor-report":
        return 0
    if not publication.revision or (kind == "objection" and publication.reached not in ("notice", "final")):
        raise Refused("no-result-yet", kind=kind)
    return {
        "score-query": publication.queries_close_at,
        "appeal": publication.appeals_close_at,
        "objection": publication.notice_closes_at,
    }[kind]


def _check_subject(contest: Contest, command: FileRuling) -> None:
    rules_of(contest)
    if command.kind not in KINDS:
        raise Refused("unknown-kind", kind=command.kind)
    check_entry(contest, command.entry)
    if command.panel:
        panel = panel_of(contest, command.panel)
        if command.aspect:
            aspect_of(panel, command.aspect)
        if command.seat and command.seat not in panel.seats:
            raise Refused("unknown-seat", seat=command.seat, panel=command.panel)
    elif command.aspect or command.seat:
        raise Refused("unknown-panel", panel="")
    if not command.note.document:
        raise Refused("reason-missing")


def decide_ruling(ruling: Ruling, command: DecideRuling) -> Decision:
    """The finding alone; nobody has looked at its effect yet. Only an upheld one stays open, for its correction.

    Raises: Refused unknown-ruling, ruling-late, ruling-decided, unknown-outcome, reason-missing.
    """
    if not ruling.state:
        raise Refused("unknown-ruling", ruling=command.ruling)
    if ruling.state == "late":
        raise Refused("ruling-late", ruling=command.ruling)
    if ruling.state != "open":
        raise Refused("ruling-decided", ruling=command.ruling)
    if command.outcome not in OUTCOMES:
        raise Refused("unknown-outcome", outcome=command.outcome)
    if not command.note.document:
        raise Refused("reason-missing")
    decided = (streams.ruling(command.contest, command.ruling), events.RulingDecided(command.outcome, command.note))
    settled: tuple[tuple[str, Event], ...] = ()
    if command.outcome != "upheld":
        settled = ((streams.publication(command.contest), RulingSettled(command.ruling)),)
    return Decision((decided, *settled))
