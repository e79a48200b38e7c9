"""The whole of the rules at one door: a stream's state, what an event makes of it, what a command may bring about."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from domain import streams
from domain.book import Book, StateOf
from domain.codes import decisions as codes_decisions
from domain.codes import state as codes_state
from domain.commands import NAMES
from domain.contest import amending, decided, registration
from domain.contest import decisions as contest_decisions
from domain.contest import state as contest_state
from domain.decision import Asked, Decision, Event
from domain.errors import Refused
from domain.panels import absences
from domain.panels import decisions as panel_decisions
from domain.panels import state as panel_state
from domain.publication import decisions as publication_decisions
from domain.publication import state as publication_state
from domain.roles import permit
from domain.rulings import corrections
from domain.rulings import decisions as ruling_decisions
from domain.rulings import state as ruling_state
from domain.sheets import decisions as sheet_decisions
from domain.sheets import scores
from domain.sheets import state as sheet_state

State = Any  # the state class of a stream's kind

_STATES: dict[str, Callable[[], State]] = {
    "contest": contest_state.Contest,
    "codes": codes_state.Codes,
    "sheet": sheet_state.Sheet,
    "panel": panel_state.Panel,
    "ruling": ruling_state.Ruling,
    "publication": publication_state.Publication,
}
_EVOLVE: dict[type[Any], Callable[[State, Event], State]] = {
    contest_state.Contest: contest_state.evolve,
    codes_state.Codes: codes_state.evolve,
    sheet_state.Sheet: sheet_state.evolve,
    panel_state.Panel: panel_state.evolve,
    ruling_state.Ruling: ruling_state.evolve,
    publication_state.Publication: publication_state.evolve,
}


def start(stream: str) -> State:
    """The state of a stream nothing has happened in yet."""
    return _STATES[streams.kind(stream)]()


def evolve(state: State, event: Event) -> State:
    """The state after the event; changed in place, so whoever keeps it drops it when the event is not written."""
    return _EVOLVE[type(state)](state, event)


Answer = Callable[[Book, Any, Asked], Decision]

_DECISIONS: dict[str, Answer] = {
    "open-contest": lambda _, c, __: contest_decisions.open_contest(c),
    "fix-rulebook": lambda book, c, _: contest_decisions.fix_rulebook(book.contest, c),
    "propose-rulebook": lambda book, c, asked: amending.propose_rulebook(
        book.contest, book.codes, book.publication, book.sheet, c, asked
    ),
    "confirm-rulebook": lambda book, c, asked: amending.confirm_rulebook(
        book.contest, book.codes, book.publication, book.sheet, c, asked
    ),
    "register-entries": lambda book, c, _: registration.register_entries(book.contest, c),
    "describe-entry": lambda book, c, _: registration.describe_entry(book.contest, c),
    "withdraw-entry": lambda book, c, _: contest_decisions.withdraw_entry(book.contest, c),
    "set-batch": lambda book, c, _: registration.set_batch(book.contest, c),
    "take-seat": lambda book, c, asked: contest_decisions.take_seat(book.contest, c, asked),
    "leave-seat": lambda book, c, asked: contest_decisions.leave_seat(book.contest, c, asked),
    "open-module": lambda book, c, _: contest_decisions.open_module(book.contest, book.codes, c),
    "close-module": lambda book, c, _: contest_decisions.close_module(book.contest, c),
    "reopen-module": lambda book, c, _: contest_decisions.reopen_module(book.contest, c),
    "state-seat-absent": lambda book, c, _: absences.state_seat_absent(
        book.contest, book.codes, book.panel(c.of_panel), c
    ),
    "state-seat-present": lambda book, c, _: absences.state_seat_present(
        book.contest, book.codes, book.panel(c.of_panel), c
    ),
    "decide-advance": lambda book, c, _: decided.decide_advance(book.contest, book.codes, c),
    "make-deduction": lambda book, c, _: decided.make_deduction(
        book.contest, book.ruling(c.ruling), book.publication, c
    ),
    "decide-tie": lambda book, c, _: decided.decide_tie(book.contest, book.ruling(c.ruling), book.publication, c),
    "decide-cuts": lambda book, c, _: contest_decisions.decide_cuts(book.contest, c),
    "draw-codes": lambda book, c, _: codes_decisions.draw_codes(book.contest, book.codes, c),
    "decode-codes": lambda book, c, asked: codes_decisions.decode_codes(book.contest, book.codes, c, asked),
    "open-sheet": lambda book, c, asked: sheet_decisions.open_sheet(
        book.contest, book.codes, book.sheet(c.sheet), book.panel, c, asked
    ),
    "enter-mark": lambda book, c, asked: sheet_decisions.enter_mark(
        book.contest, book.codes, book.sheet(c.sheet), book.panel, c, asked
    ),
    "sign-sheet": lambda book, c, asked: sheet_decisions.sign_sheet(
        book.contest, book.codes, book.sheet(c.sheet), book.panel, c, asked
    ),
    "reopen-sheet": lambda book, c, _: sheet_decisions.reopen_sheet(
        book.contest, book.sheet(c.sheet), book.panel(c.sheet.of_panel), c
    ),
    "enter-scores": lambda book, c, _: scores.enter_scores(book.contest, book.codes, book.sheet, book.panel, c),
    "state-performance": lambda book, c, asked: panel_decisions.state_performance(
        book.contest, book.codes, book.panel, c, asked
    ),
    "tally-scores": lambda book, c, _: publication_decisions.tally_scores(book.contest, book.codes, book.panel, c),
    "publish-provisional": lambda book, c, asked: publication_decisions.publish_provisional(
        book.contest, book.codes, book.publication, c, asked
    ),
    "open-notice": lambda book, c, asked: publication_decisions.open_notice(book.contest, book.publication, c, asked),
    "publish-final": lambda book, c, asked: publication_decisions.publish_final(book.publication, c, asked),
    "file-ruling": lambda book, c, asked: ruling_decisions.file_ruling(
        book.contest, book.ruling(c.ruling), book.publication, c, asked
    ),
    "decide-ruling": lambda book, c, _: ruling_decisions.decide_ruling(book.ruling(c.ruling), c),
    "make-correction": lambda book, c, _: corrections.make_correction(
        book.contest, book.ruling(c.ruling), book.publication, book.panel, c
    ),
}


def decide(state_of: StateOf, command: Any, asked: Asked) -> Decision:  # noqa: ANN401 - a command is any of COMMANDS
    """What the command brings about. Raises: Refused when a rule says no; role and phase are asked first."""
    action = NAMES[type(command)]
    book = Book(state_of, command.contest)
    contest = book.contest
    if not contest.is_open and action != "open-contest":
        raise Refused("no-contest", contest=command.contest)
    if contest.is_open and action == "open-contest":  # whatever its phase: the id is taken
        raise Refused("contest-exists", contest=command.contest)
    permit(asked, action, publication_state.phase(contest, book.publication))
    return _DECISIONS[action](book, command, asked)
