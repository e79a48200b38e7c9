"""What officials may ask about a contest's result. `digest` is the result as the asker saw it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TallyScores:
    contest: str
    digest: str


@dataclass(frozen=True, slots=True)
class PublishProvisional:
    """`corrections`: how many corrections the asker's result includes; one more since, and it is refused."""

    contest: str
    digest: str
    corrections: int


@dataclass(frozen=True, slots=True)
class OpenNotice:
    contest: str


@dataclass(frozen=True, slots=True)
class PublishFinal:
    contest: str
    digest: str
    corrections: int
