"""Faults of single values, as pydantic finds them, told in the words of the rulebook."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from domain.errors import Fault
from domain.rulebook.checks.places import untagged
from domain.rulebook.checks.sentences import nearest
from domain.rulebook.checks.values.keys import keys_at
from domain.rulebook.checks.written import Book
from domain.rulebook.formula.functions import FUNCTIONS

_REASONS = {
    "missing": "missing",
    "union_tag_not_found": "missing",
    "extra_forbidden": "unknown-key",
    "string_type": "text-needed",
    "string_too_short": "text-needed",
    "bad_id": "bad-id",
    "not_a_number": "number-needed",
    "number_too_long": "number-too-long",
    "int_type": "count-needed",
    "greater_than_equal": "at-least",
    "greater_than": "above",
    "less_than_equal": "at-most",
    "bool_type": "true-or-false",
    "literal_error": "one-of",
    "union_tag_invalid": "one-of",
    "tuple_type": "list-needed",
    "dict_type": "table-needed",
    "model_type": "table-needed",
    "model_attributes_type": "table-needed",
    "too_short": "not-empty",
    "too_long": "too-many",
    "places_or_step": "places-or-step",
    "step_not_positive": "step-not-positive",
    "range_empty": "range-empty",
    "step_does_not_divide": "step-does-not-divide",
    "points_or_loss": "points-or-loss",
    "first_or_share": "first-or-share",
    "share_and_rounding": "share-and-rounding",
}


def value_faults(error: ValidationError, book: Book) -> list[Fault]:
    """All of pydantic's findings as faults of the file.

    It counts only what is well formed: a list whose every member has a fault is not empty for that. Where a number or
    a word may stand it complains of both.
    """
    found = [each for each in error.errors(include_url=False) if not _counts_the_sound(each)]
    words = {untagged(each["loc"]): each for each in found if each["type"] == "literal_error"}
    return [fault for each in found for fault in _faults(each, words.get(untagged(each["loc"])), book)]


def _counts_the_sound(found: ErrorDetails) -> bool:
    given = found["input"]
    many = len(given) if isinstance(given, list | dict) else 0
    return found["type"] == "too_short" and many >= found["ctx"]["min_length"]


def _faults(found: ErrorDetails, word: ErrorDetails | None, book: Book) -> Iterator[Fault]:
    kind, steps = found["type"], untagged(found["loc"])
    gaps: dict[str, Any] = dict(found.get("ctx", {}))
    reason, near = _REASONS.get(kind, "does-not-fit"), ""
    if kind.startswith("union_tag"):
        steps = (*steps, gaps["discriminator"].strip("'"))
        gaps["expected"] = gaps.get("expected_tags", "")
    if reason == "one-of":
        gaps["expected"] = _listed(gaps["expected"])
        near = nearest(gaps.get("tag", found["input"]), gaps["expected"].split(", "))
    elif reason == "unknown-key":
        near = nearest(steps[-1], keys_at(found["loc"][:-1]))
    elif kind == "formula_fault":
        reason = gaps.pop("reason")
        near = nearest(gaps["name"], FUNCTIONS) if reason == "formula-unknown-function" else ""
    elif reason == "not-empty" and gaps["min_length"] > 1:
        reason = "too-few"
    elif kind == "model_type" and gaps.get("class_name") == "Words":
        reason = "text-needed" if found["input"] == "" else "words-needed"
    elif reason == "number-needed" and word is not None:
        reason, gaps = "number-or", {"expected": _listed(word["ctx"]["expected"])}
    if word is found and found["loc"][-1] != steps[-1]:  # the number tried beside it tells of both
        return
    yield from book.faults(steps, reason, near=near, **gaps)


def _listed(expected: str) -> str:
    return ", ".join(re.findall(r"[\w-]+", expected.replace(" or ", " ")))
