"""What may happen next to a contest as a whole."""

from __future__ import annotations

from domain import streams
from domain.codes.state import Codes
from domain.contest import commands, events
from domain.contest.amending import checked_text
from domain.contest.known import check_entry, module_of, panel_of, rules_of
from domain.contest.staging import check_advance
from domain.contest.state import Contest, Seat
from domain.decision import Asked, Decision, Event, nothing
from domain.errors import Refused
from domain.marks import canonical, number
from domain.names import checked
from domain.rulebook.reading import digest
from domain.scoring.awards.cuts import cut_faults


def open_contest(command: commands.OpenContest) -> Decision:
    """Of a contest there is not yet. Raises: Refused bad-id."""
    checked(command.contest, "contest")
    event = events.ContestOpened(command.title_zh, command.title_en, command.zone, command.drill)
    return _one(command.contest, event)


def fix_rulebook(contest: Contest, command: commands.FixRulebook) -> Decision:
    """Before the first module opens the rulebook may still be replaced; afterwards two persons amend it.

    Raises: Refused("rulebook-faulty").
    """
    checked_text(command.text)
    if digest(command.text) == contest.digest:
        return nothing()
    return _one(command.contest, events.RulebookFixed(contest.version + 1, digest(command.text), command.text))


def withdraw_entry(contest: Contest, command: commands.WithdrawEntry) -> Decision:
    """Withdrawing twice changes nothing. Raises: Refused("unknown-entry")."""
    check_entry(contest, command.entry)
    if command.entry in contest.withdrawn:
        return nothing()
    return _one(command.contest, events.EntryWithdrawn(command.entry, command.note))


def take_seat(contest: Contest, command: commands.TakeSeat, asked: Asked) -> Decision:
    """One account a seat, one seat a panel and account, and only in the panel's own role.

    Raises: Refused no-rulebook, unknown-panel, unknown-seat, not-your-part, seat-taken, seated-elsewhere,
    delegation-declared.
    """
    panel = panel_of(contest, command.panel)
    if command.seat not in panel.seats:
        raise Refused("unknown-seat", seat=command.seat, panel=command.panel)
    if panel.role != asked.actor.role:
        raise Refused("not-your-part", action="take-seat", role=asked.actor.role)
    seat, account = contest.seat(command.panel, command.seat), asked.actor.account
    if seat.taken:
        if seat.account == account:
            return _declared(seat, command)
        raise Refused("seat-taken", seat=command.seat, panel=command.panel)
    if any(s.taken and s.account == account for (p, _), s in contest.seats.items() if p == command.panel):
        raise Refused("seated-elsewhere", panel=command.panel)
    declared = (command.delegation, tuple(dict.fromkeys(command.interests)))
    return _one(command.contest, events.SeatTaken(command.panel, command.seat, account, seat.epoch + 1, *declared))


def _declared(seat: Seat, command: commands.TakeSeat) -> Decision:
    """Who sits there already may declare more, never less. Raises: Refused("delegation-declared")."""
    if command.delegation and seat.delegation not in {"", command.delegation}:
        raise Refused("delegation-declared", seat=command.seat, panel=command.panel)
    delegation = seat.delegation or command.delegation
    interests = tuple(dict.fromkeys((*seat.interests, *command.interests)))
    if (delegation, interests) == (seat.delegation, seat.interests):
        return nothing()
    event = events.SeatTaken(command.panel, command.seat, seat.account, seat.epoch, delegation, interests)
    return _one(command.contest, event)


def leave_seat(contest: Contest, command: commands.LeaveSeat, asked: Asked) -> Decision:
    """A judge leaves the seat, or the chief judge empties it.

    Raises: Refused seat-empty, not-your-seat.
    """
    seat = contest.seat(command.panel, command.seat)
    if not seat.taken:
        raise Refused("seat-empty", seat=command.seat, panel=command.panel)
    if asked.actor.role != "chief_judge" and seat.account != asked.actor.account:
        raise Refused("not-your-seat", seat=command.seat, panel=command.panel)
    event = events.SeatLeft(command.panel, command.seat, seat.epoch)
    ends = streams.left_seat(command.contest, f"{command.panel}.{command.seat}", seat.epoch)
    return Decision(((streams.contest(command.contest), event),), takes=(ends,))


def open_module(contest: Contest, codes: Codes, command: commands.OpenModule) -> Decision:
    """Once every entry has a code. A module opens once; later it is reopened with a reason.

    Raises: Refused unknown-module, advance-not-decided, codes-not-drawn, module-closed.
    """
    module_of(contest, command.module)
    check_advance(contest, command.module)
    without = codes.without_code(entry for entry in contest.entries if entry not in contest.withdrawn)
    if without or not contest.entries:
        raise Refused("codes-not-drawn", entries=without)
    module = contest.module(command.module)
    if module.is_open:
        return nothing()
    if module.epoch:
        raise Refused("module-closed", module=command.module)
    return _one(command.contest, events.ModuleOpened(command.module, 1))


def close_module(contest: Contest, command: commands.CloseModule) -> Decision:
    """Raises: Refused unknown-module, module-not-open."""
    module_of(contest, command.module)
    module = contest.module(command.module)
    if not module.is_open:
        raise Refused("module-not-open", module=command.module)
    event = events.ModuleClosed(command.module, module.epoch)
    ends = streams.closed_module(command.contest, command.module, module.epoch)
    return Decision(((streams.contest(command.contest), event),), takes=(ends,))


def reopen_module(contest: Contest, command: commands.ReopenModule) -> Decision:
    """Raises: Refused unknown-module, module-not-closed, reason-missing."""
    module_of(contest, command.module)
    module = contest.module(command.module)
    if module.is_open or not module.epoch:
        raise Refused("module-not-closed", module=command.module)
    if not command.note.document:
        raise Refused("reason-missing")
    event = events.ModuleReopened(command.module, module.epoch + 1, command.note)
    return Decision(((streams.contest(command.contest), event),), needs=(streams.tallied(command.contest),))


def decide_cuts(contest: Contest, command: commands.DecideCuts) -> Decision:
    """Raises: Refused no-rulebook, unknown-award, not-a-number, award-not-by-cut, cuts-out-of-order.

    Rule: docs/rules/awards-cuts.md
    """
    rulebook = rules_of(contest)
    known = {prize.id for prize in rulebook.prizes}
    for award, _ in command.cuts:
        if award not in known:
            raise Refused("unknown-award", award=award)
    for fault in cut_faults(rulebook, {award: number(lowest) for award, lowest in command.cuts}):
        if fault.better:
            raise Refused("cuts-out-of-order", award=fault.prize, better=fault.better)
        raise Refused("award-not-by-cut", award=fault.prize)
    cuts = tuple((award, canonical(number(lowest))) for award, lowest in command.cuts)
    return nothing() if cuts == contest.cuts else _one(command.contest, events.CutsDecided(cuts))


def _one(contest_id: str, event: Event) -> Decision:
    return Decision(((streams.contest(contest_id), event),))
