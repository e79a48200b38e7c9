"""What a prize or an honour may ask of an entry besides its place: a figure it must reach, or what a column says."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from domain.rulebook.parts import Id, Number, Part, Text, Words


def _as_list(found: object) -> object:
    return [found] if isinstance(found, str) else found


Texts = Annotated[tuple[Text, ...], BeforeValidator(_as_list)]
SomeTexts = Annotated[tuple[Text, ...], BeforeValidator(_as_list), Field(min_length=1)]
Nodes = Annotated[tuple[Id, ...], BeforeValidator(_as_list)]


class Titled(Part):
    """Something with an id that is called by its id where no title is written."""

    id: Id
    title: Words

    @model_validator(mode="before")
    @classmethod
    def _called_by_its_id(cls, found: Any) -> Any:  # noqa: ANN401 - anything may have been written
        if isinstance(found, dict) and "title" not in found:
            called = found.get("id", cls.model_fields["id"].get_default())
            if isinstance(called, str) and called:
                return found | {"title": {"zh": called, "en": called}}
        return found


class Condition(Part):
    """Either a node's figure, `at_least` or `at_most` so much, or a column of the entry in which one of `is` stands."""

    node: Id = ""
    at_least: Number | None = None
    at_most: Number | None = None
    column: Text | None = None
    is_: Texts = Field(default=(), alias="is")


_YES_OR_NO = frozenset(("yes", "no", "true", "false", "是", "否"))


def asks_yes_or_no(condition: Condition) -> bool:
    """Whether what must stand in the column is a plain yes or no."""
    return bool(condition.is_) and all(word.strip().casefold() in _YES_OR_NO for word in condition.is_)


class Limit(Part):
    """At most `count` prizes for entries that have the same in column `by`, or in all of several columns.

    `next`: a prize beyond that passes on to the next entry; `vacant`: it is given to nobody.
    """

    by: SomeTexts
    count: Annotated[int, Field(strict=True, ge=1)]
    then: Literal["next", "vacant"] = "next"
