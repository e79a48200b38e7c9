"""Which columns of the list of entries a rulebook asks for, beside those every list may have, and what they may say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from domain.entrants import truth
from domain.rulebook.results.conditions import Condition, asks_yes_or_no
from domain.rulebook.results.grades import GRADE_WORDS, holds_none, rank_of
from domain.rulebook.rulebook import Rulebook

OFFICIAL = "official"
_NAMING = ("per", "by", "column")  # keys of a rulebook's parts that name a column, or several
_KNOWN = frozenset(("entry", "group", "delegation", "category"))
_ENTRY = "entry."  # before a column in a formula
_MAY_BE_MISSING = frozenset((OFFICIAL, "edition"))  # what it says then stands elsewhere


@dataclass(frozen=True, slots=True)
class Cell:
    """What a column's cells may say: `reads` tells, `expected` says it in Chinese and English."""

    reads: Callable[[str], bool]
    expected: tuple[str, str]


_YES_OR_NO = Cell(lambda cell: not cell.strip() or truth(cell) is not None, ("是或否", "yes or no"))
_GRADE = Cell(lambda cell: holds_none(cell) or rank_of(cell) is not None, GRADE_WORDS)


def asked_columns(rulebook: Rulebook) -> tuple[str, ...]:
    """In order of their names, `official` last: without it everybody has a place."""
    return (*sorted(_all(rulebook) - _KNOWN - {OFFICIAL}), OFFICIAL)


def needed_columns(rulebook: Rulebook) -> frozenset[str]:
    """Those a list of entries has to have: without them nobody would have what goes by them."""
    return frozenset(_all(rulebook) - _MAY_BE_MISSING)


def asked_cells(rulebook: Rulebook) -> dict[str, Cell]:
    """The columns in which not any text may stand: yes and no, and skill grades."""
    found = dict.fromkeys((*_yes_or_no(rulebook), OFFICIAL), _YES_OR_NO)
    if any(honour.holds or honour.if_holds or rank_of(honour.gives or "") is not None for honour in rulebook.honours):
        found["grade"] = _GRADE
    return found


def _all(rulebook: Rulebook) -> set[str]:
    found = {*columns_of_formulas(rulebook), *_in_honours(rulebook)}
    return found | set(_named(rulebook.model_dump(exclude={"panels", "modules"}, warnings=False)))


def columns_of_formulas(rulebook: Rulebook) -> Iterator[str]:
    """Those that hold numbers, as a formula names them."""
    for node in rulebook.nodes.values():
        names = getattr(getattr(node, "tree", None), "names", ())
        yield from (name.removeprefix(_ENTRY) for name in names if name.startswith(_ENTRY))


def _in_honours(rulebook: Rulebook) -> Iterator[str]:
    for honour in rulebook.honours:
        said = {"worker": honour.worker is not None, "grade": honour.holds or honour.if_holds}
        said |= {"titles": honour.not_held, "edition": honour.edition}
        yield from (column for column, asks in said.items() if asks)


def _yes_or_no(rulebook: Rulebook) -> Iterator[str]:
    if any(honour.worker is not None for honour in rulebook.honours):
        yield "worker"
    yield from (each.column for each in _conditions(rulebook) if each.column is not None and asks_yes_or_no(each))


def _conditions(rulebook: Rulebook) -> Iterator[Condition]:
    for given in rulebook.awards:
        yield from (*given.when, *given.minimum)
        for prize in given.prizes:
            yield from prize.minimum
    for honour in rulebook.honours:
        yield from honour.when


def _named(part: Any) -> Iterator[str]:  # noqa: ANN401 - plain values, as deep as the rulebook
    if isinstance(part, Mapping):
        for key in _NAMING:
            named = part.get(key)
            yield from [named] if isinstance(named, str) and named else named if isinstance(named, tuple) else ()
        part = part.values()
    if not isinstance(part, str | bytes) and hasattr(part, "__iter__"):
        for each in part:
            yield from _named(each)
