"""Prizes laid end to end along the order of places: who stands on which, and what a tie across an end does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from domain.rulebook.results.conditions import Condition, Limit
from domain.rulebook.results.prizes import AtTheLine, PlainPrize
from domain.scoring.awards.candidates import Candidate, lacking, unit_of
from domain.scoring.awards.crossing import at_the_line
from domain.scoring.awards.order import Group
from domain.scoring.awards.outcome import Outcome, Undecided, Vacancy
from domain.scoring.words.reasons import Reason, reason

Reach = int | Fraction  # the position a prize ends at; of an exact part of the field between two of them
End = tuple[PlainPrize, Reach]


@dataclass(frozen=True, slots=True)
class Terms:
    """What a list asks and does besides places. `awarded` stand on the line and get nothing more."""

    at_the_line: AtTheLine
    minimum: Sequence[Condition] = ()
    vacant_below: bool = True
    limit: Limit | None = None
    awarded: frozenset[str] = frozenset()

    def policy(self, prize: PlainPrize) -> AtTheLine:
        """The prize's own way with a tie across its end, else the list's."""
        own: AtTheLine | None = getattr(prize, "at_the_line", None)
        return own or self.at_the_line


@dataclass(slots=True)
class _Line:
    terms: Terms
    outcome: Outcome
    ends: Sequence[End]
    used: int = 0  # positions taken up so far
    paid: set[str] = field(default_factory=set)  # those who took up a position without a prize
    units: Counter[str] = field(default_factory=Counter)
    lost: Counter[tuple[str, Reason]] = field(default_factory=Counter)


def along_the_line(list_id: str, ends: Sequence[End], order: Sequence[Group], terms: Terms) -> Outcome:
    """Each prize reaches down to its end, counted in entries from the first; `order` is best first.

    Rule: docs/rules/awards-fixed.md, docs/rules/awards-minimum.md, docs/rules/awards-limit.md
    """
    line, waiting, above = _Line(terms, Outcome(list_id), ends), list(order), 0
    for prize, end in ends:
        begun, count = max(line.used - above, 0), whole(end) - above
        waiting = _hand_out(line, prize, end, waiting)
        _leave_vacant(line, prize, count, min(begun, count))
        above = whole(end)
    return line.outcome


def whole(end: Reach) -> int:
    """The last position that a prize reaches for certain: how many of it nobody has is told in whole numbers."""
    return int(end)


def _hand_out(line: _Line, prize: PlainPrize, end: Reach, waiting: Sequence[Group]) -> list[Group]:
    """One prize, down to its end; gives those who wait for the next."""
    left: list[Group] = []
    for index, group in enumerate(waiting):
        if line.used >= end:
            return left + list(waiting[index:])
        fit, unfit = _sorted_out(line, prize, group)
        takes_up = [each for each, _, takes, _ in unfit if takes and each.key not in line.paid]
        places = len(fit) + len(takes_up)
        over = line.used + places - end
        way = at_the_line(line.terms.policy(prize), over, end - line.used) if over > 0 else "extend"
        if way == "demote":
            line.lost[prize.id, reason("tie-demoted")] += whole(end) - line.used
            return left + list(waiting[index:])
        for each, why, _, _ in unfit:
            line.outcome.pass_over(each.key, why)
        line.lost.update((prize.id, why) for each, why, _, _ in unfit if each in takes_up)
        line.paid.update(each.key for each in takes_up)
        if way == "block":
            _leave_open(line, fit, places)
        else:
            _give(line, prize, fit)
        line.used += places
        again = [each for each, _, _, stays in unfit if stays]
        left += [again] if again else []
    return left


def _sorted_out(
    line: _Line, prize: PlainPrize, group: Group
) -> tuple[list[Candidate], list[tuple[Candidate, Reason, bool, bool]]]:
    """Who of a group can get this prize; who cannot: why, whether that takes up a position, whether to try the next."""
    terms, limit = line.terms, line.terms.limit
    fit: list[Candidate] = []
    unfit: list[tuple[Candidate, Reason, bool, bool]] = []
    for each in group:
        if each.key in terms.awarded:
            unfit.append((each, reason("awarded"), True, False))
        elif each.fault is not None:
            unfit.append((each, each.fault, True, False))
        elif (why := lacking(each, terms.minimum)) is not None:
            unfit.append((each, why, terms.vacant_below, False))
        elif (why := lacking(each, prize.minimum)) is not None:
            unfit.append((each, why, terms.vacant_below, True))
        else:
            fit.append(each)
    if limit is not None:
        full = _over_limit(line, limit, fit, terms.policy(prize))
        unfit += [(each, why, limit.then == "vacant", False) for each, why in full]
        fit = [each for each in fit if each not in [one for one, _ in full]]
    return fit, unfit


def _over_limit(
    line: _Line, limit: Limit, fit: Sequence[Candidate], policy: AtTheLine
) -> list[tuple[Candidate, Reason]]:
    """Those whose unit has its prizes already; of a tie at the limit all are over it, unless ties extend lines."""
    asking = Counter(unit_of(each, limit.by) for each in fit)
    over = []
    for each in fit:
        unit = unit_of(each, limit.by)
        left = limit.count - line.units[unit]
        extends = left > 0 and at_the_line(policy, asking[unit] - left, left) == "extend"
        if unit and asking[unit] > left and not extends:
            over.append((each, reason("limit", by=" / ".join(limit.by), unit=unit, count=limit.count)))
    return over


def _give(line: _Line, prize: PlainPrize, fit: Sequence[Candidate]) -> None:
    for each in fit:
        line.outcome.given[each.key] = prize.id
        line.outcome.passed.pop(each.key, None)
        if line.terms.limit is not None:
            line.units[unit_of(each, line.terms.limit.by)] += 1


def _leave_open(line: _Line, fit: Sequence[Candidate], places: int) -> None:
    """Nobody has it until the tie is decided; of each prize they take up what their places reach."""
    above, taken = 0, []
    for prize, end in line.ends:
        reach = min(line.used + places, whole(end)) - max(line.used, above)
        taken += [(prize.id, reach)] if reach > 0 else []
        above = whole(end)
    line.outcome.undecided.append(Undecided(tuple(each.key for each in fit), tuple(taken)))
    line.outcome.passed.update((each.key, reason("tie")) for each in fit)


def _leave_vacant(line: _Line, prize: PlainPrize, count: int, begun: int) -> None:
    """How many of a prize nobody has, by reason: as many as are missing, the known reasons first."""
    out = line.outcome
    held = sum(given == prize.id for given in out.given.values())
    kept_open = sum(dict(tie.prizes).get(prize.id, 0) for tie in out.undecided)
    missing = count - held - kept_open
    known = [(why, n) for (prize_id, why), n in line.lost.items() if prize_id == prize.id]
    for why, n in [*known, (reason("tie-above"), begun - kept_open), (reason("nobody-left"), count)]:
        if missing > 0 and n > 0:
            out.vacant.append(Vacancy(prize.id, min(n, missing), why))
            missing -= min(n, missing)
