"""Why an entry is recommended for an honour or not: the rule that gave it, or what stands against it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from domain.rulebook.results.honours import Honour
from domain.rulebook.rulebook import Rulebook
from domain.scoring.awards.candidates import Candidate
from domain.scoring.honours.roll import HonourRoll
from domain.scoring.why.prizes import Refusal, refusal


@dataclass(frozen=True, slots=True)
class Honoured:
    """One honour: `gives` is the grade or title given, `rule` as the rulebook words it.

    `state`: `given` (`succeeds`: it came down from a better place); `refused`, the place would bring it but for the
    refusals; `closed`, not given in a field of this size; `out-of-reach`, place or prize are not those asked for;
    `unofficial`.
    """

    honour: str
    state: Literal["given", "refused", "closed", "out-of-reach", "unofficial"]
    gives: str = ""
    rule: str = ""
    succeeds: bool = False
    refusals: tuple[Refusal, ...] = ()


def honoured(rulebook: Rulebook, roll: HonourRoll, own: Candidate | None, entry: str) -> tuple[Honoured, ...]:
    """Every honour of the rulebook; `own` is None for who competes without a place.

    Rule: docs/rules/honours.md
    """
    return tuple(_honoured(rulebook, honour, roll, own, entry) for honour in rulebook.honours)


def _honoured(rulebook: Rulebook, honour: Honour, roll: HonourRoll, own: Candidate | None, entry: str) -> Honoured:
    rule = honour.rule or ""
    for each in roll.given.get(entry, ()):
        if each.honour == honour.id:
            return Honoured(honour.id, "given", each.gives, rule, each.succeeds)
    if own is None:
        return Honoured(honour.id, "unofficial", rule=rule)
    for passed in roll.passed.get(entry, ()):
        if passed.honour == honour.id:
            against = tuple(refusal(why, own) for why in passed.reasons)
            return Honoured(honour.id, "refused", rule=rule, refusals=against)
    column = honour.per or rulebook.ranking.per
    category = own.columns.get(column, "").strip() if column else ""
    closed = roll.closed.get(f"{honour.id}/{category}" if category else honour.id)
    if closed is not None:
        return Honoured(honour.id, "closed", rule=rule, refusals=(refusal(closed, own),))
    return Honoured(honour.id, "out-of-reach", rule=rule)
