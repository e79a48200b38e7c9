"""What the marks say about the judging, panel by panel and judge by judge: hints for the jury, no mark is changed.

Rule: docs/rules/judge-statistics.md
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from domain.rulebook.panels import Panel
from domain.rulebook.parts import Words
from domain.scoring.field.places import places
from domain.scoring.field.statistics import mean
from domain.scoring.judges.concordance import kendalls_w
from domain.scoring.judges.outliers import outliers
from domain.scoring.judges.strictness import TWO_JUDGES, strictness
from domain.scoring.numbers import Num, exact, total_of
from projections.jury.compared import Column, Sheets
from projections.jury.struck import Struck


@dataclass(frozen=True, slots=True)
class Judge:
    """One seat. `strictness` is the mean difference from the others' mean, `least` and `most` the outermost ones.

    None without a mark that anybody else marked too. `highest`, `lowest`: how often the rulebook struck it out.
    """

    seat: str
    marks: int
    strictness: Num | None
    least: Num | None
    most: Num | None
    highest: int
    lowest: int
    outliers: int


@dataclass(frozen=True, slots=True)
class Judging:
    """One panel's judges on what can be compared: all its points, or (`only` is its title) one measured aspect.

    `w` is Kendall's W of the orders that `raters` judges put `works` codes in, each by the sum of the judge's own
    points: the codes that all of them have marked in full. None where that says nothing. `trimmed`: whether the
    rulebook strikes out this panel's extremes.
    """

    panel: Panel
    only: Words | None
    judges: tuple[Judge, ...]
    w: Num | None
    raters: int
    works: int
    trimmed: bool


def judging(found: Sequence[Sheets], struck_: Struck) -> list[Judging]:
    """The figures, exact; panels without a mark are left out."""
    return [_judging(each, struck_) for each in found]


def _judging(found: Sheets, struck_: Struck) -> Judging:
    differences: dict[str, list[Num]] = {seat: [] for seat in found.entered}
    far = dict.fromkeys(found.entered, 0)
    for columns in found.by_code:
        for column in columns:
            apart, flagged = _beside(column)
            for seat, difference in apart:
                differences[seat].append(difference)
            for seat in flagged:
                far[seat] += 1
    w, raters, works = _agreement(found)
    panel = found.panel.id
    judges = tuple(
        Judge(
            seat,
            count,
            mean(apart) if apart else None,
            min(apart, default=None),
            max(apart, default=None),
            struck_.times[panel, seat, "highest"],
            struck_.times[panel, seat, "lowest"],
            far[seat],
        )
        for seat, count in found.entered.items()
        for apart in (differences[seat],)
    )
    return Judging(found.panel, found.only, judges, w, raters, works, panel in struck_.panels and found.only is None)


@lru_cache(maxsize=1 << 14)  # marks come in steps: most columns have been there before
def _beside(column: Column) -> tuple[tuple[tuple[str, Num], ...], tuple[str, ...]]:
    """How far each mark lies from the mean of the others, and the seats that stand out."""
    if len(column) < TWO_JUDGES:
        return (), ()
    apart = strictness({seat: (mark,) for seat, mark in column})
    differences = tuple((seat, each) for seat, each in apart.items() if each is not None)
    return differences, tuple(outliers(dict(column)))


def _agreement(found: Sheets) -> tuple[Num | None, int, int]:
    """W, how many judges and how many codes it rests on."""
    raters = [seat for seat, count in found.entered.items() if count]
    whole = []
    for columns in found.by_code:
        of_seats = [dict(column) for column in columns]
        if all(seat in column for column in of_seats for seat in raters):
            with exact():
                whole.append({seat: total_of([column[seat] for column in of_seats]) for seat in raters})
    if len(raters) < TWO_JUDGES:
        return None, len(raters), len(whole)
    orders = [places([sums[seat] for sums in whole], "higher", "fractional") for seat in raters]
    return kendalls_w(orders), len(raters), len(whole)
