"""The list of each stage: who took part in it, place and total there, and who goes on."""

from __future__ import annotations

from domain.rulebook.stages import Stage
from domain.scoring.numbers import shown
from domain.scoring.scheme import scheme
from domain.scoring.scored import Scored
from projections.folds.marks import Marks
from projections.lists.places import standing
from projections.result import Result
from projections.rows.outcome import attributes
from projections.rows.view import Plain


def stage_lists(marks: Marks, result: Result) -> tuple[Plain, ...]:
    """Stages that somebody took part in, in their order: `stage`, `title`, `sends` and `rows` by place.

    A row: code, place, shared, total, status, `through` (goes on), and as in `standing`. `sends`: whether anybody goes
    on from here at all.

    Rule: docs/rules/stages.md, docs/rules/advance.md
    """
    rulebook, known, scored = marks.rulebook, attributes(marks), result.outcome.scored
    found = []
    for stage, each in zip(rulebook.stages, result.outcome.stages, strict=True):
        places, through = scheme(rulebook).places[stage.total], each.through or ()
        rows = [
            {"code": one.key, "place": one.place, "shared": one.shared, "through": one.key in through}
            | _figure(scored[one.key], stage, places)
            | standing(one, known, rulebook.ranking.per)
            for one in each.placed
        ]
        rows.sort(key=lambda row: str(row["category"]))
        title = {"zh": stage.title.zh, "en": stage.title.en}
        found.append({"stage": stage.id, "title": title, "sends": bool(through), "rows": rows})
    return tuple(each for each in found if each["rows"])


def _figure(scored: Scored, stage: Stage, places: int | None) -> Plain:
    total, here = scored.running[stage.total], scored.in_stage.get(stage.id)
    status = here.status if here is not None else ""
    return {"total": None if total is None else shown(total, places), "status": status}
