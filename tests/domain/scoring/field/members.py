"""What everybody of a field has at a node."""

from __future__ import annotations

from collections.abc import Mapping

from domain.scoring.numbers import Value
from domain.scoring.scheme import Scheme
from domain.scoring.scored import Given


def values(how: Scheme, field: Mapping[str, Given], name: str) -> dict[str, Value]:
    return {key: each.values[name] for key, each in how.evaluate_all(field).items()}
