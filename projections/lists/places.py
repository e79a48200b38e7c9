"""The list of places: as the rulebook writes them, each category by itself, who has no place at its end."""

from __future__ import annotations

from domain.entrants import Attributes, is_official
from domain.scoring.ranking.places import Placed
from projections.folds.marks import Marks
from projections.result import Result
from projections.rows.outcome import attributes
from projections.rows.view import Plain

_KEPT = ("code", "place", "shared", "values", "total", "complete", "status", "award")


def places(marks: Marks, result: Result) -> tuple[Plain, ...]:
    """One row an entry, category by category; `awards` are the ids of all its prizes, of several lists several.

    With `shown`, `category` and `official` as in `standing`.

    Rule: docs/rules/place-display.md, docs/rules/unofficial.md
    """
    known, placed = attributes(marks), {each.key: each for each in result.outcome.placed}
    rows = [
        {word: row[word] for word in _KEPT}
        | {"awards": list(row.get("awards") or filter(None, [row["award"]]))}
        | standing(placed[row["code"]], known, marks.rulebook.ranking.per)
        for row in result.rows
    ]
    return tuple(sorted(rows, key=_category))


def standing(placed: Placed, known: Attributes, per: str | None) -> Plain:
    """How an entry stands: `shown` is the place as written, empty without one.

    `category`: whose places these are, where a column's values are ranked each by itself, else empty. `official`: false
    for who competes without a place.
    """
    columns = known.get(placed.key, {})
    category = placed.category or (columns.get(per, "") if per else "")
    shown = placed.shown or ("" if placed.place is None else str(placed.place))
    return {"shown": shown, "category": category.strip(), "official": is_official(columns)}


def _category(row: Plain) -> str:
    return str(row["category"])
