"""Where commands are handed in and receipts come back: the hot path from a frame to the desk and back again.

No task and no future per mark: the desk's answers of one commit arrive together, the values they state are read back
from the record together, and each receipt joins its own line.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from functools import partial

from domain.errors import Busy
from domain.marks import canonical, number
from domain.rulebook.rulebook import Rulebook
from domain.sheets.commands import EnterMark
from judges_console.live.answers import busy_frame, error_frame, receipt_frame
from judges_console.live.line import Line
from judges_console.session import Given
from ledger.errors import CommandFailed, RecordDamaged
from ledger.orders import Order, Outcome, Receipt
from ledger.record import Record
from web.acting import actor_for
from web.parts import Parts

log = logging.getLogger(__name__)

_Answer = tuple[Line, Given, Outcome]


class Window:
    """For all judges' sockets of one event loop."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._answers: list[_Answer] = []

    def hand_in(self, line: Line, given: Given) -> None:
        """Gives a command to the desk; the line will say what came of it."""
        where, identity = line.session.where, line.identity
        if where is None or identity is None:
            raise AssertionError("commands come after the welcome")
        actor = where.actor or actor_for(self._parts, identity, given.command)
        order = Order(actor, identity.device, given.n, given.command)
        self._parts.desk.submit(order, partial(self._take_back, line, given), line.loop)

    def _take_back(self, line: Line, given: Given, outcome: Outcome) -> None:
        if not self._answers:
            line.loop.call_soon(self._hand_out)
        self._answers.append((line, given, outcome))

    def _hand_out(self) -> None:
        answers, self._answers = self._answers, []
        for line, _, _ in answers:
            line.session.in_flight -= 1
        try:
            values = values_at(self._parts.record, _marks_of(answers))
        except Exception as error:  # noqa: BLE001 - they are in the record, but nobody may be told what we cannot read
            log.critical("marks could not be read back: %s", type(error).__name__)
            for line, _, _ in answers:
                line.hang_up("record-unreadable")
            return
        for line, given, outcome in answers:
            self._answer(line, given, outcome, values)

    def _rulebook(self, line: Line) -> Rulebook | None:
        if line.session.where is None:
            return None
        with self._parts.hall.wall(line.session.where.contest) as wall:
            return wall.marks.contest.rulebook

    def _answer(self, line: Line, given: Given, outcome: Outcome, values: dict[int, str]) -> None:
        if isinstance(outcome, Receipt):
            value = None
            if outcome.accepted and type(given.command) is EnterMark:
                position = outcome.last
                line.own.update(range(outcome.first, outcome.first + outcome.count))
                # nothing changed: the record held just this value already
                value = values[position] if position else canonical(number(given.command.value))
            line.say(receipt_frame(given.n, outcome, value, None if outcome.accepted else self._rulebook(line)))
        elif isinstance(outcome, Busy):
            line.say(busy_frame(given.n, outcome.retry_after_ms))
        elif isinstance(outcome, CommandFailed):
            line.say(error_frame("command-failed", given.n))
        else:
            line.hang_up("desk-closed")


def _marks_of(answers: Iterable[_Answer]) -> list[int]:
    """The positions of marks entered or changed, in order."""
    return sorted(
        outcome.last
        for _, given, outcome in answers
        if type(given.command) is EnterMark and isinstance(outcome, Receipt) and outcome.count
    )


def values_at(record: Record, positions: list[int]) -> dict[int, str]:
    """What the record holds for marks at these positions, in order: one reading where they stand close together.

    Raises: RecordDamaged.
    """
    wanted = set(positions)
    values: dict[int, str] = {}
    while positions:
        first = positions[0]
        near = [position for position in positions if position < first + 4 * len(positions)]
        for position, _, _, name, body, _ in record.store.rows(first - 1, near[-1], near[-1] - first + 1):
            if position in wanted:
                values[position] = record.codec.decode(name, body).value
        positions = positions[len(near) :]
    if values.keys() != wanted:
        raise RecordDamaged(f"event {min(wanted.difference(values))}")
    return values
