"""A score file enters one seat of a panel: new scores as marks, differing ones as corrections with a reason.

Rule: docs/rules/score-files.md. All rows or none, one append; the same file again changes nothing. Where figures are
keyed twice there are two seats, and the second file must say what the first did.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from domain import streams
from domain.codes.state import Codes
from domain.contest.known import aspect_of, check_code, panel_of
from domain.contest.staging import check_in_stage
from domain.contest.state import Contest
from domain.decision import Decision, Event
from domain.errors import Refused
from domain.marks import fitting
from domain.notes import Note
from domain.panels.events import PanelReopened, PanelSigned, PerformanceStated
from domain.panels.rules import after_signing
from domain.panels.state import CHIEFS
from domain.panels.state import Panel as PanelState
from domain.rulebook.panels import Panel
from domain.scoring.statuses import STARTED, STATABLE
from domain.sheets import events
from domain.sheets.commands import EnterScores
from domain.sheets.state import Sheet
from domain.streams import SheetKey

_WITHOUT_SCORE = frozenset(STATABLE) - CHIEFS.keys() - {STARTED}


class _Row(NamedTuple):
    """What a file says of one code, and what stands."""

    key: SheetKey
    sheet: Sheet
    panel: PanelState
    rules: Panel
    epoch: int
    note: Note


def enter_scores(
    contest: Contest,
    codes: Codes,
    sheet_of: Callable[[SheetKey], Sheet],
    panel_state: Callable[[streams.PanelKey], PanelState],
    command: EnterScores,
) -> Decision:
    """All rows or none.

    Raises: Refused panel-marked-by-judges, unknown-seat, row-twice, unknown-status, entry-disqualified,
    reason-missing, and as enter_mark.
    """
    rules = panel_of(contest, command.panel)
    if rules.role != "entry_clerk":
        raise Refused("panel-marked-by-judges", panel=command.panel)
    module = contest.module(rules.module)
    if not module.is_open:
        raise Refused("module-not-open", module=rules.module)

    seat = command.seat or rules.seats[0]
    if seat not in rules.seats:
        raise Refused("unknown-seat", seat=seat, panel=command.panel)

    def row(code: str) -> _Row:
        key = SheetKey(command.contest, command.panel, code, seat)
        return _Row(key, sheet_of(key), panel_state(key.of_panel), rules, module.epoch, command.note)

    happened: list[tuple[str, Event]] = []
    wanted = _by_code(rules, contest, codes, command)
    for code, marks in wanted.items():
        happened += _scored(row(code), marks)
    for code, status in command.absent:
        _check_absent(contest, codes, wanted, code, status)
        happened += _without_score(row(code), status)
    return Decision(tuple(happened), needs=(streams.closed_module(command.contest, rules.module, module.epoch),))


def _by_code(rules: Panel, contest: Contest, codes: Codes, command: EnterScores) -> dict[str, dict[str, str]]:
    wanted: dict[str, dict[str, str]] = {}
    for code, aspect_id, value in command.rows:
        check_code(contest, codes, code)
        check_in_stage(contest, codes, rules.module, code)
        aspect = aspect_of(rules, aspect_id)
        marks = wanted.setdefault(code, {})
        if aspect_id in marks:
            raise Refused("row-twice", code=code, aspect=aspect_id)
        marks[aspect_id] = fitting(value, rules, aspect)
    return wanted


def _check_absent(contest: Contest, codes: Codes, wanted: dict[str, dict[str, str]], code: str, status: str) -> None:
    check_code(contest, codes, code)
    if status not in _WITHOUT_SCORE:
        raise Refused("unknown-status", status=status)
    if code in wanted:
        raise Refused("row-twice", code=code, aspect=status)


def _scored(row: _Row, wanted: dict[str, str]) -> list[tuple[str, Event]]:
    _not_disqualified(row)
    changed = [(aspect, value) for aspect, value in wanted.items() if row.sheet.marks.get(aspect) != value]
    started = _stated(row, STARTED) if row.panel.status else []
    marks = {**row.sheet.marks, **wanted}
    whole = all(aspect.id in marks for aspect in row.rules.aspects)
    if not changed and (row.sheet.signed or not whole):
        return started
    sheet = streams.sheet(row.key)
    happened = [*started, *((sheet, _mark(row, aspect, value)) for aspect, value in changed)]
    if whole:
        happened += [] if row.sheet.signed else [(sheet, events.SheetSigned(len(marks), 0))]
        happened += _signed(row, marks)
    return happened


def _signed(row: _Row, marks: dict[str, str]) -> list[tuple[str, Event]]:
    """The panel's part: a panel that had signed stays so, unless its two files differ now."""
    signature, *follow = after_signing(row.rules, row.panel, row.key, marks)
    if not row.panel.complete:
        return [signature, *follow]
    if any(isinstance(event, PanelSigned) for _, event in follow):
        return [signature]
    return [signature, (streams.panel(row.key.of_panel), PanelReopened(row.key.seat)), *follow]


def _mark(row: _Row, aspect: str, value: str) -> Event:
    old = row.sheet.marks.get(aspect)
    if old is None:
        return events.MarkEntered(aspect, value, row.epoch, 0, 0)
    _reason(row)
    return events.MarkCorrected(aspect, old, value, "", row.note)


def _without_score(row: _Row, status: str) -> list[tuple[str, Event]]:
    _not_disqualified(row)
    return [] if row.panel.status == status else _stated(row, status)


def _stated(row: _Row, status: str) -> list[tuple[str, Event]]:
    """A first status needs no reason; one that takes back a status or stands over a score does."""
    if row.panel.status or row.sheet.marks:
        _reason(row)
    return [(streams.panel(row.key.of_panel), PerformanceStated(status, row.note))]


def _not_disqualified(row: _Row) -> None:
    """What only the chief judge states, no file takes back."""
    if row.panel.status in CHIEFS:
        raise Refused("entry-disqualified", code=row.key.code)


def _reason(row: _Row) -> None:
    if not row.note.document:
        raise Refused("reason-missing")
