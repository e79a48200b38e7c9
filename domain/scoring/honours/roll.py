"""The honour roll: who is recommended for what and by which rule, and who was passed over and why."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from domain.entrants import Attributes
from domain.rulebook.results.honours import Honour
from domain.rulebook.rulebook import Rulebook
from domain.scoring.awards.candidates import Candidate, by_column, candidates, size
from domain.scoring.awards.order import by_place
from domain.scoring.awards.outcome import Outcome
from domain.scoring.honours.eligibility import given, objections
from domain.scoring.ranking.places import Placed
from domain.scoring.scored import Scored
from domain.scoring.words.reasons import Reason, reason


@dataclass(frozen=True, slots=True)
class Recommended:
    """`gives` is the grade or title given, empty where the honour's own name says all; `rule` as the rulebook words it.

    `succeeds`: it came down from a better place whose holder may not have it.
    """

    honour: str
    gives: str
    rule: str
    succeeds: bool = False


@dataclass(frozen=True, slots=True)
class PassedOver:
    """An honour that the place or prize would bring, and everything that stands against it."""

    honour: str
    reasons: tuple[Reason, ...]


@dataclass(slots=True)
class HonourRoll:
    """By entry; `closed` are honours that a field of this size does not bring (`honour` or `honour/category`)."""

    given: dict[str, list[Recommended]] = field(default_factory=dict)
    passed: dict[str, list[PassedOver]] = field(default_factory=dict)
    closed: dict[str, Reason] = field(default_factory=dict)


def honours(
    rulebook: Rulebook,
    placed: Sequence[Placed],
    scored: Mapping[str, Scored],
    attributes: Attributes,
    prizes: Sequence[Outcome] = (),
) -> HonourRoll:
    """All honours in the rulebook's order. `prizes` are the entries' award lists.

    Rule: docs/rules/honours.md
    """
    roll, entries = HonourRoll(), candidates(rulebook, placed, scored, attributes)
    won = {each.key: {out.given[each.key] for out in prizes if each.key in out.given} for each in entries}
    for honour in rulebook.honours:
        for category, pool in by_column(entries, honour.per or rulebook.ranking.per).items():
            why = _closed(honour, pool)
            if why is not None:
                roll.closed[f"{honour.id}/{category}" if category else honour.id] = why
            else:
                _recommend(roll, honour, pool, won, rulebook.edition)
    return roll


def _closed(honour: Honour, pool: Sequence[Candidate]) -> Reason | None:
    found = size(pool, honour.base)
    fits = honour.field_from <= found and (honour.field_to is None or found <= honour.field_to)
    return None if fits else reason("field-size", found=found)


def _recommend(
    roll: HonourRoll, honour: Honour, pool: Sequence[Candidate], won: Mapping[str, Collection[str]], edition: str
) -> None:
    found, own, behind = size(pool, honour.base), 0, 0  # how many stand before, of all and of those who may have it
    for group in by_place(pool):
        against = {each.key: objections(honour, each, edition, _beside(roll, each)) for each in group}
        able = [each for each in group if not against[each.key]]
        for each in group:
            by_own = in_range(honour, own + 1, found, won[each.key])
            succeeds = honour.succession and in_range(honour, behind + 1, found, won[each.key])
            if each in able and (succeeds if honour.succession else by_own):
                recommended = Recommended(honour.id, given(honour, each), honour.rule or "", succeeds and not by_own)
                roll.given.setdefault(each.key, []).append(recommended)
            elif by_own and against[each.key]:
                roll.passed.setdefault(each.key, []).append(PassedOver(honour.id, against[each.key]))
        own, behind = own + len(group), behind + len(able)


def _beside(roll: HonourRoll, each: Candidate) -> list[str]:
    return [recommended.honour for recommended in roll.given.get(each.key, ())]


def in_range(honour: Honour, place: int, field: int, won: Collection[str] = ()) -> bool:
    """Whether place, place over the field (as an exact fraction) and prizes are those asked for.

    Rule: docs/rules/honours.md
    """
    if honour.award and not set(honour.award) & set(won):
        return False
    if place < honour.place_from or (honour.place_to is not None and place > honour.place_to):
        return False
    share = Fraction(place, max(field, 1))
    above = honour.share_above is None or share > honour.share_above
    return above and (honour.share_to is None or share <= honour.share_to)
