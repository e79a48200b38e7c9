"""What whoever scores from files should know beside the result: open ties, and judges too far apart."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from biwu.scoring.result import Result
from projections.detail import summary
from projections.folds.marks import Marks

_MOST = 20


def remarks(result: Result) -> Iterator[str]:
    """Lines for the screen, in both languages; nothing where there is nothing to say."""
    for group in result.undecided:
        names = ", ".join(group)
        yield f"并列未定 undecided tie: {names} → rulings.csv: tie_decision (1, 2 …)"
    yield from _not_let_in(result)
    apart = list(_apart(result.marks))
    yield from apart[:_MOST]
    if len(apart) > _MOST:
        yield f"… {len(apart) - _MOST:,} 处 more"


def _not_let_in(result: Result) -> Iterator[str]:
    """Entries marked in a stage that the stage before did not send them to."""
    stages = list(result.stages.items())
    for (before, sent), (stage, rows) in pairwise(stages):
        through = {row.entry for row in sent if row.advances}
        decided = any(row.advances is not None for row in sent)
        late = ", ".join(row.entry for row in rows if decided and row.entry not in through)
        if late:
            yield f"未晋级却有评分 marked in {stage}, did not go on from {before}: {late} → rulings.csv: advance"


def _apart(marks: Marks) -> Iterator[str]:
    """Works in which judges lie further apart than permitted: a served contest would have called them together."""
    for panel in marks.rulebook.panels:
        if panel.max_spread is None:
            continue
        for code, works in marks.works.items():
            work = works.get(panel.id)
            found = work and summary(panel, work)
            if found and found["widest"] is not None and found["permitted"] is not None:
                yield from _told(marks, code, panel.id, found["widest"], found["permitted"])


def _told(marks: Marks, code: str, panel: str, widest: str, permitted: str) -> Iterator[str]:
    if Decimal(widest) > Decimal(permitted):
        yield f"分差过大 judges too far apart: {marks.codes.entry_of[code]}, {panel}: {widest} > {permitted}"
