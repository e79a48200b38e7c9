"""From tally to final: each step only when nothing of the one before is open.

Rule: docs/rules/publication.md (FIELD §1.9, §1.10).
"""

from __future__ import annotations

import re
from collections.abc import Callable

from domain import streams
from domain.codes.state import Codes
from domain.contest.known import rules_of
from domain.contest.staging import takes_part
from domain.contest.state import Contest
from domain.decision import Asked, Decision, Event
from domain.errors import Refused
from domain.panels.state import Panel
from domain.publication import commands, events
from domain.publication.state import Publication
from domain.streams import PanelKey

_MINUTE = 60_000_000  # µs
_DIGEST = re.compile(r"[0-9a-f]{64}")


def tally_scores(
    contest: Contest, codes: Codes, panel_of: Callable[[PanelKey], Panel], command: commands.TallyScores
) -> Decision:
    """Raises: Refused module-still-open, panels-not-signed (how many, and the first), bad-digest."""
    rules = rules_of(contest)
    for module in rules.modules:
        if contest.module(module.id).is_open or not contest.module(module.id).epoch:
            raise Refused("module-still-open", module=module.id)
    codes_in = sorted(code for code in codes.codes if codes.entry_of.get(code) not in contest.withdrawn)
    keys = [
        PanelKey(command.contest, panel.id, code)
        for panel in rules.panels
        for code in codes_in
        if takes_part(contest, codes, panel.module, code)
    ]
    open_panels = [key for key in keys if not panel_of(key).settled]
    if open_panels:
        first = open_panels[0]
        raise Refused("panels-not-signed", count=len(open_panels), panel=first.panel, code=first.code)
    tallied = events.ScoresTallied(_checked(command.digest))
    return Decision(((streams.publication(command.contest), tallied),), takes=(streams.tallied(command.contest),))


def publish_provisional(
    contest: Contest, codes: Codes, publication: Publication, command: commands.PublishProvisional, asked: Asked
) -> Decision:
    """A first provisional result, or a new revision of it after a correction; its windows run from now.

    Raises: Refused not-decoded, result-moved, nothing-new, bad-digest.
    """
    if not codes.decoded:
        raise Refused("not-decoded")
    _same_result(publication, command.corrections)
    if publication.revision and publication.published == publication.corrections:
        raise Refused("nothing-new", revision=publication.revision)
    windows = rules_of(contest).windows
    published = events.ProvisionalPublished(
        publication.revision + 1,
        _checked(command.digest),
        command.corrections,
        _closing(asked.at, windows.score_query_minutes),
        _closing(asked.at, windows.appeal_minutes),
    )
    return _one(command.contest, published)


def open_notice(contest: Contest, publication: Publication, command: commands.OpenNotice, asked: Asked) -> Decision:
    """Raises: Refused window-still-open, rulings-open, result-moved."""
    closes_at = max(publication.queries_close_at, publication.appeals_close_at)
    if asked.at <= closes_at:
        raise Refused("window-still-open", closes_at=closes_at)
    _settled(publication)
    closes_at = _closing(asked.at, rules_of(contest).windows.objection_minutes)
    return _one(command.contest, events.NoticeOpened(publication.revision, closes_at))


def publish_final(publication: Publication, command: commands.PublishFinal, asked: Asked) -> Decision:
    """Raises: Refused window-still-open, rulings-open, result-moved, bad-digest."""
    if asked.at <= publication.notice_closes_at:
        raise Refused("window-still-open", closes_at=publication.notice_closes_at)
    _settled(publication)
    _same_result(publication, command.corrections)
    final = events.FinalPublished(publication.revision + 1, _checked(command.digest), command.corrections)
    return _one(command.contest, final)


def _closing(at: int, minutes: int) -> int:
    """When a window that opens now closes, µs UTC; 0 minutes: it has no limit, and closes at 0, never."""
    return at + minutes * _MINUTE if minutes else 0


def _settled(publication: Publication) -> None:
    if publication.open_rulings:
        raise Refused("rulings-open", count=len(publication.open_rulings), ruling=min(publication.open_rulings))
    if publication.published != publication.corrections:
        raise Refused("result-moved", seen=publication.published, corrections=publication.corrections)


def _same_result(publication: Publication, seen: int) -> None:
    if seen != publication.corrections:
        raise Refused("result-moved", seen=seen, corrections=publication.corrections)


def _checked(digest: str) -> str:
    if _DIGEST.fullmatch(digest) is None:
        raise Refused("bad-digest")
    return digest


def _one(contest_id: str, event: Event) -> Decision:
    return Decision(((streams.publication(contest_id), event),))
