"""How far a contest's result has come, and what stands between it and being final."""

from __future__ import annotations

from dataclasses import dataclass, field

from domain.contest.state import Contest
from domain.decision import Event
from domain.publication import events


@dataclass(slots=True)
class Publication:
    """`reached` is "" until the tally, then tallied, provisional, notice or final. Times in µs UTC, 0: not running."""

    reached: str = ""
    revision: int = 0
    corrections: int = 0
    published: int = 0  # how many corrections the latest revision includes
    queries_close_at: int = 0
    appeals_close_at: int = 0
    notice_closes_at: int = 0
    open_rulings: set[str] = field(default_factory=set)


def evolve(state: Publication, event: Event) -> Publication:
    match event:
        case events.ScoresTallied():
            state.reached = "tallied"
        case events.ProvisionalPublished():
            state.reached, state.revision, state.published = "provisional", event.revision, event.corrections
            state.queries_close_at, state.appeals_close_at = event.queries_close_at, event.appeals_close_at
        case events.NoticeOpened():
            state.reached, state.notice_closes_at = "notice", event.closes_at
        case events.FinalPublished():
            state.reached, state.revision, state.published = "final", event.revision, event.corrections
        case events.RulingOpened():
            state.open_rulings.add(event.ruling)
        case events.RulingSettled():
            state.open_rulings.discard(event.ruling)
        case events.ResultCorrected():
            state.corrections = event.number
    return state


def phase(contest: Contest, publication: Publication) -> str:
    """The contest's phase, a word of `roles.PHASES`."""
    if publication.reached:
        return publication.reached
    if contest.modules:
        return "marking"
    return "entry" if contest.rulebook else "draft"
