"""Which columns of the list of entries a rulebook asks for, beside those every list may have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from domain.rulebook.rulebook import Rulebook

OFFICIAL = "official"
_NAMING = ("per", "by", "column")  # keys of a rulebook's parts that name a column
_KNOWN = frozenset(("entry", "group", "delegation", "category"))
_ENTRY = "entry."  # before a column in a formula


def asked_columns(rulebook: Rulebook) -> tuple[str, ...]:
    """In order of their names, `official` last: without it everybody has a place."""
    found = {*_in_formulas(rulebook), *_in_honours(rulebook)}
    found |= set(_named(rulebook.model_dump(exclude={"panels", "modules", "stages"}, warnings=False)))
    return (*sorted(found - _KNOWN - {OFFICIAL}), OFFICIAL)


def _in_formulas(rulebook: Rulebook) -> Iterator[str]:
    for node in rulebook.nodes.values():
        names = getattr(getattr(node, "tree", None), "names", ())
        yield from (name.removeprefix(_ENTRY) for name in names if name.startswith(_ENTRY))


def _in_honours(rulebook: Rulebook) -> Iterator[str]:
    for honour in rulebook.honours:
        said = {"worker": honour.worker is not None, "grade": honour.holds or honour.if_holds}
        said |= {"titles": honour.not_held, "edition": honour.edition}
        yield from (column for column, asks in said.items() if asks)


def _named(part: Any) -> Iterator[str]:  # noqa: ANN401 - plain values, as deep as the rulebook
    if isinstance(part, Mapping):
        yield from (part[key] for key in _NAMING if isinstance(part.get(key), str) and part[key])
        part = part.values()
    if not isinstance(part, str | bytes) and hasattr(part, "__iter__"):
        for each in part:
            yield from _named(each)
