"""Why an entry or a team has a prize and not a better one: its place, the line, a minimum, a limit, the columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from domain.rulebook.parts import Better
from domain.rulebook.results.awards import AnyAwards, BestAwards, CutAwards, FixedAwards, RatioAwards, ThresholdAwards
from domain.rulebook.results.prizes import PlainPrize
from domain.scoring.awards.bands import Cuts
from domain.scoring.awards.candidates import Candidate, lacking, unit_of
from domain.scoring.awards.order import towards
from domain.scoring.awards.outcome import Outcome
from domain.scoring.numbers import Num, Value, text
from domain.scoring.ranking.links import link
from domain.scoring.why.reach import Reach, reach
from domain.scoring.words.reasons import Reason, reason


@dataclass(frozen=True, slots=True)
class Refusal:
    """A reason with what was found: the figure of `node` where one was to be reached, or what stands in the column."""

    reason: Reason
    node: str | None = None
    figure: Value = None
    column: str | None = None


@dataclass(frozen=True, slots=True)
class Holder:
    """The last who got a prize, with place and figure."""

    entry: str
    place: int | None
    figure: Value


@dataclass(frozen=True, slots=True)
class Prized:
    """One list: the prize given (or empty), the next better one, what kept the entry from it and who last got that.

    `node` is what the list goes by where that is not the place; `held` how many have the better prize; `reach` how far
    that one reaches where it is a part of the field.
    """

    list: str
    given: str
    better: str = ""
    refusals: tuple[Refusal, ...] = ()
    held: int = 0
    last: Holder | None = None
    node: str | None = None
    reach: Reach | None = None


@dataclass(frozen=True, slots=True)
class Lists:
    """Lists of prizes with what each came to, for `field`, the candidates; `better` and `per` are their ranking's."""

    lists: Sequence[AnyAwards]
    outcomes: Sequence[Outcome]
    field: Sequence[Candidate]
    better: Better
    per: str | None = None
    cuts: Cuts | None = None


def prized(lists: Lists, entry: str) -> tuple[Prized, ...]:
    """Each list in the rulebook's order.

    Rule: docs/rules/awards-lists.md
    """
    own = next((each for each in lists.field if each.key == entry), None)
    return tuple(_prized(lists, place, entry, own) for place in range(len(lists.lists)))


def refusal(why: Reason, own: Candidate) -> Refusal:
    """With what was found of the entry."""
    said = dict(why.gaps)
    if why.word == "below-minimum":
        return Refusal(why, said["node"], own.figure(said["node"]))
    if why.word == "column":
        return Refusal(why, column=own.columns.get(said["column"], "").strip())
    return Refusal(why)


def _prized(lists: Lists, place: int, entry: str, own: Candidate | None) -> Prized:
    given, outcome = lists.lists[place], lists.outcomes[place]
    has = outcome.given.get(entry, "")
    names = [prize.id for prize in given.prizes]
    better: Sequence[PlainPrize] = given.prizes[: names.index(has)] if has else given.prizes
    node = getattr(given, "node", None)
    if not better:
        return Prized(given.id, has, node=node)
    wanted = better[-1]
    if own is None:
        return Prized(given.id, has, wanted.id, (Refusal(reason("unofficial")),), node=node)
    pool = [each for each in lists.field if _rivals(lists, given, each, own)]
    holders = [each for each in pool if outcome.given.get(each.key) == wanted.id]
    way = towards(given, lists.better)
    last = max(holders, key=lambda each: (link(each.figure(node), way) if node else (), each.place or 0), default=None)
    held = None if last is None else Holder(last.key, last.place, last.figure(node or ""))
    why = tuple(refusal(each, own) for each in dict.fromkeys(_against(lists, place, wanted, own)))
    how_far = reach(given, wanted, pool, outcome.given, lists.better) if isinstance(given, RatioAwards) else None
    return Prized(given.id, has, wanted.id, why, len(holders), held, node, how_far)


def _rivals(lists: Lists, given: AnyAwards, one: Candidate, other: Candidate) -> bool:
    """Whether the two are after the same prizes: of one category, and of one delegation where each has its own."""
    per = given.per or lists.per
    columns = (*([per] if per else []), *(given.by if isinstance(given, BestAwards) else ()))
    return unit_of(one, columns) == unit_of(other, columns)


def _against(lists: Lists, place: int, wanted: PlainPrize, own: Candidate) -> Iterator[Reason]:
    """What stands against the better prize, besides that others stand before."""
    given, outcome = lists.lists[place], lists.outcomes[place]
    for asked in (given.when, given.minimum, wanted.minimum):
        if (why := lacking(own, asked)) is not None:
            yield why
    if own.fault is not None and not _whatever_total(given, own):
        yield own.fault
    if given.unless_awarded and any(own.key in earlier.given for earlier in lists.outcomes[:place]):
        yield reason("awarded")
    if own.key in outcome.passed:
        yield outcome.passed[own.key]
    if (bar := _bar(lists, given, wanted)) is not None and own.fault is None:
        yield from _below(bar, getattr(given, "node", ""), own)
    held = {each for each, prize in outcome.given.items() if prize == wanted.id}
    yield from (each.reason for each in outcome.vacant if each.prize == wanted.id and not held)


def _whatever_total(given: AnyAwards, own: Candidate) -> bool:
    """Lists that go by another figure than the total do not ask what became of it."""
    return isinstance(given, FixedAwards | RatioAwards) and bool(given.node) and own.standing == "ranked"


def _bar(lists: Lists, given: AnyAwards, wanted: PlainPrize) -> tuple[Num | None, Num | None] | None:
    """From and up to which figure a band or a threshold reaches, as written or as the jury decided."""
    if isinstance(given, ThresholdAwards):
        return given.at_least, given.at_most
    if not isinstance(given, CutAwards):
        return None
    decided = (lists.cuts or {}).get(wanted.id)
    low, high = getattr(wanted, "at_least", None), getattr(wanted, "at_most", None)
    if low is None and high is None:
        return (decided, None) if towards(given, lists.better) == "higher" else (None, decided)
    return low, high


def _below(bar: tuple[Num | None, Num | None], node: str, own: Candidate) -> Iterator[Reason]:
    low, high = bar
    if low is None and high is None:
        yield reason("no-cut")
        return
    number = own.number(node)
    if number is None or (low is not None and number < low) or (high is not None and number > high):
        said = [*([] if low is None else [f"≥ {text(low)}"]), *([] if high is None else [f"≤ {text(high)}"])]
        yield reason("below-minimum", node=node, bar=", ".join(said))
