"""From the tally to the final result: what is seen here is what is published, for its digest goes into the command."""

from __future__ import annotations

from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.responses import Response

from domain.contest.commands import DecideCuts
from domain.errors import Refused
from domain.publication.commands import OpenNotice, PublishFinal, PublishProvisional, TallyScores
from domain.rulebook.results import cuts_of_the_jury
from ledger.orders import Receipt
from projections.awards import Prize
from projections.wall import Wall
from web.entering import in_turn
from web.identity.forms import text_of
from web.pages.organiser.doing import carry_out, counter_of, does
from web.pages.organiser.next_step import next_step, open_panels
from web.pages.organiser.result.table import may_see_result, result_table
from web.pages.organiser.visit import Visit, at_desk
from web.pages.revisions import revisions
from web.people import person_of


async def _shown(visit: Visit, status: int = 200, **told: Any) -> Response:  # noqa: ANN401
    parts = visit.parts
    with parts.hall.wall(visit.contest) as wall:
        marks, now = wall.marks, parts.desk.clock.now()
        rulebook = marks.contest.rulebook
        known = {
            "step": next_step(wall, now),
            "state": marks.publication,
            "open_modules": [each.module for each in _progress(wall) if each.is_open or not each.epoch],
            "open_panels": open_panels(wall, begun=False) if rulebook else (),
            "may_tally": bool(rulebook) and bool(marks.codes.codes) and wall.progress().may_tally,
            "windows": rulebook.windows if rulebook else None,
            "prizes": cuts_of_the_jury(rulebook.awards) if rulebook else (),
            "cuts": dict(marks.contest.cuts),
        }
    if known["may_tally"] and marks.phase == "marking" and visit.may("tally-scores"):
        known["unsealed"] = await run_in_threadpool(_unsealed, visit)
    is_whole = marks.phase != "marking" or known["may_tally"]  # before that it is the standings' business
    table = result_table(visit) if is_whole and may_see_result(visit) else None
    known["ties"] = _ties(visit) if table else ()
    known |= {"table": table, "published": revisions(parts.record, visit.contest)}
    return visit.show("desk/result/publication.html", status, **({"unsealed": 0} | known | told))


def _progress(wall: Wall) -> Any:  # noqa: ANN401
    return wall.progress().modules if wall.marks.contest.rulebook else ()


def _ties(visit: Visit) -> list[Prize]:
    """The prizes that a tie across their line leaves undecided as of now."""
    with visit.parts.hall.wall(visit.contest) as wall:
        return [prize for prize in wall.awards() if prize.tied]


def _unsealed(visit: Visit) -> int:
    """How many entries' particulars are not those the record sealed; after the tally that cannot be put right."""
    with visit.parts.hall.wall(visit.contest) as wall:
        seals = {entry: each.seal for entry, each in wall.marks.contest.entries.items()}
    agrees = visit.parts.registry.people.agrees
    return sum(agrees(person_of(visit.contest, entry), seal) is False for entry, seal in seals.items())


@at_desk("publication")
async def publication_page(visit: Visit) -> Response:
    """GET /desk/{contest}/publication: how far the result has come, and the one step that is next."""
    return await _shown(visit)


@at_desk("publication", "chief_judge", "tally_clerk")
async def tally(visit: Visit) -> Response:
    """POST /desk/{contest}/publication/tally: the totals stand, as `digest` says; it ends registration too."""

    async def tallied(form: FormData) -> Receipt:
        async with in_turn(visit.parts, visit.contest):
            return await does(visit, form, TallyScores(visit.contest, _seen(visit, form)))

    return await carry_out(visit, _shown, "tally", tallied)


@at_desk("publication", "chief_judge")
async def publish(visit: Visit) -> Response:
    """POST /desk/{contest}/publication/publish: the result of this `digest`, `as` provisional or final."""

    async def published(form: FormData) -> Receipt:
        corrections = text_of(form, "corrections")
        seen = int(corrections) if corrections.isascii() and corrections.isdecimal() and len(corrections) < 10 else 0  # noqa: PLR2004
        command = PublishFinal if text_of(form, "as") == "final" else PublishProvisional
        return await does(visit, form, command(visit.contest, _seen(visit, form), seen))

    return await carry_out(visit, _shown, "publish", published)


@at_desk("publication", "organiser")
async def open_notice(visit: Visit) -> Response:
    """POST /desk/{contest}/publication/notice: the public notice of the latest revision begins."""
    return await carry_out(visit, _shown, "notice", lambda form: does(visit, form, OpenNotice(visit.contest)))


@at_desk("publication", "chief_judge")
async def decide_cuts(visit: Visit) -> Response:
    """POST /desk/{contest}/publication/cuts: the lowest total of each prize, `cut.PRIZE`; blank: none is given."""

    async def decided(form: FormData) -> Receipt:
        given = [(name.removeprefix("cut."), text_of(form, name)) for name in form if name.startswith("cut.")]
        return await does(visit, form, DecideCuts(visit.contest, tuple((award, low) for award, low in given if low)))

    return await carry_out(visit, _shown, "cuts", decided)


def _seen(visit: Visit, form: FormData) -> str:
    """The digest of what was on the screen. Raises: Refused("result-not-as-seen") if the result is another by now."""
    digest = text_of(form, "digest")
    with visit.parts.hall.wall(visit.contest) as wall:
        now = wall.result().digest if wall.marks.contest.rulebook else ""
    answered = visit.parts.record.receipt(visit.identity.device, counter_of(form)) is not None
    if digest != now and not answered:
        raise Refused("result-not-as-seen")
    return digest
