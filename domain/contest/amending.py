"""New rules after the first module has opened: proposed by one person, confirmed by another, both without the results.

Rule: docs/rules/amending.md (FIELD §11). What was marked must still be a mark under the new rules.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from domain import streams
from domain.codes.state import Codes
from domain.contest import commands, events
from domain.contest.known import rules_of
from domain.contest.state import Contest
from domain.decision import Asked, Decision, nothing
from domain.errors import Malformed, Refused
from domain.marks import fitting
from domain.publication.state import Publication
from domain.rulebook.panels import Panel
from domain.rulebook.reading import digest, parse
from domain.rulebook.rulebook import Rulebook
from domain.rulings.effects import result_moved
from domain.sheets.state import Sheet
from domain.streams import SheetKey

_TOLD = 20  # as many places as one sentence can hold

SheetOf = Callable[[SheetKey], Sheet]


def checked_text(text: str) -> Rulebook:
    """Raises: Refused("rulebook-faulty")."""
    try:
        return parse(text)
    except Malformed as malformed:
        raise Refused("rulebook-faulty", faults=len(malformed.faults), first=malformed.faults[0].place) from malformed


def propose_rulebook(  # noqa: PLR0913, PLR0917 - one argument a state it decides on
    contest: Contest,
    codes: Codes,
    publication: Publication,
    sheet_of: SheetOf,
    command: commands.ProposeRulebook,
    asked: Asked,
) -> Decision:
    """A later proposal takes the place of one that waits.

    Raises: Refused rulebook-faulty, rulebook-unchanged, reason-missing, marks-would-not-fit, modules-would-not-fit.
    """
    new = checked_text(command.text)
    wanted = digest(command.text)
    if wanted == contest.digest:
        raise Refused("rulebook-unchanged")
    if not command.note.document:
        raise Refused("reason-missing")
    _check_fits(contest, codes, publication, sheet_of, (command.contest, new))
    account, waiting = asked.actor.account, contest.proposed
    if waiting and (waiting.digest, waiting.account) == (wanted, account):
        return nothing()
    event = events.RulebookProposed(wanted, command.text, account, command.note)
    return Decision(((streams.contest(command.contest), event),))


def confirm_rulebook(  # noqa: PLR0913, PLR0917 - one argument a state it decides on
    contest: Contest,
    codes: Codes,
    publication: Publication,
    sheet_of: SheetOf,
    command: commands.ConfirmRulebook,
    asked: Asked,
) -> Decision:
    """The rules are the new version from here on; a result that was looked at is due for a new revision.

    Raises: Refused nothing-proposed, proposal-moved, second-person-needed, marks-would-not-fit,
    modules-would-not-fit.
    """
    waiting = contest.proposed
    if command.digest == contest.digest:
        return nothing()
    if waiting is None:
        raise Refused("nothing-proposed")
    if waiting.digest != command.digest:
        raise Refused("proposal-moved")
    if waiting.account == asked.actor.account:
        raise Refused("second-person-needed")
    new = checked_text(waiting.text)
    _check_fits(contest, codes, publication, sheet_of, (command.contest, new))  # marks may have come since
    fixed = events.RulebookFixed(contest.version + 1, waiting.digest, waiting.text)
    return Decision(((streams.contest(command.contest), fixed), *result_moved(command.contest, publication)))


def _check_fits(
    contest: Contest, codes: Codes, publication: Publication, sheet_of: SheetOf, book: tuple[str, Rulebook]
) -> None:
    contest_id, new = book
    opened, modules = set(contest.modules), {module.id for module in new.modules}
    odd = sorted(opened ^ modules if publication.reached else opened - modules)
    if odd:
        raise Refused("modules-would-not-fit", modules=", ".join(odd[:_TOLD]))
    misfits = list(_misfits(contest, codes, sheet_of, contest_id, new))
    if misfits:
        raise Refused("marks-would-not-fit", count=len(misfits), marks=", ".join(misfits[:_TOLD]))


def _misfits(contest: Contest, codes: Codes, sheet_of: SheetOf, contest_id: str, new: Rulebook) -> Iterator[str]:
    """A panel that would be gone, `panel/code/seat/aspect` of such a mark, `panel/code/seat` of a sheet with gaps."""
    for panel in rules_of(contest).panels:
        if panel.module not in contest.modules:
            continue
        if not any((panel.id, panel.module) == (each.id, each.module) for each in new.panels):
            yield panel.id
            continue
        for code in sorted(codes.codes):
            for seat in panel.seats:
                place = f"{panel.id}/{code}/{seat}"
                sheet = sheet_of(SheetKey(contest_id, panel.id, code, seat))
                yield from _of_sheet(place, sheet, panel.seats, new.panel(panel.id))


def _of_sheet(place: str, sheet: Sheet, seats: tuple[str, ...], panel: Panel) -> Iterator[str]:
    if panel.seats != seats:
        yield from (f"{place}/{aspect}" for aspect in sheet.marks)
        return
    for aspect, text in sheet.marks.items():
        try:
            same = fitting(text, panel, panel.aspect(aspect)) == text
        except (KeyError, Refused):
            same = False
        if not same:
            yield f"{place}/{aspect}"
    if sheet.signed and any(aspect.id not in sheet.marks for aspect in panel.aspects):
        yield place
