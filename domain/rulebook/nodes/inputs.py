"""What all nodes of the marking tree have in common.

A node's value is one number, or a family of numbers along axes: marks of a panel lie along `attempts`, `aspects` and
`judges` (an axis with a single member is not there). `over` says which of them an operation takes in, and what remains
are the family's axes. So `trimmed_mean over judges` gives a number for each aspect, and `sum` of that one number.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator

from domain.rulebook.parts import Flag, Id, Number, Part, Rounding, Text, Words

Axis = Literal["attempts", "aspects", "judges"]
AXES: tuple[Axis, ...] = ("attempts", "aspects", "judges")


def _listed(found: Any) -> Any:  # noqa: ANN401 - anything may have been written
    return (found,) if isinstance(found, str) else found


Axes = Annotated[tuple[Axis, ...], BeforeValidator(_listed)]
Names = Annotated[tuple[Id, ...], BeforeValidator(_listed)]
Columns = Annotated[tuple[Text, ...], BeforeValidator(_listed)]


class NodePart(Part):
    """`at_least` and `at_most` are floor and cap, and come before the rounding. `show`: it has a column in results."""

    title: Words
    show: Flag = True
    round: Rounding | None = None
    at_least: Number | None = None
    at_most: Number | None = None

    @property
    def children(self) -> tuple[str, ...]:
        """The nodes it is made of, in the order the rulebook names them."""
        return ()


class Taking(NodePart):
    """Takes in a panel's marks, or one node's numbers along `over`, or the numbers of several nodes member by member.

    `aspect` or `aspects` pick some of a panel's. `missing` says what an input without a mark does: nothing has a value
    before it is there (`wait`), it counts `zero`, it is left out (`ignore`), or it is an attempt without a result
    (`no_result`, once anything is there). `failed` says the same of an attempt without a result (DNF and the like):
    then the node has none (`stop`), it is the `worst` of all, left out, or zero.
    """

    panel: Id | None = None
    aspect: Id | None = None
    aspects: tuple[Id, ...] = ()
    of: Names = ()
    over: Axes = ()
    missing: Literal["wait", "zero", "ignore", "no_result"] = "wait"
    failed: Literal["stop", "worst", "ignore", "zero"] = "stop"

    @property
    def children(self) -> tuple[str, ...]:
        return self.of

    @property
    def picked(self) -> tuple[str, ...]:
        """The aspects it asks for; none: all."""
        return (self.aspect,) if self.aspect is not None else self.aspects


class Beside(NodePart):
    """Takes the numbers of fixed nodes, member by member; a single number goes with every member of a family."""

    of: Names = ()

    @property
    def children(self) -> tuple[str, ...]:
        return self.of


class AcrossField(NodePart):
    """Sets an entry's number against those of all others, member by member (within each judge, each attempt).

    `among`: only entries that have a number, or all of them, counting zero where there is none. `unofficial`: whether
    entries without a place move the values of others. `by` names a column of the list of entries, or several: then
    each of their groups is a field of its own.
    """

    of: Names
    among: Literal["marked", "all_as_zero"] = "marked"
    unofficial: Literal["out", "in"] = "out"
    by: Columns = ()

    @property
    def children(self) -> tuple[str, ...]:
        return self.of
