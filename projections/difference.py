"""The difference between two views as a patch small enough for ten thousand spectators, and how to apply it.

One row that moves changes the places of all it passes. Rows that did not change keep their order among themselves,
so a place that is counted depends on the old one alone: the patch says by how much from which old place on, not row
by row. Places that are listed follow no such rule: there the patch says each that is another one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from itertools import compress
from operator import is_not

from domain.errors import Conflict
from projections.rows.view import PLACING, Plain, Row, View, by_place


def difference(before: View, after: View) -> Plain:
    """What turns `before` into `after`, as plain values.

    `base` and `revision`: the views' revisions; `head`: the entries of the head that changed; `rows`: changed and new
    rows, whole, with place; `gone`: codes no longer shown; `shift`: [from, by] pairs in order, for every other row:
    its place grows by the `by` of the last pair whose `from` is not beyond its old place. `placed`: code → where it
    stands now, of rows of which nothing else changed; one of `shift` and `placed` is empty.
    """
    changed, gone = _changed(before, after)
    old = [before.row(code) for code in (*changed, *gone) if code in before.index]
    new = [after.row(code) for code in changed]
    counted = before.listed is None and after.listed is None
    return {
        "base": before.revision,
        "revision": after.revision,
        "head": {word: said for word, said in after.head.items() if before.head.get(word) != said},
        "rows": [after.shown(row) for row in new],
        "gone": gone,
        "shift": _shift(before, old, new) if counted else [],
        "placed": {} if counted else _placed(before, after, changed),
    }


def apply_patch(view: Plain, patch: Plain) -> Plain:
    """The plain view after the patch; a page's script does the same.

    Raises: Conflict if the patch does not start from the view's revision: ask for the whole view again.
    """
    if view["revision"] != patch["base"]:
        raise Conflict(f"patch from revision {patch['base']}, view at {view['revision']}")
    replaced = {row["code"] for row in patch["rows"]}.union(patch["gone"])
    starts = [start for start, _ in patch["shift"]]
    steps = [0, *(by for _, by in patch["shift"])]
    shifted = [
        {**row, "place": row["place"] and row["place"] + steps[bisect_right(starts, row["place"])]}
        for row in view["rows"]
        if row["code"] not in replaced
    ]
    kept = [_put(row, patch["placed"][row["code"]]) if row["code"] in patch["placed"] else row for row in shifted]
    return {
        "revision": patch["revision"],
        "head": {**view["head"], **patch["head"]},
        "rows": sorted([*kept, *patch["rows"]], key=by_place),
    }


def _changed(before: View, after: View) -> tuple[list[str], list[str]]:
    """Codes whose rows are new or different, and codes that are gone."""
    if before.codes is after.codes:
        # One comparison of pointers a row: views of the same board share every row that nothing happened to.
        unlike = list(compress(after.codes, map(is_not, before.rows, after.rows)))
        return [code for code in unlike if before.row(code) != after.row(code)], []
    changed = [code for code in after.codes if code not in before.index or before.row(code) != after.row(code)]
    return changed, [code for code in before.codes if code not in after.index]


def _put(row: Plain, placing: Plain) -> Plain:
    return {**{word: said for word, said in row.items() if word not in PLACING}, **placing}


def _placed(before: View, after: View, changed: Iterable[str]) -> Plain:
    """Where those rows stand now that are the same but for their place."""
    same = before.index.keys() & after.index.keys() - set(changed)
    now = {code: after.placing(after.row(code)) for code in after.codes if code in same}
    return {code: placing for code, placing in now.items() if placing != before.placing(before.row(code))}


def _shift(before: View, old: list[Row], new: list[Row]) -> list[list[int]]:
    """By how much the places of unchanged rows grow, from which old place on."""
    steps: Counter[int] = Counter()
    for rows, by in ((old, -1), (new, 1)):
        for row in rows:
            steps[bisect_right(before.keys, row.key) + 1] += by
    shift, total = [], 0
    for start in sorted(steps):
        if steps[start] and start <= len(before.keys):
            total += steps[start]
            shift.append([start, total])
    return shift
