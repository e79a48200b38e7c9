"""What comes to the desk and what it answers: an order, a receipt, or why there is none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from domain.decision import Actor
from domain.errors import Busy, Detail
from ledger.errors import RecordError

ACCEPTED = "accepted"
REFUSED = "refused"

Command = Any  # one of the slotted dataclasses of domain/*/commands.py


class Order(NamedTuple):
    """A command as a device sends it: (device, counter) is its id for good, `counter` counts from 1."""

    actor: Actor
    device: str
    counter: int
    command: Command


@dataclass(slots=True)
class Receipt:
    """The stored answer to one order.

    `at` is official time (µs since 1970, UTC). The order's events have the positions first..first+count-1;
    both are 0 for a refusal and for a command that changes nothing. `hash` is the chain's link (32 bytes).
    `entry` is 0 in the one answer that is not stored: `command-id-reused`, another payload under a known id.
    """

    entry: int
    at: int
    device: str
    counter: int
    outcome: str
    reason: str
    details: Mapping[str, Detail]
    first: int
    count: int
    account: str = ""
    role: str = ""
    seat: str = ""
    hash: bytes = b""

    @property
    def accepted(self) -> bool:
        return self.outcome == ACCEPTED

    @property
    def last(self) -> int:
        """Where the order's last event stands in the record; 0 when it brought about none."""
        return self.first + self.count - 1 if self.count else 0


Outcome = Receipt | Busy | RecordError
Answer = Callable[[Outcome], None]
