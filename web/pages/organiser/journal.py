"""The journal of a contest: what happened, newest first; marks only for those who may see them before release."""

from __future__ import annotations

from starlette.responses import Response

from domain.recorded import Recorded
from domain.rulebook.rulebook import Rulebook
from domain.streams import parts as parts_of_stream
from ledger.record import Record
from projections.journal.lines import Line, journal
from projections.rows.view import Plain
from web.pages.organiser.visit import JURY, Visit, at_desk
from web.rendering import language_of

LINES = 100  # a page
_LOOKED_AT = 20_000  # events a page goes back at most, so that a long quiet does not keep the server busy
_STEP = 1000


@at_desk("journal")
async def journal_page(visit: Visit) -> Response:
    """GET /desk/{contest}/journal, and with `before`: the lines before that position."""
    head = visit.parts.record.head().position
    before = min(visit.asked("before") or head + 1, head + 1)
    sees_marks = visit.holds(*JURY, "arbitrator")
    lines, reached = _latest(visit.parts.record, visit.contest, before, with_marks=sees_marks)
    rulebook = visit.rulebook
    shown = [_shown(visit, line, rulebook) for line in lines]
    older = reached if reached > 1 else 0
    return visit.show("desk/journal.html", lines=shown, older=older, sees_marks=sees_marks, newest=before > head)


def _latest(record: Record, contest: str, before: int, *, with_marks: bool) -> tuple[list[Line], int]:
    """The last lines below a position, newest first, and how far down was looked."""
    found: list[Line] = []
    floor = max(0, before - 1 - _LOOKED_AT)
    upto = before - 1
    while upto > floor and len(found) < LINES:
        after = max(floor, upto - _STEP)
        events = [one for one in record.recorded(after, upto) if _may_show(one, contest, with_marks=with_marks)]
        for line in reversed(list(journal(events, contest, record.receipt_of))):
            found.append(line)
            if len(found) == LINES:
                return found, line.position
        upto = after
    return found, upto + 1


def _may_show(one: Recorded, contest: str, *, with_marks: bool) -> bool:
    kind, *subject = parts_of_stream(one.stream)
    return subject[:1] == [contest] and (with_marks or kind not in {"sheet", "panel"})


def _shown(visit: Visit, line: Line, rulebook: Rulebook | None) -> Plain:
    return {
        "position": line.position,
        "at": line.at,
        "role": line.role,
        "seat": line.fields.get("seat", "") if line.role in {"floor_judge", "scoring_judge"} else "",
        "words": line.words(language_of(visit.request), rulebook),
    }
