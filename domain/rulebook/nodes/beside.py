"""Nodes that turn numbers into others: tables, differences, ratios, overtime, vetoes and formulas."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from domain.rulebook.formula.faults import FormulaFault
from domain.rulebook.formula.parser import parse
from domain.rulebook.formula.syntax import Formula
from domain.rulebook.nodes.inputs import Beside, Names, NodePart
from domain.rulebook.parts import Flag, Id, Number, Part


class Line(Part):
    """From this value on, so many points."""

    source: Annotated[Number, Field(alias="from")]
    points: Number


class TableNode(Beside):
    """The points of the last line whose `from` is reached; `below` the first so many. `exact`: of the very line."""

    op: Literal["table"]
    table: Annotated[tuple[Line, ...], Field(min_length=1)]
    below: Number | None = None
    exact: Flag = False


class DifferenceNode(Beside):
    """The first less the second."""

    op: Literal["difference"]


class RatioNode(Beside):
    """The first divided by the second, times `times`."""

    op: Literal["ratio"]
    times: Annotated[Number, Field(gt=0)] = Decimal(1)


class OvertimeNode(Beside):
    """Points lost for a time in seconds over `limit`: `lose` for `each` so many seconds, `most` at most."""

    op: Literal["overtime"]
    limit: Annotated[Number, Field(ge=0)]
    each: Annotated[Number, Field(gt=0)] = Decimal(60)
    lose: Annotated[Number, Field(ge=0)]
    most: Annotated[Number, Field(ge=0)] | None = None
    counted: Literal["started", "whole", "exact"] = "started"


class VetoNode(Beside):
    """The node's number, but `gives` as soon as one of `when` is above zero."""

    op: Literal["veto"]
    when: Annotated[Names, Field(min_length=1)]
    gives: Number | Literal["no_result"] = Decimal(0)

    @property
    def children(self) -> tuple[str, ...]:
        return (*self.of, *self.when)


class FormulaNode(NodePart):
    """What the formula makes of the nodes it names; `names`: word of the formula -> node, filled in when read.

    Members of a family that are missing keep the value open (`wait`), unless the formula goes on without them.
    """

    op: Literal["formula"]
    formula: str
    names: dict[str, Id] = Field(default_factory=dict)
    missing: Literal["wait", "ignore"] = "wait"

    @field_validator("formula")
    @classmethod
    def _can_be_read(cls, text: str) -> str:
        try:
            parse(text)
        except FormulaFault as found:
            raise PydanticCustomError("formula_fault", "formula", {"reason": found.reason, **found.gaps}) from found
        return text

    @cached_property
    def tree(self) -> Formula:
        return parse(self.formula)

    @property
    def children(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.names.values()))


Converting = TableNode | DifferenceNode | RatioNode | OvertimeNode | VetoNode | FormulaNode
