"""Decides a batch of orders and writes it in one commit, or each alone when they cannot share one."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from domain.decision import Actor, Asked, Decision
from domain.errors import Busy, Conflict, Refused
from domain.streams import CLOCK
from ledger.clock import OfficialClock
from ledger.codec import digest
from ledger.deciding.draft import Body, Draft
from ledger.deciding.inbox import Waiting
from ledger.deciding.limit import RefusalLimit
from ledger.deciding.states import Rules, States
from ledger.errors import CommandFailed, WriteFailed, where
from ledger.events import ClockAnchored
from ledger.orders import REFUSED, Order, Outcome, Receipt
from ledger.record import Record, receipt_from

log = logging.getLogger(__name__)

ATTEMPTS = 3
_MOST = 2**63 - 1  # what a column holds
_SERVER = Actor("", "server")

Numbered = tuple[Order, bytes, int]  # an order, its digest and the official time it is decided at


@dataclass(frozen=True, slots=True)
class Limits:
    """How much the desk takes on: orders waiting, orders in one commit, refusals per device, streams kept in memory."""

    queue: int = 4096
    batch: int = 256
    refusals_burst: int = 60
    refusals_per_second: int = 5
    streams: int = 50_000


class Spoiled(Exception):  # noqa: N818 - caught here, never seen
    """A rule failed half-way through an event: what is known of its stream can no longer be trusted."""


class Clerk:
    """Everything the desk's thread knows: the head of the record, states of streams, counters of devices."""

    def __init__(
        self, record: Record, rules: Rules, commands: Mapping[str, type[Any]], clock: OfficialClock, limits: Limits
    ) -> None:
        self._record, self._rules, self._clock = record, rules, clock
        self._names = {cls: name for name, cls in commands.items()}
        self._states = States(rules, record.stream, limits.streams)
        self._limit = RefusalLimit(limits.refusals_burst, limits.refusals_per_second, clock.elapsed)
        self._counters = record.store.counters()
        self._anchored: ClockAnchored | None = None  # drafted, not yet written
        self.head = record.head()

    def highest(self, device: str) -> int:
        return self._counters.get(device, 0)

    def begin(self) -> None:
        """Writes where official time starts from. Raises: WriteFailed."""
        self._clock.hold(self.head.at)
        draft = Draft(self.head)
        self._anchor(draft)
        try:
            self._write(draft)
        except Conflict as error:  # we own the folder: nobody else can have written
            raise WriteFailed("conflict") from error

    def settle(self, batch: list[Waiting]) -> list[tuple[Waiting, Outcome]]:
        """The answers to a batch, every receipt among them on disk. Raises: WriteFailed."""
        try:
            return self._attempt(batch)
        except (Conflict, Spoiled) as reason:
            if len(batch) == 1:
                return self._insist(batch[0], reason)
        return [answer for waiting in batch for answer in self.settle([waiting])]

    def _insist(self, waiting: Waiting, reason: Exception) -> list[tuple[Waiting, Outcome]]:
        """Decides one order anew on what the record says by now; what still cannot be written is refused."""
        for _ in range(ATTEMPTS - 1):
            try:
                return self._attempt([waiting])
            except (Conflict, Spoiled) as again:
                reason = again
        if isinstance(reason, Spoiled):
            return [(waiting, CommandFailed(str(reason)))]
        draft = Draft(self.head)
        try:
            refusal = self._refuse(draft, self._asked(waiting.order, draft), Refused("overtaken"))
            self._write(draft)
        except Conflict as error:
            raise WriteFailed("conflict") from error
        return [(waiting, refusal)]

    def _attempt(self, batch: list[Waiting]) -> list[tuple[Waiting, Outcome]]:
        draft = Draft(self.head)
        try:
            if self._clock.strayed():
                self._anchor(draft)
            answers = [(waiting, self._answer(waiting.order, draft)) for waiting in batch]
            if draft.batch.receipts:
                self._write(draft)
        except (Conflict, Spoiled):
            self._states.forget(draft.streams)
            self.head = self._record.head()
            raise
        return answers

    def _write(self, draft: Draft) -> None:
        self._record.append(draft.batch)
        self.head = draft.head
        if self._anchored is not None:
            self._clock.noted(self._anchored)
            self._anchored = None
        counters = self._counters
        for device, counter in draft.answered:
            if counter > counters.get(device, 0):
                counters[device] = counter
        self._states.trim()

    # -- one order

    def _answer(self, order: Order, draft: Draft) -> Outcome:
        try:
            asked = self._asked(order, draft)
            known = self._known(order, draft)
            if known is not None:
                return known[1] if known[0] == asked[1] else self._reused(asked)
            if wait := self._limit.wait_ms(order.device):
                return Busy(wait)
            return self._decide(asked, draft)
        except Spoiled:
            raise
        except Exception as error:  # noqa: BLE001 - a bug in one command must not end the contest, but be loud
            log.error("a command failed: %s", where(error))  # noqa: TRY400 - no values
            return CommandFailed(type(error).__name__)

    def _asked(self, order: Order, draft: Draft) -> Numbered:
        if not 0 < order.counter <= _MOST:
            raise ValueError("an order's counter counts from 1")
        return order, digest(self._names[type(order.command)], order.command), self._now(draft)

    def _now(self, draft: Draft) -> int:
        return max(self._clock.now(), draft.head.at)

    def _known(self, order: Order, draft: Draft) -> tuple[bytes, Receipt] | None:
        """Digest and answer of the same id, in this draft or in the record; the record is asked only if it can know."""
        if found := draft.answered.get((order.device, order.counter)):
            return found
        if order.counter > self._counters.get(order.device, 0):
            return None
        row = self._record.store.receipt(order.device, order.counter)
        return None if row is None else (row[7], receipt_from(row))  # its digest

    def _reused(self, asked: Numbered) -> Receipt:
        order, _, at = asked
        log.warning("device %s sent another command under its counter %d", order.device, order.counter)
        return Receipt(0, at, order.device, order.counter, REFUSED, "command-id-reused", {}, 0, 0)

    def _decide(self, asked: Numbered, draft: Draft) -> Receipt:
        order, _, at = asked
        try:
            decision = self._rules.decide(self._states.of, order.command, Asked(order.actor, at))
        except Refused as refused:
            return self._refuse(draft, asked, refused)
        if draft.has_taken(decision.needs) or draft.has_taken(decision.takes):
            return self._refuse(draft, asked, Refused("overtaken"))
        return self._accept(draft, asked, decision)

    def _accept(self, draft: Draft, asked: Numbered, decision: Decision) -> Receipt:
        receipt = draft.accept(*asked, self._bodies(decision.events), decision.takes)
        draft.batch.needs.update(decision.needs)
        try:
            for stream, event in decision.events:
                self._states.evolve(stream, event)
        except Exception as error:
            log.error("a rule failed on its own event: %s", where(error))  # noqa: TRY400
            raise Spoiled(type(error).__name__) from error
        return receipt

    def _refuse(self, draft: Draft, asked: Numbered, refused: Refused) -> Receipt:
        receipt = draft.refuse(*asked, refused.reason, refused.details)
        self._limit.spend(asked[0].device)
        return receipt

    def _bodies(self, events: Iterable[tuple[str, Any]]) -> list[Body]:
        bodies: list[Body] = []
        ahead: dict[str, int] = {}
        for stream, event in events:
            version = ahead[stream] = ahead.get(stream, self._states.version(stream)) + 1
            bodies.append((stream, version, *self._record.codec.encode(event)))
        return bodies

    def _anchor(self, draft: Draft) -> None:
        """Writes wall and running clock down, as an order of the server's own."""
        anchor = self._anchored = self._clock.anchor()
        device = f"server:{anchor.boot}"
        order = Order(_SERVER, device, self.highest(device) + 1, anchor)
        asked = order, digest("anchor-clock", anchor), self._now(draft)
        self._accept(draft, asked, Decision(((CLOCK, anchor),)))
