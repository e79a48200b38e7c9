"""What the jury decides about entries beside their marks: points taken off, the order of a tie, who goes on.

Rule: docs/rules/rulings.md, docs/rules/advance.md.
"""

from __future__ import annotations

from domain import streams
from domain.codes.state import Codes
from domain.contest import commands, events
from domain.contest.known import check_entry, rules_of
from domain.contest.state import Contest
from domain.decision import Decision, nothing
from domain.errors import Refused
from domain.marks import canonical, number
from domain.notes import Note
from domain.publication.state import Publication
from domain.rulings.effects import carried_out
from domain.rulings.state import Ruling
from domain.scoring.scheme import scheme


def make_deduction(
    contest: Contest, ruling: Ruling, publication: Publication, command: commands.MakeDeduction
) -> Decision:
    """Each one counts beside those before; one below zero gives points back.

    Raises: Refused unknown-entry, unknown-node, not-a-number, nothing-to-deduct, reason-missing, ruling-needed,
    ruling-not-upheld.

    Rule: docs/rules/deductions.md
    """
    check_entry(contest, command.entry)
    if command.node and command.node not in scheme(rules_of(contest)).single:
        raise Refused("unknown-node", node=command.node)
    points = number(command.points)
    if not points:
        raise Refused("nothing-to-deduct")
    _reason(command.note)
    node = command.node or _total_now(contest, command.entry)
    event = events.DeductionMade(command.entry, canonical(points), command.note, node)
    follow = carried_out(command.contest, command.ruling, ruling, publication, "make-deduction")
    return Decision(((streams.contest(command.contest), event), *follow))


def _total_now(contest: Contest, entry: str) -> str:
    """Of several stages the total of the last one that has opened for the entry, so that a later one does not move it.

    Empty where the rulebook says what points are taken from, or there is one stage only.

    Rule: docs/rules/deductions.md
    """
    rulebook = contest.rulebook
    if rulebook is None or rulebook.rulings.deduction_from is not None:
        return ""
    total = ""
    for place, stage in enumerate(rulebook.stages):
        goes_on = entry in {*contest.advanced.get(stage.id, ()), *contest.let_in.get(stage.id, ())}
        opened = any(contest.module(module.id).epoch for module in rulebook.modules if module.stage == stage.id)
        if place == 0 or (goes_on and opened):
            total = stage.total
    return total


def decide_tie(contest: Contest, ruling: Ruling, publication: Publication, command: commands.DecideTie) -> Decision:
    """The same order again in the same stage changes nothing.

    Raises: Refused no-rulebook, unknown-stage, unknown-entry, entry-twice, tie-of-one, reason-missing, ruling-needed,
    ruling-not-upheld.
    """
    if command.stage and command.stage not in [stage.id for stage in rules_of(contest).stages]:
        raise Refused("unknown-stage", stage=command.stage)
    _check_distinct(contest, command.entries)
    if len(command.entries) < 2:  # noqa: PLR2004 - one alone ties with nobody
        raise Refused("tie-of-one")
    _reason(command.note)
    turns = contest.decided.get(command.stage, {})
    if [turns.get(entry) for entry in command.entries] == list(range(1, len(command.entries) + 1)):
        return nothing()
    event = events.TieDecided(command.entries, command.note, command.stage)
    follow = carried_out(command.contest, command.ruling, ruling, publication, "decide-tie")
    return Decision(((streams.contest(command.contest), event), *follow))


def decide_advance(contest: Contest, codes: Codes, command: commands.DecideAdvance) -> Decision:
    """Opens a stage to those named; said again with others, it is these.

    Raises: Refused no-rulebook, unknown-stage, first-stage, map-sealed, unknown-entry, entry-twice,
    advance-withdrawn, nobody-advances, reason-missing.
    """
    stages = [stage.id for stage in rules_of(contest).stages]
    if command.stage not in stages:
        raise Refused("unknown-stage", stage=command.stage)
    if command.stage == stages[0]:
        raise Refused("first-stage", stage=command.stage)
    if codes.commitment and not codes.decoded:
        raise Refused("map-sealed", stage=command.stage)
    if not command.entries:
        raise Refused("nobody-advances", stage=command.stage)
    _check_distinct(contest, command.entries)
    for entry in command.entries:
        if entry in contest.withdrawn:
            raise Refused("advance-withdrawn", entry=entry)
    _reason(command.note)
    if contest.advanced.get(command.stage) == command.entries:
        return nothing()
    event = events.AdvanceDecided(command.stage, command.entries, command.note)
    return Decision(((streams.contest(command.contest), event),))


def _check_distinct(contest: Contest, entries: tuple[str, ...]) -> None:
    seen: set[str] = set()
    for entry in entries:
        check_entry(contest, entry)
        if entry in seen:
            raise Refused("entry-twice", entry=entry)
        seen.add(entry)


def _reason(note: Note) -> None:
    if not note.document:
        raise Refused("reason-missing")
