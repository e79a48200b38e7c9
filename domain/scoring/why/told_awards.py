"""Tells which prizes an entry has and what kept it from better ones, and how it counts in its team."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from domain.rulebook.results import AnyAwards
from domain.rulebook.shape.under import nodes_under
from domain.rulebook.stages import Stage
from domain.scoring.numbers import NoResult
from domain.scoring.why.entry import Member, Why
from domain.scoring.why.prizes import Prized, Refusal
from domain.scoring.why.reach import Reach
from domain.scoring.why.teller import Teller
from domain.scoring.words.reasons import Reason


def told_awards(teller: Teller, told: Why) -> Iterator[str]:
    """A line for each list of prizes, then for each team."""
    been = {stage.stage for stage in told.stages}
    lists = {each.id: each for each in teller.speech.rulebook.awards}
    for prize in told.prizes:
        yield _list(teller, prize, lists[prize.list], been)
    yield from _teams(teller, told.teams)


def _list(teller: Teller, told: Prized, stated: AnyAwards, been: Collection[str]) -> str:
    several = len(teller.speech.rulebook.awards) > 1
    title = teller.speech.title(stated.title) if several else teller.say("prize")
    given = _prize(teller, (stated,), told.given) if told.given else teller.say("none")
    said = [f"{title}{teller.say('is')}{given}"]
    if told.better:
        said.append(teller.say("not", prize=_prize(teller, (stated,), told.better), why=_not(teller, told, been)))
    return teller.speech.joined(said)


def _not(teller: Teller, told: Prized, been: Collection[str]) -> str:
    """What kept it from the better prize: what stands against it, else that others stand before."""
    if (stage := _never_in(teller, told, been)) is not None:
        return teller.say("not-in", stage=teller.speech.title(stage.title))
    why = [refused(teller, each) for each in told.refusals]
    if told.last is not None and not why:
        last, figure = told.last, teller.figure(told.last.figure)
        why.append(
            teller.say("held", n=told.held, other=teller.name(last.entry), place=last.place or "–", figure=figure)
        )
    said = teller.speech.listed(why or [teller.say("nobody")])
    near = all(each.reason.word.startswith("tie") for each in told.refusals)
    return teller.say("comma").join([said, _reach(teller, told.reach)]) if told.reach is not None and near else said


def _never_in(teller: Teller, told: Prized, been: Collection[str]) -> Stage | None:
    """The stage whose figure is asked for and that the entry was never in."""
    asked = [dict(each.reason.gaps)["node"] for each in told.refusals if each.reason.word == "no-figure"]
    stages = teller.speech.rulebook.stages
    later = [each for each in stages if each.id not in been]
    known = [
        node for each in stages if each.id in been for node in nodes_under(each.total, teller.speech.rulebook.nodes)
    ]
    new = [node for node in asked if node not in known]
    return next((each for each in later if any(_is_of(teller, each, node) for node in new)), None)


def _is_of(teller: Teller, stage: Stage, node: str) -> bool:
    """Whether a node is one of those that stand once for each stage, or one the stage's total is made of."""
    return node.startswith(f"{stage.id}.") or node in nodes_under(stage.total, teller.speech.rulebook.nodes)


def _reach(teller: Teller, told: Reach) -> str:
    """How many the part of the field is, and what a tie across its end did."""
    part, exactly = Fraction(told.part), teller.speech.number(told.exactly)
    said = teller.say("reach", part=part, of=told.of, exactly=exactly, end=told.end)
    if told.crossing:
        said += teller.say("comma") + teller.say(f"crossing-{told.crossing}", first=told.first, last=told.last)
    return said


def _teams(teller: Teller, teams: Sequence[Member]) -> Iterator[str]:
    rules = {each.id: each for each in teller.speech.rulebook.teams}
    for told in teams:
        counts = teller.say("counts" if told.counts else "does-not-count")
        figure = reasoned(teller, told.why) if told.why else teller.figure(told.total)
        place = teller.say("team-place", shown=told.shown) if told.shown else teller.say("none-placed")
        rule = rules[told.rule]
        facts = [place, figure, *(_prize(teller, rule.awards, prize) for prize in told.prizes)]
        result = teller.say("comma").join(facts)
        if told.counts and len(rule.of) > 1:
            counts = teller.say("counts-in", nodes=teller.speech.listed(map(teller.speech.node, told.nodes)))
        yield teller.say("team", rule=teller.speech.title(rule.title), team=told.team, result=result, counts=counts)


def _prize(teller: Teller, lists: Sequence[AnyAwards], prize: str) -> str:
    return next(teller.speech.title(each.title) for list_ in lists for each in list_.prizes if each.id == prize)


def refused(teller: Teller, told: Refusal) -> str:
    """The reason, in figures and words of what was found."""
    gaps = dict(told.reason.gaps)
    if told.node is not None:
        node = teller.speech.node(told.node or teller.speech.rulebook.total)
        if told.figure is None or isinstance(told.figure, NoResult):
            return teller.say("below-none", node=node, bar=gaps["bar"])
        return teller.say("below", node=node, found=teller.figure(told.figure), bar=gaps["bar"])
    if told.column is not None:
        found = told.column or teller.say("nothing")
        return teller.say("column", column=gaps["column"], found=found, expected=gaps["expected"])
    return reasoned(teller, told.reason)


def reasoned(teller: Teller, told: Reason) -> str:
    """With the node's title in the place of its name."""
    gaps = ((gap, teller.speech.node(said) if gap == "node" else said) for gap, said in told.gaps)
    return replace(told, gaps=tuple(gaps)).told(teller.speech.language)
