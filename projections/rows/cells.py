"""What rows of board and standings have in common: figures as text, and whom a code stands for."""

from __future__ import annotations

from domain.rulebook.rulebook import Rulebook
from domain.scoring import numbers
from domain.scoring.numbers import Num
from domain.scoring.ranking import rank_key
from domain.scoring.scheme import scheme
from domain.scoring.scored import Scored
from projections.folds.marks import Marks
from projections.rows.view import Plain, Row


def row(rulebook: Rulebook, cells: Plain, scored: Scored) -> Row:
    placed = scored.standing == "last" or (scored.standing == "ranked" and scored.total is not None)
    return Row(cells, rank_key(rulebook, scored), placed)


def figures(rulebook: Rulebook, scored: Scored) -> Plain:
    """Figures so far, as exact text with the rulebook's decimals, None where there is none yet; `values` by module."""
    places = scheme(rulebook).places
    values = {
        module.id: _text(scored.running[module.node], places[module.node])
        for module in rulebook.modules
        if module.node in scored.running
    }
    total = _text(scored.total, places[rulebook.total])
    return {"values": values, "total": total, "complete": scored.complete, "status": scored.status}


def released(marks: Marks, code: str) -> Scored:
    """A code's figures as far as the rulebook releases them: of modules whose panels have all signed, or at each mark.

    Half a module would stand on the board like a whole one, and read as a disaster. Rule: docs/rules/release.md
    """
    works, panels = marks.works.get(code, {}), marks.rulebook.panels
    unsigned = {panel.module for panel in panels if panel.id not in works or not works[panel.id].complete}
    shown = {panel.id for panel in panels if panel.release == "each-mark" or panel.module not in unsigned}
    return scheme(marks.rulebook).evaluate(marks.of_code.get(code, {}), marks.statuses(code), shown)


def identity(marks: Marks, code: str) -> Plain:
    """Who a code stands for, without the name: nothing before the codes are decoded, not even for an open map."""
    entry = marks.contest.entries.get(marks.codes.entry_of.get(code, ""))
    if entry is None or not marks.codes.decoded:
        return {}
    return {"entry": entry.entry, "number": entry.number, "delegation": entry.delegation}


def head(marks: Marks) -> Plain:
    """What stands above every view of a contest: `phase` is a word of `domain.roles.PHASES`."""
    rulebook = marks.contest.rulebook
    prizes = rulebook.prizes if rulebook else ()
    return {
        "contest": marks.contest_id,
        "title": marks.title,
        "zone": marks.contest.zone,
        "drill": marks.drill,
        "phase": marks.phase,
        "modules": modules(marks),
        "prizes": [{"id": prize.id, "title": {"zh": prize.title.zh, "en": prize.title.en}} for prize in prizes],
    }


def modules(marks: Marks) -> list[Plain]:
    """The rulebook's modules with their titles, and whether each is open now."""
    if marks.contest.rulebook is None:
        return []
    return [
        {
            "id": module.id,
            "title": {"zh": module.title.zh, "en": module.title.en},
            "kind": module.kind,
            "open": marks.contest.module(module.id).is_open,
        }
        for module in marks.rulebook.modules
    ]


def _text(number: Num | None, places: int | None) -> str | None:
    return None if number is None else numbers.shown(number, places)
