"""Reads a rulebook's text: one TOML file becomes one checked Rulebook, or every fault in it at once."""

from __future__ import annotations

import hashlib
import re
import tomllib
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import Any

from pydantic import ValidationError

from domain.errors import Fault, Malformed
from domain.rulebook.checks.figures import figure_faults
from domain.rulebook.checks.ids import id_faults
from domain.rulebook.checks.names import name_faults
from domain.rulebook.checks.operations import operation_faults
from domain.rulebook.checks.results.faults import result_faults
from domain.rulebook.checks.sizes import size_faults
from domain.rulebook.checks.stages import stage_faults
from domain.rulebook.checks.tree import tree_faults
from domain.rulebook.checks.values.findings import value_faults
from domain.rulebook.checks.written import Book
from domain.rulebook.expansion.whole import expanded
from domain.rulebook.parts import Part
from domain.rulebook.rulebook import Rulebook

_CHECKS = (
    id_faults,
    name_faults,
    stage_faults,
    tree_faults,
    operation_faults,
    figure_faults,
    size_faults,
    result_faults,
)
_WHERE = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)")


def digest(text: str) -> str:
    """SHA-256 of the text in UTF-8, hex: what is fixed before the first mark and printed on every result."""
    return hashlib.sha256(text.encode()).hexdigest()


@lru_cache(maxsize=64)
def fixed(text: str) -> Rulebook:
    """As `parse`, for a text that stands in the record and is asked for again and again."""
    return parse(text)


def parse(text: str) -> Rulebook:
    """A TOML text -> Rulebook. Raises: Malformed with every fault, its place as a TOML path, in both languages."""
    book = Book(expanded(_toml(text)))
    faults = [fault for check in _CHECKS for fault in check(book)]
    try:
        rulebook = Rulebook.model_validate(book.raw)
    except ValidationError as error:
        raise Malformed(_each_once([*value_faults(error, book), *faults])) from error
    if faults:
        raise Malformed(_each_once(faults))
    _work_out(rulebook)
    return rulebook


def _work_out(part: Any) -> None:  # noqa: ANN401 - a part, or what stands in one
    """All that parts work out once and keep, worked out now: several threads share a rulebook, and none may write."""
    if isinstance(part, Part):
        kept = (name for kind in type(part).__mro__ for name, each in vars(kind).items() if _is_kept(each))
        for name in dict.fromkeys(kept):
            getattr(part, name)
        part = [getattr(part, name) for name in type(part).model_fields]
    for each in part.values() if isinstance(part, dict) else part if isinstance(part, list | tuple) else ():
        _work_out(each)


def _is_kept(attribute: object) -> bool:
    return isinstance(attribute, cached_property)


def _each_once(faults: list[Fault]) -> list[Fault]:
    """A part that stands in several stages has its fault in each of them."""
    return list(dict.fromkeys(faults))


def _toml(text: str) -> dict[str, Any]:
    try:
        text.encode()
        return tomllib.loads(text.removeprefix("\ufeff"), parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise Malformed([_syntax_fault(str(error), text)]) from error
    except UnicodeEncodeError as error:  # halves of characters, which no file holds
        line = text.count("\n", 0, error.start) + 1
        told = Fault(f"line {line}", f"第 {line} 行有无法识别的字符。", f"Line {line} holds a character that is none.")
        raise Malformed([told]) from error
    except (ValueError, ArithmeticError, RecursionError) as error:  # a number or a nesting beyond all measure
        raise Malformed(
            [Fault("line 1", "数字过大或嵌套过深，无法读取。", "A number or a nesting is too large to read.")]
        ) from error


def _syntax_fault(said: str, text: str) -> Fault:
    found = _WHERE.search(said)
    line, column = (found[1], found[2]) if found and found[1] else (str(len(text.splitlines()) or 1), "")
    place = f"line {line}, column {column}" if column else f"line {line}"
    return Fault(
        place,
        f"第 {line} 行不是合格的 TOML：请检查引号、等号、括号和重复的键。",
        f"Line {line} is not valid TOML: {_WHERE.sub('', said)}.",
    )
