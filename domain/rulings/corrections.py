"""The effect of an upheld finding: marks change, old values stay, and the result is due for a new revision.

Rule: docs/rules/rulings.md.
"""

from __future__ import annotations

from collections.abc import Callable

from domain import streams
from domain.contest.known import aspect_of, panel_of
from domain.contest.state import Contest
from domain.decision import Decision, Event
from domain.errors import Refused
from domain.marks import fitting
from domain.notes import NO_NOTE
from domain.panels.events import SeatSigned
from domain.panels.rules import too_far_apart
from domain.panels.state import Panel
from domain.publication.events import ResultCorrected, RulingSettled
from domain.publication.state import Publication
from domain.rulings.commands import Corrected, MakeCorrection
from domain.rulings.events import CorrectionMade
from domain.rulings.state import Ruling
from domain.sheets.events import MarkCorrected
from domain.streams import PanelKey, SheetKey


def make_correction(
    contest: Contest,
    ruling: Ruling,
    publication: Publication,
    panel_state: Callable[[PanelKey], Panel],
    command: MakeCorrection,
) -> Decision:
    """Changes signed marks in one append; afterwards every panel must still be within its permitted spread.

    Raises: Refused ruling-not-upheld, nothing-to-correct, unknown-panel, unknown-aspect, sheet-not-signed, mark-moved,
    no-attempt-here, mark-outside-range, mark-off-step, row-twice, panel-would-disagree.
    """
    if ruling.state != "upheld":
        raise Refused("ruling-not-upheld", ruling=command.ruling)
    if not command.marks:
        raise Refused("nothing-to-correct")
    signed: dict[PanelKey, dict[str, dict[str, str]]] = {}
    happened: list[tuple[str, Event]] = []
    number = publication.corrections + 1
    for mark in command.marks:
        key = PanelKey(command.contest, mark.panel, mark.code)
        sheets = signed.setdefault(key, {seat: dict(marks) for seat, marks in panel_state(key).signed.items()})
        happened += _one_mark(contest, sheets, mark, command, number)
    happened += _signed_anew(contest, signed, command.marks)
    published = streams.publication(command.contest)
    happened += [
        (published, ResultCorrected(number, command.ruling)),
        (published, RulingSettled(command.ruling)),
    ]
    return Decision(tuple(happened))


def _one_mark(
    contest: Contest, sheets: dict[str, dict[str, str]], mark: Corrected, command: MakeCorrection, number: int
) -> list[tuple[str, Event]]:
    panel = panel_of(contest, mark.panel)
    value = fitting(mark.value, panel, aspect_of(panel, mark.aspect))
    marks = sheets.get(mark.seat)
    if marks is None:
        raise Refused("sheet-not-signed", code=mark.code, seat=mark.seat)
    if marks[mark.aspect] != mark.old:
        raise Refused("mark-moved", found=marks[mark.aspect], seen=mark.old)
    if value == mark.old:
        raise Refused("nothing-to-correct")
    marks[mark.aspect] = value
    sheet = streams.sheet(SheetKey(command.contest, mark.panel, mark.code, mark.seat))
    corrected = MarkCorrected(mark.aspect, mark.old, value, command.ruling, NO_NOTE)
    made = CorrectionMade(number, mark.panel, mark.seat, mark.code, mark.aspect, mark.old, value)
    return [(sheet, corrected), (streams.ruling(command.contest, command.ruling), made)]


def _signed_anew(
    contest: Contest, signed: dict[PanelKey, dict[str, dict[str, str]]], marks: tuple[Corrected, ...]
) -> list[tuple[str, Event]]:
    """The panels' own copies of what is signed, after checking that they still agree."""
    copies: list[tuple[str, Event]] = []
    for key, sheets in signed.items():
        apart = too_far_apart(panel_of(contest, key.panel), sheets)
        if apart:
            raise Refused("panel-would-disagree", panel=key.panel, aspect=apart[0])
        touched = dict.fromkeys(mark.seat for mark in marks if (mark.panel, mark.code) == (key.panel, key.code))
        copies += [(streams.panel(key), SeatSigned(seat, tuple(sheets[seat].items()))) for seat in touched]
    return copies
