"""What parted two entries in an order: the total, a link of the tie chain, a decision, or nothing at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Literal

from domain.entrants import is_official
from domain.rulebook.chain import modules_in, node_in, ties_in
from domain.rulebook.results import Tie
from domain.rulebook.rulebook import Rulebook
from domain.rulebook.stages import Stage
from domain.scoring.numbers import NoResult, Value
from domain.scoring.ranking.chain import rank_key
from domain.scoring.ranking.links import link
from domain.scoring.result import Known
from domain.scoring.scored import Scored

By = Literal["total", "tie", "decision", "standing", "stage", "shared"]


@dataclass(frozen=True, slots=True)
class Parted:
    """`other` and what parted it from the entry asked about.

    `by`: the `total`; link number `link` of the `tie` chain; a tie `decision`; `standing`: one of them, `out`, has no
    figure that is ranked, `without` says why (as in Stood); `stage`: one of them got further (`stage`: how far the
    other got); `shared`: nothing did. `node` is the figure compared, `how` the way, `own` and `theirs` its numbers:
    one, or those of a family, which a countback compares best first and parts at number `at`.
    """

    other: str
    by: By
    link: int = 0
    node: str = ""
    how: str = ""
    own: tuple[Value, ...] = ()
    theirs: tuple[Value, ...] = ()
    stage: str = ""
    at: int = 0
    out: str = ""
    without: str = ""


@dataclass(frozen=True, slots=True)
class Order:
    """The order entries stand in: of a stage, or without one of the whole contest; `known` has the tie decisions."""

    rulebook: Rulebook
    scored: Mapping[str, Scored]
    known: Known
    stage: Stage | None = None

    @property
    def node(self) -> str:
        """What is ranked."""
        return self.rulebook.total if self.stage is None else self.stage.total

    @property
    def chain(self) -> Sequence[Tie]:
        """The links compared between equal totals."""
        return self.rulebook.ranking.ties if self.stage is None else ties_in(self.rulebook, self.stage)

    def figure(self, entry: str) -> Value:
        """What the entry is ranked by."""
        each = self.scored[entry]
        return each.total if self.stage is None else each.running[self.stage.total]


def parted(order: Order, own: str, other: str) -> Parted:
    """The first comparison that tells the two apart, made by the ranking itself with a chain cut off behind it.

    Rule: docs/rules/tie-chain.md
    """
    if _key(order, own, 0)[:1] != _key(order, other, 0)[:1]:
        out = own if _key(order, own, 0)[:1] > _key(order, other, 0)[:1] else other
        return Parted(other, "standing", node=order.node, out=out, without=without(order, out))
    figures = (order.figure(own),), (order.figure(other),)
    if _key(order, own, 0) != _key(order, other, 0):
        return Parted(other, "total", 0, order.node, "value", *figures)
    for number, tie in enumerate(order.chain, 1):
        if _key(order, own, number) != _key(order, other, number):
            node = _compared(order, tie, own, other)
            how = "value" if tie.how == "module_by_module" else tie.how
            both = _numbers(order, own, node), _numbers(order, other, node)
            if how == "countback":
                return _counted_back(Parted(other, "tie", number, node, how, *both), tie)
            return Parted(other, "tie", number, node, how, *both)
    turns = order.known.turns("" if order.stage is None else order.stage.id)
    by: By = "shared" if turns.get(own) == turns.get(other) else "decision"
    return Parted(other, by, 0, order.node, "value", *figures)


def without(order: Order, entry: str) -> str:
    """Why there is no place: `unofficial`, a status word, `no-result`, `not-complete`, or empty."""
    each = order.scored[entry]
    here = each.in_stage.get("" if order.stage is None else order.stage.id)
    if here is not None and here.standing != "ranked" and here.status:
        return here.status
    if each.status and each.standing != "ranked":
        return each.status
    figure = order.figure(entry)
    if figure is None:
        return "not-complete"
    if isinstance(figure, NoResult):
        return "no-result"
    return "" if is_official(order.known.attributes.get(entry, {})) else "unofficial"


def _counted_back(parted: Parted, tie: Tie) -> Parted:
    """The numbers in the order in which they are compared, and the first that differs."""
    own, theirs = (
        tuple(sorted((each for each in row if each is not None), key=lambda each: link(each, tie.better)))
        for row in (parted.own, parted.theirs)
    )
    pairs = enumerate(zip_longest(own, theirs), 1)
    return replace(parted, own=own, theirs=theirs, at=next((at for at, (one, other) in pairs if one != other), 0))


def _key(order: Order, entry: str, links: int) -> tuple[object, ...]:
    """The rank key with so many links of the chain, and no decision."""
    rulebook, stage, chain = order.rulebook, order.stage, tuple(order.chain[:links])
    if stage is None:
        ranking = rulebook.ranking.model_copy(update={"ties": chain})
        rulebook = rulebook.model_copy(update={"ranking": ranking})
    else:
        stage = stage.model_copy(update={"ties": chain})
    return rank_key(rulebook, order.scored[entry], None, stage)


def _compared(order: Order, tie: Tie, own: str, other: str) -> str:
    """The node a link compares; module by module the first score in which the two differ."""
    if tie.node is not None and tie.how != "module_by_module":
        return tie.node if order.stage is None else node_in(order.rulebook, order.stage, tie.node)
    modules = order.rulebook.modules if order.stage is None else modules_in(order.rulebook, order.stage)
    ours, theirs = order.scored[own].running, order.scored[other].running
    return next((each.node for each in modules if ours.get(each.node) != theirs.get(each.node)), "")


def _numbers(order: Order, entry: str, node: str) -> tuple[Value, ...]:
    each = order.scored[entry]
    return tuple(each.families[node]) if node in each.families else (each.running.get(node),)
