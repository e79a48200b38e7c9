"""Who is at the door, as every page and socket is told."""

from __future__ import annotations

from dataclasses import dataclass, field

from registry.access.places import Place


@dataclass(frozen=True, slots=True)
class Identity:
    """An account on a device, at a place (a judge's has panel and seat). `token` is the session's secret."""

    account: str
    device: str
    place: Place
    token: str = field(repr=False)
