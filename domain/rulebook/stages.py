"""Stages (初赛、复赛、决赛): rounds of one contest, each ranked by a node of its own, with who goes on to the next."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from domain.rulebook.parts import Better, Count, Id, Part, Words


class Advance(Part):
    """The best `first` of a stage go on; `ties` says whether all who tie on the last of these places do, or none."""

    first: Annotated[Count, Field(ge=1)]
    ties: Literal["all", "none"] = "all"


class Stage(Part):
    """One round. `total` names the node it is ranked by; what earlier rounds carry over to it is that node's matter."""

    id: Id
    title: Words
    total: Id
    advance: Advance | None = None
    better: Better | None = None
