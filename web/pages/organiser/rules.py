"""The rules in force in plain words, a change that waits for its second person, and afterwards what it has changed.

Who proposes and who confirms sees the rules alone: what the change does to anybody's place is shown once it is decided.
"""

from __future__ import annotations

from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.responses import Response

from domain.contest.commands import ConfirmRulebook, ProposeRulebook
from domain.contest.state import Contest
from domain.errors import Malformed
from domain.rulebook.printing.differences import differences
from domain.rulebook.printing.speech import Language
from domain.rulebook.printing.whole import printed_rules
from domain.rulebook.reading import fixed
from ledger.orders import Receipt
from projections.jury.amendment import Amendment, amendments
from projections.rows import cells
from projections.rows.view import Plain
from web.identity.forms import text_of
from web.pages.organiser.doing import carry_out, does, reason_of
from web.pages.organiser.rulebooks import LARGEST, text_in
from web.pages.organiser.sending import attachment
from web.pages.organiser.visit import JURY, PUBLISHED, Visit, at_desk
from web.security import KIB, takes


async def _shown(visit: Visit, status: int = 200, **told: Any) -> Response:  # noqa: ANN401
    language: Language = "en" if visit.english else "zh"
    with visit.parts.hall.wall(visit.contest) as wall:
        contest, phase = wall.marks.contest, wall.marks.phase
        known: Plain = {
            "rulebook": contest.rulebook,
            "version": contest.version,
            "digest": contest.digest,
            "waiting": _waiting(visit, contest, language),
            "faults": (),
        }
    known["printed"] = printed_rules(known["rulebook"], language) if known["rulebook"] else ""
    if visit.holds(*JURY) or phase in PUBLISHED:
        known |= await run_in_threadpool(_changed, visit, language)
    return visit.show("desk/rules.html", status, **(known | told))


def _waiting(visit: Visit, contest: Contest, language: Language) -> Plain | None:
    """The proposal: who made it and why, and what it says otherwise than the rules in force."""
    proposal = contest.proposed
    if proposal is None or contest.rulebook is None:
        return None
    registry, by = visit.parts.registry, visit.identity.account
    return {
        "digest": proposal.digest,
        "own": proposal.account == by,
        "name": registry.accounts.display_names([proposal.account], by, "rules").get(proposal.account, ""),
        "why": registry.documents.read_all([proposal.note.document], by, "rules").get(proposal.note.document, ""),
        "differences": differences(contest.rulebook, fixed(proposal.text), language),
    }


def _changed(visit: Visit, language: Language) -> Plain:
    """Every change decided so far, with the rows of the result it moved."""
    with visit.parts.hall.wall(visit.contest) as wall:
        marks = wall.marks
        found = amendments(marks) if marks.amended else ()
        texts = {each.digest: each.text for each in marks.rulebooks}
        who = {code: cells.identity(marks, code) for code in marks.codes.codes}
    return {"amendments": [(each, _said(each, texts, language)) for each in reversed(found)], "who": who}


def _said(amendment: Amendment, texts: dict[str, str], language: Language) -> list[str]:
    return differences(fixed(texts[amendment.before]), fixed(texts[amendment.after]), language)


@at_desk("rules")
async def rules_page(visit: Visit) -> Response:
    """GET /desk/{contest}/rules."""
    return await _shown(visit)


@at_desk("rules")
async def proposed_text(visit: Visit) -> Response:
    """GET /desk/{contest}/rules/proposed.toml: the proposal letter for letter."""
    with visit.parts.hall.wall(visit.contest) as wall:
        proposal = wall.marks.contest.proposed
    if proposal is None:
        raise HTTPException(404)
    return attachment(proposal.text, f"{visit.contest}-proposed.toml")


@takes(LARGEST + 64 * KIB)
@at_desk("rules", "organiser", "chief_judge")
async def propose(visit: Visit) -> Response:
    """POST /desk/{contest}/rules/propose: a TOML file with a `reason`; or every fault in it."""

    async def proposed(form: FormData) -> Receipt:
        text = await text_in(form)
        return await does(visit, form, ProposeRulebook(visit.contest, text, reason_of(visit, form)))

    try:
        return await carry_out(visit, _shown, "propose", proposed)
    except Malformed as malformed:
        return await _shown(visit, 422, faults=malformed.faults)


@at_desk("rules", "chief_judge", "supervisor")
async def confirm(visit: Visit) -> Response:
    """POST /desk/{contest}/rules/confirm: the second person's word for the proposal of this `digest`."""

    async def confirmed(form: FormData) -> Receipt:
        return await does(visit, form, ConfirmRulebook(visit.contest, text_of(form, "digest")))

    return await carry_out(visit, _shown, "confirm", confirmed)
