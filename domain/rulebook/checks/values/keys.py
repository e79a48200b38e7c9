"""Which keys may stand at a place, read off the rulebook's own parts: what an unknown key may have been meant for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from domain.rulebook.rulebook import Rulebook

# filled in when the rulebook is read, and no one's to write
_MADE = {"names", "stage"}


def keys_at(loc: Sequence[int | str]) -> list[str]:
    """The keys of the table that pydantic's path leads to."""
    found: list[Any] = [Rulebook]
    for step in loc:
        found = [inner for each in _told_apart(found, step) for inner in _within(each, step)]
    return [key for each in found for key in _keys(each) if key not in _MADE]


def _told_apart(found: list[Any], step: int | str) -> list[Any]:
    """Of several kinds of table the one that the step names, so that the step itself leads no further."""
    named = [each for each in found if len(found) > 1 and _is_kind(each, step)]
    return [_Named(each) for each in named] or found


class _Named:
    """A kind of table that its own name has led to."""

    def __init__(self, part: Any) -> None:  # noqa: ANN401 - a class or a type's alias
        self.part = part


def _within(found: Any, step: int | str) -> list[Any]:  # noqa: ANN401 - a class or a type's alias
    if isinstance(found, _Named):
        return [found.part]
    if isinstance(found, type) and issubclass(found, BaseModel):
        return [
            inner
            for name, field in found.model_fields.items()
            if (field.alias or name) == step
            for inner in _plain(field.annotation)
        ]
    inside = get_args(found)
    return list(_plain(inside[-1 if get_origin(found) is dict else 0])) if inside else []


def _plain(annotation: Any) -> Iterator[Any]:  # noqa: ANN401 - a class or a type's alias
    """What an annotation allows, one by one."""
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _plain(get_args(annotation)[0])
    elif origin in (Union, UnionType):
        for each in get_args(annotation):
            yield from _plain(each)
    else:
        yield annotation


def _is_kind(found: Any, step: int | str) -> bool:  # noqa: ANN401 - a class or a type's alias
    if not (isinstance(found, type) and issubclass(found, BaseModel)):
        return False
    annotations = (field.annotation for field in found.model_fields.values())
    return any(get_origin(each) is Literal and get_args(each) == (step,) for each in annotations)


def _keys(found: Any) -> list[str]:  # noqa: ANN401 - a class or a type's alias
    if not (isinstance(found, type) and issubclass(found, BaseModel)):
        return []
    return [field.alias or name for name, field in found.model_fields.items()]
