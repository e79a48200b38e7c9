"""What happens to the record itself: the anchors of the official clock. Stream `clock`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class ClockAnchored:
    """A server starts or finds its wall clock moved: wall and monotonic clock in µs, with the uncertainty stated."""

    boot: str
    wall: int
    monotonic: int
    uncertainty: int
