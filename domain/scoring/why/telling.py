"""Tells why an entry has its place, prizes and honours, in Chinese or English, a line for each fact."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from domain.rulebook.printing.names import BETTER
from domain.rulebook.printing.outline import outlined
from domain.rulebook.printing.speech import Language, Speech
from domain.rulebook.results import AnyAwards
from domain.rulebook.rulebook import Rulebook
from domain.scoring.numbers import NoResult, Value, text
from domain.scoring.ranking.places import Placed
from domain.scoring.why.entry import Member, Why
from domain.scoring.why.parted import Parted
from domain.scoring.why.place import Line, Stood
from domain.scoring.why.prizes import Prized, Refusal
from domain.scoring.words.labels import Labelled
from domain.scoring.words.reasons import Reason
from domain.scoring.words.remarks import REMARKS, TOKENS
from domain.scoring.words.why import HOW, PARTED, SAID

Names = Callable[[str], str]
PARTS = ("place", "awards", "honours")


@dataclass(frozen=True, slots=True)
class _Teller:
    speech: Speech
    name: Names

    def say(self, word: str, **gaps: object) -> str:
        return self.speech.say(SAID[word], **gaps)


def tell_why(told: Why, rulebook: Rulebook, language: Language, name: Names = str, parts: Sequence[str] = PARTS) -> str:
    """The parts asked for, of `place`, `awards` (the teams with them) and `honours`; `name`: what a key is called."""
    return "\n".join(line for _, lines in told_why(told, rulebook, language, name, parts) for line in lines)


def told_why(
    told: Why, rulebook: Rulebook, language: Language, name: Names = str, parts: Sequence[str] = PARTS
) -> Iterator[tuple[str, list[str]]]:
    """Part by part its lines; a part of which the rulebook says nothing is left out."""
    teller = _Teller(Labelled(rulebook, language), name)
    of: Mapping[str, Callable[[_Teller, Why], Iterator[str]]] = {
        "place": _place,
        "awards": _awards,
        "honours": _honours,
    }
    for part in parts:
        lines = [*of[part](teller, told)]
        if lines:
            yield part, lines


def _place(teller: _Teller, told: Why) -> Iterator[str]:
    place = told.place
    yield f"{teller.name(told.entry)}{teller.say('is')}{_standing(teller, place)}"
    yield from _neighbours(teller, place)
    for stage in told.stages:
        title = next(each.title for each in teller.speech.rulebook.stages if each.id == stage.stage)
        yield f"{teller.speech.title(title)}{teller.say('is')}{_standing(teller, stage)}"
        if stage.line is not None:
            yield f"  {_line(teller, stage.line)}"
        if (stage.ahead, stage.behind) != (place.ahead, place.behind):
            yield from _neighbours(teller, stage)


def _standing(teller: _Teller, stood: Stood) -> str:
    """The place, and the figure ranked by."""
    node = teller.speech.node(stood.node)
    better = teller.speech.say(BETTER[stood.better])
    by = teller.say("by", node=node, figure=_figure(teller, stood.figure), better=better)
    if stood.place is None:
        why = REMARKS.get(stood.without) or SAID.get(stood.without)
        return teller.say("no-place", why=teller.speech.say(why) if why else "…") + (
            by if stood.figure is not None else ""
        )
    column = teller.speech.rulebook.ranking.per
    among = teller.say("among", column=column, category=stood.category) if column and stood.category else ""
    return teller.say("place", shown=stood.shown, of=stood.of, among=among) + by


def _neighbours(teller: _Teller, stood: Stood) -> Iterator[str]:
    if stood.ahead is not None:
        yield "  " + teller.say("ahead", other=teller.name(stood.ahead.other), how=_parted(teller, stood.ahead))
    if stood.sharing:
        others = teller.speech.listed(map(teller.name, stood.sharing))
        yield "  " + teller.say("sharing", others=others)
    if stood.behind is not None:
        yield "  " + teller.say("behind", other=teller.name(stood.behind.other), how=_parted(teller, stood.behind))


def _parted(teller: _Teller, parted: Parted) -> str:
    speech = teller.speech
    node = speech.node(parted.node) if parted.node else ""
    if parted.by == "stage":
        node = next((speech.title(each.title) for each in speech.rulebook.stages if each.id == parted.stage), "–")
    own, theirs = (_figures(teller, each, parted.how) for each in (parted.own, parted.theirs))
    how = teller.speech.say(HOW[parted.how]) if parted.how in HOW else ""
    return teller.speech.say(PARTED[parted.by], link=parted.link, node=node, how=how, own=own, theirs=theirs)


def _line(teller: _Teller, line: Line) -> str:
    said = [teller.say("went-on" if line.through else "stayed")]
    said += [teller.say("decided")] if line.decided else []
    said += [_at_the_line(teller, "last-in", line.last)] if line.last else []
    said += [_at_the_line(teller, "first-out", line.first_out)] if line.first_out else []
    return teller.speech.joined(said)


def _at_the_line(teller: _Teller, word: str, placed: Placed) -> str:
    return teller.say(word, other=teller.name(placed.key), place=placed.shown)


def _awards(teller: _Teller, told: Why) -> Iterator[str]:
    lists = {each.id: each for each in teller.speech.rulebook.awards}
    for prize in told.prizes:
        yield _list(teller, prize, lists[prize.list])
    yield from _teams(teller, told.teams)


def _list(teller: _Teller, told: Prized, stated: AnyAwards) -> str:
    several = len(teller.speech.rulebook.awards) > 1
    title = teller.speech.title(stated.title) if several else teller.say("prize")
    given = _prize(teller, (stated,), told.given) if told.given else teller.say("none")
    said = [f"{title}{teller.say('is')}{given}"]
    if told.better:
        said.append(teller.say("not", prize=_prize(teller, (stated,), told.better), why=_not(teller, told)))
    return teller.speech.joined(said)


def _not(teller: _Teller, told: Prized) -> str:
    """What kept it from the better prize: what stands against it, else that others stand before."""
    why = [_refusal(teller, each) for each in told.refusals]
    if told.last is not None and not why:
        last, figure = told.last, _figure(teller, told.last.figure)
        why.append(
            teller.say("held", n=told.held, other=teller.name(last.entry), place=last.place or "–", figure=figure)
        )
    return teller.speech.listed(why or [teller.say("nobody")])


def _teams(teller: _Teller, teams: Sequence[Member]) -> Iterator[str]:
    rules = {each.id: each for each in teller.speech.rulebook.teams}
    for told in teams:
        counts = teller.say("counts" if told.counts else "does-not-count")
        figure = _reason(teller, told.why) if told.why else _figure(teller, told.total)
        place = teller.say("team-place", shown=told.shown) if told.shown else teller.say("none-placed")
        rule = rules[told.rule]
        facts = [place, figure, *(_prize(teller, rule.awards, prize) for prize in told.prizes)]
        result = teller.say("comma").join(facts)
        yield teller.say("team", rule=teller.speech.title(rule.title), team=told.team, result=result, counts=counts)


def _prize(teller: _Teller, lists: Sequence[AnyAwards], prize: str) -> str:
    return next(teller.speech.title(each.title) for list_ in lists for each in list_.prizes if each.id == prize)


def _honours(teller: _Teller, told: Why) -> Iterator[str]:
    stated = {each.id: each for each in teller.speech.rulebook.honours}
    for each in told.honours:
        honour = stated[each.honour]
        against = teller.speech.listed(_refusal(teller, one) for one in each.refusals)
        asked = outlined(honour, teller.speech, {"id", "title", "rule", "gives"})
        succeeds = teller.say("succeeds") if each.succeeds else ""
        said = teller.say(
            each.state, gives=each.gives and f" {each.gives}", why=against, asked=asked, succeeds=succeeds
        )
        rule = teller.say("by-rule", rule=each.rule) if each.rule else ""
        yield teller.speech.joined([f"{teller.speech.title(honour.title)}{teller.say('is')}{said}", rule])


def _refusal(teller: _Teller, told: Refusal) -> str:
    """The reason, in figures and words of what was found."""
    gaps = dict(told.reason.gaps)
    if told.node is not None:
        node = teller.speech.node(told.node or teller.speech.rulebook.total)
        return teller.say("below", node=node, found=_figure(teller, told.figure), bar=gaps["bar"])
    if told.column is not None:
        found = told.column or teller.say("nothing")
        return teller.say("column", column=gaps["column"], found=found, expected=gaps["expected"])
    return _reason(teller, told.reason)


def _reason(teller: _Teller, told: Reason) -> str:
    """With the node's title in the place of its name."""
    gaps = ((gap, teller.speech.node(said) if gap == "node" else said) for gap, said in told.gaps)
    return replace(told, gaps=tuple(gaps)).told(teller.speech.language)


def _figures(teller: _Teller, numbers: Sequence[Value], how: str) -> str:
    found = [_figure(teller, each) for each in numbers]
    return found[0] if how == "value" and len(found) == 1 else ", ".join(found)


def _figure(teller: _Teller, value: Value) -> str:
    if value is None:
        return "…"
    if isinstance(value, NoResult):
        return teller.speech.say(TOKENS.get(text(value), (text(value), text(value))))
    return teller.speech.number(value)
