"""Scores on the desk: a theory paper's file, shown as what it would enter and correct before it does."""

from __future__ import annotations

from functools import partial
from typing import Any, Literal, cast

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.responses import Response

from domain.errors import Malformed, Refused
from domain.rulebook.panels import Panel
from ledger.orders import Receipt
from projections.folds.marks import Marks
from web.acting import fresh_counter
from web.entering import enter_scores, scores_standing
from web.identity.forms import text_of
from web.imports.plans import ScoresPlan, plan_scores
from web.imports.reading.limits import LIMITS
from web.imports.scores import ScoresRead, read_scores
from web.imports.standing import By, codes_by, scores_of
from web.pages.organiser.doing import accepted, carry_out, counter_of
from web.pages.organiser.imports.tray import PlanMoved, Upload, as_seen, digest_of, file_in, tray_of
from web.pages.organiser.visit import Visit, at_desk
from web.people import person_of
from web.security import KIB, takes

KIND = "scores"
LARGEST = LIMITS.size + 64 * KIB


async def _shown(visit: Visit, status: int = 200, **told: Any) -> Response:  # noqa: ANN401
    with visit.parts.hall.wall(visit.contest) as wall:
        marks = wall.marks
        known = {
            "panels": [(panel, *_counts(marks, panel)) for panel in panels_from_files(marks)],
            "open": {module for module, state in marks.contest.modules.items() if state.is_open},
            "map_is_open": not marks.codes.commitment,
            "faults": (),
            "file_name": "",
        }
    return visit.show("desk/imports/scores.html", status, **(known | told))


def panels_from_files(marks: Marks) -> list[Panel]:
    """The panels whose scores come from a file."""
    rulebook = marks.contest.rulebook
    return [panel for panel in rulebook.panels if panel.role == "entry_clerk"] if rulebook else []


def _counts(marks: Marks, panel: Panel) -> tuple[int, int]:
    """How many codes have all their scores or a status, and how many there are."""
    found = [scores_of(marks, panel.id, aspect.id, "code") for aspect in panel.aspects]
    whole = set(found[0]).intersection(*found[1:])
    return len(whole), len(codes_by(marks, "code"))


@at_desk("scores")
async def scores_page(visit: Visit) -> Response:
    """GET /desk/{contest}/scores: what stands, and the way to send a file."""
    return await _shown(visit)


@takes(LARGEST)
@at_desk("scores")
async def read_file(visit: Visit) -> Response:
    """POST /desk/{contest}/scores/read: a `file` for an aspect of a panel (`of`), by entry number or code (`by`).

    `complete`: whether somebody without a score is a fault of the file.
    """
    form = await visit.request.form()
    panel, _, aspect = text_of(form, "of").rpartition(".")
    choices = {"panel": panel, "aspect": aspect, "by": "code" if text_of(form, "by") == "code" else "number"}
    name = ""
    try:
        content, name = await file_in(visit)
        blanks = "faults" if text_of(form, "complete") else "allowed"
        read = await run_in_threadpool(_read, visit, content, name, choices, blanks)
    except Malformed as malformed:
        typed = {key: value for key, value in form.items() if isinstance(value, str)}
        return await _shown(visit, 422, faults=malformed.faults, file_name=name, typed=typed)
    return await _preview(visit, Upload(visit.contest, KIND, name, read, choices))


@at_desk("scores")
async def enter_file(visit: Visit) -> Response:
    """POST /desk/{contest}/scores/enter: what was shown under this `n`; corrections with a `reason`."""
    owner, n = visit.identity.token, counter_of(await visit.request.form())

    async def entered(form: FormData) -> Receipt:
        upload = tray_of(visit).find(owner, n, visit.contest, KIND)
        plan = await _plan(visit, upload)
        as_seen(visit, form, plan)
        panel, aspect, by = upload.choices["panel"], upload.choices["aspect"], _by(upload.choices)
        enter = partial(enter_scores, visit.parts, visit.identity, n, visit.contest)
        return await accepted(visit, await enter(panel, plan, text_of(form, "reason"), by=by, aspect=aspect))

    async def again(visit: Visit, status: int = 200, **told: Any) -> Response:  # noqa: ANN401
        try:
            return await _preview(visit, tray_of(visit).find(owner, n, visit.contest, KIND), status, **told)
        except Refused:
            return await _shown(visit, status, **told)

    try:
        return await carry_out(visit, again, "enter", entered)
    except PlanMoved:
        return await again(visit, moved=True)


def _read(visit: Visit, content: bytes, name: str, choices: dict[str, str], blanks: str) -> ScoresRead:
    """Raises: Malformed; HTTPException 400 for a panel or aspect that takes no file."""
    with visit.parts.hall.wall(visit.contest) as wall:
        panels = {panel.id: panel for panel in panels_from_files(wall.marks)}
    known = names_by(visit, _by(choices), "score-file")
    try:
        aspect = panels[choices["panel"]].aspect(choices["aspect"])
    except KeyError:
        raise HTTPException(400) from None
    allowed = cast("Literal['faults', 'allowed']", blanks)
    return read_scores(content, name, aspect=aspect, known=known, by=_by(choices), blanks=allowed)


def names_by(visit: Visit, by: By, why: str) -> dict[str, str]:
    """Entry number (or code) → the registered name to compare with; by code nobody's, for codes hide names."""
    with visit.parts.hall.wall(visit.contest) as wall:
        codes, numbers = codes_by(wall.marks, by), dict(wall.marks.contest.numbers)
    if by == "code":
        return dict.fromkeys(codes, "")
    people = {number: person_of(visit.contest, numbers[number]) for number in codes}
    names = visit.parts.registry.people.names(people.values(), visit.identity.account, why)
    return {number: names.get(person, "") for number, person in people.items()}


def _by(choices: dict[str, str]) -> By:
    return "code" if choices["by"] == "code" else "number"


async def _plan(visit: Visit, upload: Upload) -> ScoresPlan:
    panel, aspect, by = upload.choices["panel"], upload.choices["aspect"], _by(upload.choices)
    standing = await scores_standing(visit.parts, visit.contest, panel, aspect, by)
    return plan_scores(upload.read.rows, standing)


async def _preview(visit: Visit, upload: Upload, status: int = 200, **told: Any) -> Response:  # noqa: ANN401
    """The plan on the screen, and the file on the tray under the number of the command that would enter it."""
    plan, n = await _plan(visit, upload), told.pop("n", 0) or fresh_counter(visit.parts, visit.identity.device)
    tray_of(visit).keep(visit.identity.token, n, upload)
    with visit.parts.hall.wall(visit.contest) as wall:
        panel = wall.marks.rulebook.panel(upload.choices["panel"])
    known = {
        "plan": plan,
        "read": upload.read,
        "panel": panel,
        "by": upload.choices["by"],
        "file_name": upload.name,
        "seen": digest_of(plan),
        "moved": False,
    }
    return visit.show("desk/imports/scores_preview.html", status, n=n, **(known | told))
