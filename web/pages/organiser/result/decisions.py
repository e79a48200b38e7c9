"""What the chief judge decides beside the marks: who goes on to the next stage, ties, points taken off."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, get_args

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.responses import Response

from domain.contest.commands import DecideAdvance, DecideTie, MakeDeduction
from domain.contest.state import Deduction
from domain.errors import Refused
from domain.notes import Note
from domain.rulebook.printing.speech import Language, Speech
from domain.rulebook.printing.stages import advance_words
from domain.rulebook.rulebook import Rulebook
from domain.scoring.scheme import scheme
from ledger.orders import Receipt
from projections.folds.marks import Marks
from projections.jury.stages import rounds, undecided
from projections.rows import cells
from projections.wall import Wall
from web.identity.forms import text_of
from web.pages.organiser.doing import carry_out, does, once, reason_of
from web.pages.organiser.visit import Visit, at_desk

MEANS = {"draw": "抽签 Draw", "play-off": "加赛 Play-off"}  # how a tie was decided, as the written reason begins

_NOTHING_YET: dict[str, Any] = {"rounds": (), "rules": {}, "ties": (), "codes": (), "titles": {}}


async def _shown(visit: Visit, status: int = 200, **told: Any) -> Response:  # noqa: ANN401
    with visit.parts.hall.wall(visit.contest) as wall:
        known = (
            _known(wall)
            if wall.marks.contest.rulebook
            else {"rounds": (), "rules": {}, "ties": (), "codes": (), "titles": {}}
        )
        known |= {"sealed": bool(wall.marks.codes.commitment) and not wall.marks.codes.decoded}
        known |= {"deducted": _deducted(wall.marks), "upheld": _upheld(wall), "ruled": wall.marks.publication.revision}
    chosen = (await visit.request.form()).getlist("code") if visit.request.method == "POST" else None
    return visit.show("desk/result/decisions.html", status, means=MEANS, chosen=chosen, **(known | told))


def _known(wall: Wall) -> dict[str, Any]:
    marks, scored = wall.marks, wall.standings.scored()
    speeches = [Speech(marks.rulebook, language) for language in get_args(Language)]
    codes = [code for code in sorted(marks.codes.entry_of) if not marks.is_withdrawn(code)]
    return {
        "titles": _titles(marks.rulebook, speeches),
        "rounds": list(rounds(marks, scored)),
        "rules": {
            stage.id: {speech.language: advance_words(stage.advance, speech) for speech in speeches}
            for stage in marks.rulebook.stages
            if stage.advance is not None
        },
        "ties": list(undecided(marks, scored)),
        "codes": codes,
        "who": {code: cells.identity(marks, code) for code in marks.codes.codes},
    }


def _deducted(marks: Marks) -> list[tuple[str, list[Deduction]]]:
    code_of = {entry: code for code, entry in marks.codes.entry_of.items()}
    return sorted((code_of[entry], made) for entry, made in marks.contest.deductions.items() if entry in code_of)


def _titles(rulebook: Rulebook, speeches: Iterable[Speech]) -> dict[str, dict[str, str]]:
    """What points may be taken from: the modules' nodes first, then every other single number."""
    single = scheme(rulebook).single
    order = dict.fromkeys((*(module.node for module in rulebook.modules), *rulebook.nodes))
    return {node: {speech.language: speech.node(node) for speech in speeches} for node in order if node in single}


def _upheld(wall: Wall) -> list[str]:
    return [case.ruling for case in wall.rulings.all() if case.state == "upheld"]


@at_desk("decisions")
async def decisions_page(visit: Visit) -> Response:
    """GET /desk/{contest}/decisions: what waits to be decided, on codes."""
    return await _shown(visit)


@at_desk("decisions", "chief_judge")
async def decide_advance(visit: Visit) -> Response:
    """POST …/decisions/advance: all `code`s that go on to `stage`, with a `reason`."""
    stage = text_of(await visit.request.form(), "stage")

    async def decided(form: FormData) -> Receipt:
        entries = _entries(visit, form.getlist("code"))
        return await does(visit, form, DecideAdvance(visit.contest, stage, entries, reason_of(visit, form)))

    return await carry_out(visit, _shown, f"advance-{stage}", decided)


@at_desk("decisions", "chief_judge")
async def decide_tie(visit: Visit) -> Response:
    """POST …/decisions/tie: the `code`s of a tie in a `stage`, best first, by a `means`, with a `reason`."""

    async def decided(form: FormData) -> Receipt:
        codes = form.getlist("code")
        twice = next((code for code in codes if codes.count(code) > 1), "")
        if twice:
            raise Refused("entry-twice", entry=str(twice)[:40])
        entries, ruling = _entries(visit, codes), text_of(form, "ruling")
        note, stage = _by_means(visit, form), text_of(form, "stage")
        return await does(visit, form, DecideTie(visit.contest, entries, note, ruling, stage))

    return await carry_out(visit, _shown, "tie", decided)


@at_desk("decisions", "chief_judge")
async def make_deduction(visit: Visit) -> Response:
    """POST …/decisions/deduction: `points` taken off the entry of a `code`, with a `reason`; later under a `ruling`.

    From a `node`, or as the rulebook says.
    """

    async def made(form: FormData) -> Receipt:
        (entry,) = _entries(visit, [text_of(form, "code")])
        points, ruling = text_of(form, "points"), text_of(form, "ruling")
        note = reason_of(visit, form)
        order = MakeDeduction(visit.contest, entry, points, note, ruling, text_of(form, "node"))
        return await does(visit, form, order)

    return await carry_out(visit, _shown, "deduction", made)


def _entries(visit: Visit, codes: Iterable[object]) -> tuple[str, ...]:
    """The jury says codes; the record keeps entries. Raises: Refused("unknown-code")."""
    with visit.parts.hall.wall(visit.contest) as wall:
        entry_of = dict(wall.marks.codes.entry_of)
    found = []
    for code in map(str, codes):
        if code not in entry_of:
            raise Refused("unknown-code", code=code[:40])
        found.append(entry_of[code])
    return tuple(found)


def _by_means(visit: Visit, form: FormData) -> Note:
    """The reason, with how it was decided before it. Raises: Refused("reason-missing"); HTTPException 400."""
    means, reason = text_of(form, "means"), text_of(form, "reason")
    if means not in MEANS:
        raise HTTPException(400)
    if not reason:
        raise Refused("reason-missing")
    text = f"{MEANS[means]}: {reason}"
    return once(visit, form, text, lambda: visit.parts.registry.documents.write(text, visit.identity.account))
