"""Who serves which case: each function gives what came out, in the words of the case's `expected`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.worked.cases import Case
from tests.worked.contest import Scorer

Works = Callable[[Case, Scorer], dict[str, Any]]

SERVED: dict[str, Works] = {}

# keys of `expected` that are not compared, each with the reason
BESIDE: dict[str, dict[str, str]] = {}


def served(*ids: str, **beside: str) -> Callable[[Works], Works]:
    """`beside`: keys of `expected` this engine has nothing to say of, and why."""

    def remember(works: Works) -> Works:
        assert not set(ids) & set(SERVED), ids
        SERVED.update(dict.fromkeys(ids, works))
        BESIDE.update({case: beside for case in ids if beside})
        return works

    return remember
