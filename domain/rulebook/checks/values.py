"""Faults of single values, as pydantic finds them, told in the words of the rulebook."""

from __future__ import annotations

import re
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from domain.errors import Fault
from domain.rulebook.checks.places import place
from domain.rulebook.checks.sentences import fault

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
    "places_or_step": "places-or-step",
    "step_not_positive": "step-not-positive",
    "range_empty": "range-empty",
    "step_does_not_divide": "step-does-not-divide",
}


def value_faults(error: ValidationError, raw: dict[str, Any]) -> list[Fault]:
    """All of pydantic's findings as faults of the file.

    It counts only what is well formed: a list whose every member has a fault is not empty for that.
    """
    found = error.errors(include_url=False)
    return [_fault(each, raw) for each in found if not (each["type"] == "too_short" and each["input"])]


def _fault(found: ErrorDetails, raw: dict[str, Any]) -> Fault:
    kind, where, gaps = found["type"], place(found["loc"], raw), dict(found.get("ctx", {}))
    if kind.startswith("union_tag"):
        where += "." + gaps["discriminator"].strip("'")
    if "expected_tags" in gaps:
        gaps["expected"] = gaps["expected_tags"]
    if "expected" in gaps:
        gaps["expected"] = ", ".join(re.findall(r"[\w-]+", gaps["expected"].replace(" or ", " ")))
    return fault(where, _REASONS.get(kind, "does-not-fit"), **gaps)
