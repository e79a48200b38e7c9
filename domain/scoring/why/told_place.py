"""Tells why an entry stands where it stands, in the contest and in each stage, and where the line was."""

from __future__ import annotations

from collections.abc import Iterator

from domain.rulebook.printing.names import BETTER
from domain.scoring.ranking.places import Placed
from domain.scoring.statuses import WHOLE_ENTRY
from domain.scoring.why.entry import Why
from domain.scoring.why.line import Line
from domain.scoring.why.parted import Parted
from domain.scoring.why.place import Stood
from domain.scoring.why.teller import Teller
from domain.scoring.words.remarks import REMARKS
from domain.scoring.words.why import HOW, PARTED, SAID


def told_place(teller: Teller, told: Why) -> Iterator[str]:
    """The place with its neighbours, then each stage with the line drawn in it."""
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


def _standing(teller: Teller, stood: Stood) -> str:
    """The place, and the figure ranked by."""
    node = teller.speech.node(stood.node)
    better = teller.speech.say(BETTER[stood.better])
    by = teller.say("by", node=node, figure=teller.figure(stood.figure), better=better)
    if stood.place is None:
        why = REMARKS.get(stood.without) or SAID.get(stood.without)
        said = (teller.speech.say(why) if why else "…") + _where(teller, stood)
        return teller.say("no-place", why=said) + (by if stood.figure is not None else "")
    column = teller.speech.rulebook.ranking.per
    among = teller.say("among", column=column, category=stood.category) if column and stood.category else ""
    return teller.say("place", shown=stood.shown, of=stood.of, among=among) + by


def _neighbours(teller: Teller, stood: Stood) -> Iterator[str]:
    if stood.ahead is not None:
        yield "  " + teller.say("ahead", other=teller.name(stood.ahead.other), how=_parted(teller, stood.ahead))
    if stood.sharing:
        others = teller.speech.listed(map(teller.name, stood.sharing))
        yield "  " + teller.say("sharing", others=others)
    if stood.behind is not None:
        yield "  " + teller.say("behind", other=teller.name(stood.behind.other), how=_parted(teller, stood.behind))


def _where(teller: Teller, stood: Stood) -> str:
    """In which modules the status was stated that took the place, and where; of all of them only where."""
    here = [each for each in teller.speech.rulebook.modules if not stood.stage or each.stage == stood.stage]
    found: dict[str, list[str]] = {}
    for (status, module), where in teller.beside.stated.items():
        if status == stood.without and module in {WHOLE_ENTRY, *(each.id for each in here)}:
            found.setdefault(where, []).append(module)
    said = []
    for where, modules in found.items():
        titles = [teller.speech.title(each.title) for each in here if each.id in modules]
        several = 0 < len(titles) < len(here)
        said.append(teller.say("comma").join([*([teller.speech.listed(titles)] if several else []), where]))
    return teller.say("is") + teller.speech.joined(said) if said else ""


def _parted(teller: Teller, parted: Parted) -> str:
    speech, node = teller.speech, teller.speech.node(parted.node) if parted.node else ""
    if parted.by == "stage":
        node = next((speech.title(each.title) for each in speech.rulebook.stages if each.id == parted.stage), "–")
    if parted.by == "standing":
        return _out(teller, parted)
    how = speech.say(HOW[parted.how]) if parted.how in HOW else ""
    own, theirs = teller.figures(parted.own), teller.figures(parted.theirs)
    said = speech.say(PARTED[parted.by], link=parted.link, node=node, how=how, own=own, theirs=theirs)
    return said + (_at(teller, parted) if parted.at else "")


def _out(teller: Teller, parted: Parted) -> str:
    """Which of the two has no figure that is ranked, and why."""
    why = REMARKS.get(parted.without) or SAID.get(parted.without) or PARTED["standing"]
    stages = teller.speech.rulebook.stages
    stage = next((teller.speech.title(each.title) for each in stages if each.total == parted.node), "")
    where = teller.say("in-stage", stage=stage) if stage else ""
    return teller.say("out", who=teller.name(parted.out), why=teller.speech.say(why), where=where)


def _at(teller: Teller, parted: Parted) -> str:
    own, theirs = (
        teller.figure(row[parted.at - 1]) if parted.at <= len(row) else teller.say("nothing")
        for row in (parted.own, parted.theirs)
    )
    return teller.say("at", at=parted.at, own=own, theirs=theirs)


def _line(teller: Teller, line: Line) -> str:
    said = [teller.say("went-on" if line.through else "stayed")]
    said += [teller.say("decided")] if line.decided else []
    if line.full is not None:
        sharing = teller.speech.listed(map(teller.name, line.full.sharing))
        full = line.full
        said += [teller.say("full", by=full.by, unit=full.unit, most=full.most, sharing=sharing)]
    said += [_at_the_line(teller, "last-in", line.last)] if line.last else []
    said += [_at_the_line(teller, "first-out", line.first_out)] if line.first_out else []
    if line.let_in:
        let_in = teller.speech.listed(_let_in(teller, line.follows, each) for each in line.let_in)
        said += [teller.say("let-in", others=let_in)]
    return teller.speech.joined(said)


def _let_in(teller: Teller, stage: str, placed: Placed) -> str:
    """With the reason of the decision and where it stands."""
    where = teller.beside.let_in.get((stage, placed.key), "")
    place = teller.say("team-place", shown=placed.shown)
    return teller.name(placed.key) + teller.say("brackets", words=teller.speech.joined([place, where]))


def _at_the_line(teller: Teller, word: str, placed: Placed) -> str:
    return teller.say(word, other=teller.name(placed.key), place=placed.shown)
