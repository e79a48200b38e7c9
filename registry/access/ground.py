"""What accounts, roles, links and sessions all stand on: the file, the journal, the clock and chance."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from registry.access.limits import SECOND, Limits
from registry.journal import Journal
from registry.store import Store


@dataclass(frozen=True, slots=True)
class Ground:
    """`now` gives µs UTC, `random(n)` n secret bytes; `listeners` hear of every account whose rights changed."""

    store: Store
    journal: Journal
    limits: Limits
    now: Callable[[], int]
    random: Callable[[int], bytes]
    listeners: list[Callable[[str], None]] = field(default_factory=list)

    def after(self, seconds: int) -> int:
        """The moment so many seconds from now, µs UTC."""
        return self.now() + seconds * SECOND

    def tell(self, account: str) -> None:
        """Once the transaction around this call is on the disk, tell the listeners of this account."""
        self.store.afterwards(lambda: self._tell_now(account))

    def _tell_now(self, account: str) -> None:
        for listener in self.listeners:
            listener(account)
