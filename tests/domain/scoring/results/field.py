"""A field for tests of places and prizes: entries with their totals and figures, as short as they can be said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from domain.rulebook.rulebook import Rulebook
from domain.scoring.awards.lists import award_lists
from domain.scoring.awards.outcome import Outcome
from domain.scoring.numbers import NO_RESULT, Value
from domain.scoring.ranking.places import rank
from domain.scoring.scored import Scored, Standing
from tests.domain.scoring.rulebooks import node, panel, rulebook, single_marks


def value(written: str | None) -> Value:
    """`"9.5"` the number, `"DNF"` no result, None no figure."""
    return NO_RESULT if written == "DNF" else None if written is None else Decimal(written)


def entry(
    total: str | None,
    families: Mapping[str, Sequence[str | None]] | None = None,
    status: str = "",
    **figures: str | None,
) -> Scored:
    """One entry's figures; a status other than did-not-finish takes the place away."""
    found = {"total": value(total)} | {name: value(figure) for name, figure in figures.items()}
    of_families = {name: [value(member) for member in family] for name, family in (families or {}).items()}
    ranked = status in {"", "dnf"}
    standing: Standing = "ranked" if ranked else "unranked"
    found_total = value(total) if ranked else None
    scored = Scored(found, found, found_total, total is not None, status, standing)
    return scored._replace(families=of_families) if families else scored


def field(**totals: str | None) -> dict[str, Scored]:
    return {name: entry(total) for name, total in totals.items()}


def rules(*parts: str, nodes: Sequence[str] = ()) -> Rulebook:
    """A rulebook with single numbers `total` and `nodes` and a family `marks` over aspects, none of them needed."""
    family = panel("sheet", 1, ("a1", "a2", "a3")) + node("marks", "sum", 'panel = "sheet"', 'over = "judges"')
    return rulebook(single_marks("total", *nodes), family, *parts)


def prizes(**keys: str) -> str:
    """`prizes(gold="count = 1")` as the rulebook writes it."""
    listed = (
        f'{{ id = "{prize}", {keys_of} }}' if keys_of else f'{{ id = "{prize}" }}' for prize, keys_of in keys.items()
    )
    return f"prizes = [{', '.join(listed)}]"


def awards_of(book: Rulebook, scored: Mapping[str, Scored], attributes=None, cuts=None) -> tuple[Outcome, ...]:
    placed = rank(book, scored, attributes)
    return award_lists(book, placed, scored, cuts, attributes)


def holders(outcome: Outcome) -> dict[str, list[str]]:
    """Prize -> who has it, in the order of names."""
    found: dict[str, list[str]] = {}
    for name, prize in sorted(outcome.given.items()):
        found.setdefault(prize, []).append(name)
    return found
