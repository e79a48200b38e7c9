"""The cases of worked-examples.json, and how what came out is held against what they say must come out."""

from __future__ import annotations

import json
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from tests.house.rooms import ROOT

DATA = ROOT / "tests" / "data" / "worked-examples"


@dataclass(frozen=True)
class Case:
    """`inputs` and `expected` as the file has them; numbers are decimal text."""

    id: str
    operation: str
    inputs: dict[str, Any]
    expected: dict[str, Any]


def _all() -> dict[str, Case]:
    found = json.loads((DATA / "worked-examples.json").read_text(encoding="utf-8"))["examples"]
    cases = [Case(each["id"], each["operation"], each["inputs"], each["expected"]) for each in found]
    assert len({case.id for case in cases}) == len(cases)
    return {case.id: case for case in cases}


CASES = _all()


def plain(told: Any) -> Any:
    """With every number as a Decimal, so that 83 and "83.00" are the same and nothing else is."""
    if isinstance(told, dict):
        return {key: plain(each) for key, each in told.items()}
    if isinstance(told, list | tuple):
        return [plain(each) for each in told]
    if isinstance(told, bool) or not isinstance(told, str | int):
        assert not isinstance(told, float), told
        return told
    try:
        return Decimal(told)
    except InvalidOperation:
        return told
