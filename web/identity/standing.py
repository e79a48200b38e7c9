"""Open sockets of somebody who signed out or lost a role: they hear of it at once, not at their next frame."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

from registry.book import Registry
from web.identity.identity import Identity

# how often a socket that hears nothing asks all the same: sessions also end by themselves, and fall asleep unused
ASKED_EVERY_S = 60.0


class Standing:
    """Whose sessions and roles have changed; on any thread, for watchers on any event loop."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._watchers: dict[str, set[tuple[asyncio.AbstractEventLoop, asyncio.Event]]] = {}
        registry.listen(self._changed)

    async def gone(self, identity: Identity, every_s: float = ASKED_EVERY_S) -> str:
        """Returns once the identity no longer is what it was: "signed-out" or "roles-changed". Cancel it at will."""
        held = self._registry.grants.of(identity.account)
        with self._watch(identity.account) as changed:
            while True:
                if self._registry.sessions.find(identity.token) is None:
                    return "signed-out"
                if self._registry.grants.of(identity.account) != held:
                    return "roles-changed"
                try:
                    async with asyncio.timeout(every_s):
                        await changed.wait()
                except TimeoutError:
                    continue
                changed.clear()

    @contextmanager
    def _watch(self, account: str) -> Iterator[asyncio.Event]:
        changed = asyncio.Event()
        watcher = (asyncio.get_running_loop(), changed)
        watchers = self._watchers.setdefault(account, set())
        watchers.add(watcher)
        try:
            yield changed
        finally:
            watchers.discard(watcher)

    def _changed(self, account: str) -> None:
        for loop, changed in tuple(self._watchers.get(account, ())):
            if not loop.is_closed():
                loop.call_soon_threadsafe(changed.set)
