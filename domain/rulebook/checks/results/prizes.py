"""Award lists, the rulebook's own and those of team rules: ids, ratios, bars and what names a prize."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from pydantic import TypeAdapter, ValidationError

from domain.errors import Fault
from domain.rulebook.checks.places import Steps
from domain.rulebook.checks.results.lists import ids, lists, of_list, prizes, twice
from domain.rulebook.checks.unknown import unknown
from domain.rulebook.checks.written import Book, Raw, one_word, tables, under, words
from domain.rulebook.results import AnyAwards, Awards, RatioAwards

_AWARDS: TypeAdapter[AnyAwards] = TypeAdapter(Awards)


def award_faults(book: Book) -> Iterator[Fault]:
    """Of the rulebook's own lists and of those of every team rule."""
    yield from _of_owner(book)
    per = under(book.raw, "ranking", "per")
    for steps, given in lists(book):
        if isinstance(per, str) and words(given, "per") not in ([], [per]):
            yield from book.faults((*steps, "per"), "other-category", name=per)
    for steps, team in tables(book.raw, "teams"):
        yield from _of_owner(book, *steps)
        yield from _of_team(book, steps, team)


def _of_owner(book: Book, *owner: str | int) -> Iterator[Fault]:
    found = list(lists(book, *owner))
    here = (*owner, "awards")
    yield from twice(book, here, [name for _, given in found for name in one_word(given, "id") or ["main"]])
    if len(found) > 1:
        yield from twice(book, here, prizes(book, *owner))
    for steps, given in found:
        known = ids(book, *steps, "prizes")
        if len(found) == 1:
            yield from twice(book, (*steps, "prizes"), known)
        yield from _figures(book, steps, given)
        yield from _by_figure(book, steps, given)
        yield from _exact(book, steps, given)
        yield from _cap(book, (*steps, "cap"), given.get("cap"))
        for condition, bar in of_list(book, steps):
            yield from condition_faults(book, condition, bar)
        for size, prize_set in tables(book.raw, *steps, "field"):
            yield from unknown(book, (*size, "prizes"), words(prize_set, "prizes"), known, "unknown-prize")


def _of_team(book: Book, steps: Steps, team: Raw) -> Iterator[Fault]:
    """Team prizes know the team's figure alone, by the name of what it is made of."""
    of = words(team, "of")
    own = of if len(of) == 1 else one_word(book.raw, "total")
    for given_at, given in lists(book, *steps):
        asked = [(given_at, given), *tables(book.raw, *given_at, "ties"), *of_list(book, given_at)]
        for at, table in asked:
            if "column" in table or any(name not in own for name in one_word(table, "node")):
                key = "column" if "column" in table else "node"
                yield from book.faults((*at, key), "team-figure", name=(own or ["total"])[0])


def condition_faults(book: Book, steps: Steps, condition: Raw) -> Iterator[Fault]:
    """Of one bar: it names a node or a column, and says what is to be reached."""
    if ("node" in condition) == ("column" in condition):
        yield from book.faults(steps, "node-or-column")
    elif not ({"at_least", "at_most"} if "node" in condition else {"is"}) & condition.keys():
        yield from book.faults(steps, "bar-needed")
    yield from _bounds(book, steps, condition)


def _bounds(book: Book, steps: Steps, table: Raw) -> Iterator[Fault]:
    low, high = table.get("at_least"), table.get("at_most")
    if isinstance(low, int | Decimal) and isinstance(high, int | Decimal) and low > high:
        yield from book.faults((*steps, "at_least"), "bounds-crossed", low=low, high=high)


def _figures(book: Book, steps: Steps, given: Raw) -> Iterator[Fault]:
    well_formed = _well_formed(given)
    if isinstance(well_formed, RatioAwards):
        found = sum((Fraction(prize.ratio) for prize in well_formed.prizes), Fraction(0))
        if found > 1:
            yield from book.faults((*steps, "prizes"), "ratios-above-one", found=_plain(found))
    if given.get("mode") == "threshold" and "at_least" not in given and "at_most" not in given:
        yield from book.faults((*steps, "at_least"), "missing")
    for at, table in [(steps, given), *tables(book.raw, *steps, "prizes")]:
        yield from _bounds(book, at, table)


def _by_figure(book: Book, steps: Steps, given: Raw) -> Iterator[Fault]:
    """What goes with the figure of a node says nothing of places."""
    if given.get("mode") in ("fixed", "ratio") and {"better", "ties"} & given.keys() and "node" not in given:
        yield from book.faults((*steps, "node"), "missing")


def _exact(book: Book, steps: Steps, given: Raw) -> Iterator[Fault]:
    """A number between two whole ones can be come near to, not kept to."""
    if given.get("rounding") != "exact":
        return
    for at, table in [(steps, given), *tables(book.raw, *steps, "prizes")]:
        if table.get("at_the_line", "nearest") != "nearest":
            yield from book.faults((*at, "at_the_line"), "exact-nearest")


def _cap(book: Book, steps: Steps, cap: object) -> Iterator[Fault]:
    """A number, or a part of a stated field with stated rounding."""
    if not isinstance(cap, dict):
        return
    if ("count" in cap) == ("ratio" in cap):
        yield from book.faults(steps, "count-or-ratio")
    for key in ("base", "rounding"):
        if "ratio" in cap and "count" not in cap and key not in cap:
            yield from book.faults((*steps, key), "missing")


def _well_formed(table: Raw) -> AnyAwards | None:
    try:
        return _AWARDS.validate_python(table)
    except ValidationError:
        return None


def _plain(number: Fraction) -> Decimal | Fraction:
    found = Decimal(number.numerator) / Decimal(number.denominator)
    return found if Fraction(found) == number else number
