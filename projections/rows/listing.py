"""Places that a list says, row by row: wherever counting better keys over all rows would not give the official ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from domain.rulebook.parts import Display
from domain.scoring.ranking.places import Placed, in_places
from projections.rows.view import Plain, Row

# code -> `place`, `order`, and where there is one `shown` and `category`
Listing = Mapping[str, Plain]


def listing(placed: Iterable[Placed]) -> Listing:
    """By code, of entries from first to last: `order` counts from 0.

    `shown` is the place as the rulebook writes it, where that is not the place; `category` whose places they are.
    """
    return {each.key: _placing(order, each) for order, each in enumerate(placed)}


def as_written(rows: Iterable[Row], display: Display) -> Listing | None:
    """The rows by their keys, over all; None where places are counted, for then every row says its own.

    Rule: docs/rules/place-display.md
    """
    if display == "1224":
        return None
    return listing(in_places(sorted((row.key, row.cells["code"]) for row in rows), display))


def _placing(order: int, placed: Placed) -> Plain:
    plain = placed.shown in ("", str(placed.place))
    return {
        "place": placed.place,
        "order": order,
        **({} if plain else {"shown": placed.shown}),
        **({"category": placed.category} if placed.category else {}),
    }
