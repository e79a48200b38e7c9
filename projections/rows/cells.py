"""What rows of board and standings have in common: figures as text, and whom a code stands for."""

from __future__ import annotations

from functools import lru_cache

from domain.entrants import is_official
from domain.rulebook.rulebook import Rulebook
from domain.rulebook.stages import Stage
from domain.scoring import numbers
from domain.scoring.numbers import Value
from domain.scoring.ranking.chain import LAST, PLACED, UNRANKED, rank_key
from domain.scoring.scheme import scheme
from domain.scoring.scored import Scored
from projections.folds.marks import Marks
from projections.rows.view import Plain, Row


def row(rulebook: Rulebook, cells: Plain, scored: Scored) -> Row:
    """Of several stages who got furthest stands first, and within a stage by its total."""
    stage = reached(rulebook, scored)
    if scored.standing == "unranked":  # of several stages too: what was reached before is no place in the contest
        return Row(cells, (UNRANKED,), placed=False)
    band, *rest = rank_key(rulebook, scored, None, stage)
    short = () if stage is None else (len(rulebook.stages) - rulebook.stages.index(stage),)
    return Row(cells, (band, *short, *rest), band in (PLACED, LAST))


def reached(rulebook: Rulebook, scored: Scored) -> Stage | None:
    """The last stage that an entry has any figure in; None in a contest of one stage, or before any figure.

    Rule: docs/rules/stages.md
    """
    for stage in reversed(rulebook.stages):
        modules = [module.node for module in rulebook.modules if module.stage == stage.id]
        own = [node for node in scored.running if node.startswith(f"{stage.id}.")]
        if any(scored.running.get(node) is not None for node in (*modules, *own)):
            return stage
    return None


def figures(rulebook: Rulebook, scored: Scored) -> Plain:
    """Figures so far, as exact text with the rulebook's decimals, None where there is none yet; `values` by module."""
    places = scheme(rulebook).places
    values = {
        module.id: _text(scored.running[module.node], places[module.node])
        for module in rulebook.modules
        if module.node in scored.running
    }
    stage = reached(rulebook, scored)
    if stage is None:
        total, complete = _text(scored.total, places[rulebook.total]), scored.complete
    else:
        total = _text(scored.running[stage.total], places[stage.total])
        complete = scored.values[stage.total] is not None or scored.standing != "ranked"
    return {"values": values, "total": total, "complete": complete, "status": scored.status}


def released(marks: Marks, code: str) -> frozenset[str]:
    """The panels whose figures of a code may show to everybody.

    Rule: docs/rules/release.md
    """
    shown = signed(marks, code)
    return shown if marks.publication.revision else shown - kept_back(marks.rulebook)


@lru_cache(maxsize=64)
def kept_back(rulebook: Rulebook) -> frozenset[str]:
    """The panels whose figures only the published result shows: one such panel keeps its whole module back."""
    panels = rulebook.panels
    modules = {panel.module for panel in panels if panel.release == "published"}
    return frozenset(panel.id for panel in panels if panel.module in modules and panel.release != "each-mark")


def signed(marks: Marks, code: str) -> frozenset[str]:
    """The panels whose figures of a code stand: of modules whose panels have all signed, or at each mark.

    Half a module would stand on the board like a whole one, and read as a disaster.
    """
    panels = marks.rulebook.panels
    at_once = _at_each_mark(marks.rulebook)
    if len(at_once) == len(panels):
        return at_once
    works = marks.works.get(code, {})
    unsigned = {panel.module for panel in panels if panel.id not in works or not works[panel.id].complete}
    return at_once.union(panel.id for panel in panels if panel.module not in unsigned)


@lru_cache(maxsize=64)
def _at_each_mark(rulebook: Rulebook) -> frozenset[str]:
    return frozenset(panel.id for panel in rulebook.panels if panel.release == "each-mark")


def identity(marks: Marks, code: str) -> Plain:
    """Who a code stands for, without the name: nothing before the codes are decoded, not even for an open map."""
    entry = marks.contest.entries.get(marks.codes.entry_of.get(code, ""))
    if entry is None or not marks.codes.decoded:
        return {}
    return {"entry": entry.entry, "number": entry.number, "delegation": entry.delegation}


def beside(marks: Marks, code: str) -> Plain:
    """`official`, which is False, of who competes without a place; nothing of anybody else, nor before decoding.

    Rule: docs/rules/unofficial.md
    """
    return {"official": False} if marks.codes.decoded and not is_official(marks.columns(code)) else {}


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


def _text(number: Value, places: int | None) -> str | None:
    return None if number is None else numbers.shown(number, places)
