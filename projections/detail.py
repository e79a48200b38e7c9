"""One panel's work on one code: each seat's mark with its place in the record, and how far the seats lie apart."""

from __future__ import annotations

from decimal import Decimal

from domain.rulebook.aspects import Aspect
from domain.rulebook.panels import Panel
from domain.scoring.numbers import text
from projections.folds.stamp import position_of, time_of
from projections.folds.work import Work
from projections.rows.view import Plain


def panel_detail(panel: Panel, work: Work) -> Plain:
    """One panel's work on one code: aspects with each seat's value, its position and official time, and the spread."""
    aspects = [
        {
            "aspect": aspect.id,
            "marks": {
                seat: _standing_mark(work, aspect.id, seat)
                for seat in panel.seats
                if seat in work.marks.get(aspect.id, {}) and seat not in work.absent
            },
            "missing": [seat for seat in panel.seats if seat not in work.marks.get(aspect.id, {})],
            "spread": _text(_spread(aspect, work)),
        }
        for aspect in panel.aspects
    ]
    absent = [seat for seat in panel.seats if seat in work.absent]
    return {"panel": panel.id, **summary(panel, work), "status": work.status, "absent": absent, "aspects": aspects}


def summary(panel: Panel, work: Work) -> Plain:
    """Who has signed, how many marks are missing, the widest spread and the permitted one, as text."""
    spreads = [spread for aspect in panel.aspects if (spread := _spread(aspect, work)) is not None]
    wanted = len(panel.seats) * len(panel.aspects)
    return {
        "complete": work.complete,
        "signed": [seat for seat in panel.seats if seat in work.signed],
        "missing_marks": wanted - sum(len(of_seat) for of_seat in work.marks.values()),
        "widest": _text(max(spreads, default=None)),
        "permitted": _text(panel.max_spread),
    }


def _standing_mark(work: Work, aspect: str, seat: str) -> Plain:
    entered = work.entered[seat][aspect]
    return {"value": text(work.marks[aspect][seat]), "position": position_of(entered), "at": time_of(entered)}


def _spread(aspect: Aspect, work: Work) -> Decimal | None:
    """How far apart the marks for one aspect lie; None before there are two."""
    values = [mark for mark in work.marks.get(aspect.id, {}).values() if isinstance(mark, Decimal)]
    return max(values) - min(values) if len(values) > 1 else None


def _text(number: Decimal | None) -> str | None:
    return None if number is None else text(number)
