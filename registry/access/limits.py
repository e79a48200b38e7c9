"""How long things live and how often one may try: the registry's durations in one place, in seconds."""

from __future__ import annotations

from dataclasses import dataclass

SECOND = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """`link`: a one-time link; `idle`, `absolute`: a session unused, and at all; `seen`: how often use is noted.

    `tries` passwords are free, per account and per address; then each failure makes the next one wait twice as long,
    from `first_wait` up to `longest_wait`; after `quiet` without a failure all is forgotten.
    """

    link: int = 600
    idle: int = 4 * 3600
    absolute: int = 16 * 3600
    seen: int = 60
    tries: int = 5
    first_wait: int = 2
    longest_wait: int = 900
    quiet: int = 3600
