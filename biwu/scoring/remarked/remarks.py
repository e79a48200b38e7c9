"""What whoever scores from files should know beside the result: open ties, judges too far apart, what looks wrong."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import islice, pairwise

from biwu.scoring.events import Files
from biwu.scoring.reading.faults import Said
from biwu.scoring.remarked.classes import classes
from biwu.scoring.remarked.columns import columns
from biwu.scoring.remarked.digits import digits
from biwu.scoring.remarked.incomplete import incomplete
from biwu.scoring.remarked.left_out import left_out
from biwu.scoring.remarked.marks import noticed
from biwu.scoring.remarked.naming import MOST
from biwu.scoring.result import Result
from projections.detail import summary
from projections.folds.marks import Marks


def remarks(files: Files, result: Result) -> Iterator[Said]:
    """Sentences for the screen, each in Chinese and English; nothing where there is nothing to say."""
    for tied in result.undecided:
        names, stage = ", ".join(tied.entries), f", stage {tied.stage}" if tied.stage else ""
        decide = f"{names} → rulings.csv: tie_decision (1, 2 …){stage}"
        yield f"并列未定：{decide}", f"undecided tie: {decide}"
    yield from incomplete(files, result)
    yield from _not_let_in(result)
    lacking = left_out(result.outcome, result.marks.codes.entry_of)
    for sort in (lacking, columns(files), classes(files), noticed(files), _apart(result.marks), digits(files, result)):
        yield from islice(sort, MOST)
        if more := sum(1 for _ in sort):
            yield f"… 另有 {more:,} 处", f"… {more:,} more"


def _not_let_in(result: Result) -> Iterator[Said]:
    """Entries marked in a stage that the stage before did not send them to."""
    stages = list(result.stages.items())
    for (before, sent), (stage, rows) in pairwise(stages):
        through = {row.entry for row in sent if row.advances}
        decided = any(row.advances is not None for row in sent)
        late = ", ".join(row.entry for row in rows if decided and row.entry not in through)
        if late:
            zh = f"未从 {before} 晋级却在 {stage} 有评分：{late} → rulings.csv: advance"
            yield zh, f"marked in {stage}, did not go on from {before}: {late} → rulings.csv: advance"


def _apart(marks: Marks) -> Iterator[Said]:
    """Works in which judges lie further apart than permitted: a served contest would have called them together."""
    for panel in marks.rulebook.panels:
        if panel.max_spread is None:
            continue
        for code, works in marks.works.items():
            work = works.get(panel.id)
            found = work and summary(panel, work)
            if found and found["widest"] is not None and found["permitted"] is not None:
                yield from _told(marks, code, panel.id, found["widest"], found["permitted"])


def _told(marks: Marks, code: str, panel: str, widest: str, permitted: str) -> Iterator[Said]:
    if Decimal(widest) > Decimal(permitted):
        where = f"{marks.codes.entry_of[code]}, {panel}: {widest} > {permitted}"
        yield f"裁判分差过大：{where}", f"judges too far apart: {where}"
