"""The jury's standings: every mark there is, on codes, and one code down to each seat's marks."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from starlette.datastructures import FormData
from starlette.responses import Response

from domain.sheets.commands import ReopenSheet
from ledger.orders import Receipt
from projections.rows.view import Plain
from web.identity.forms import text_of
from web.pages.organiser.doing import carry_out, does, reason_of
from web.pages.organiser.visit import Visit, at_desk


async def _shown(visit: Visit, status: int = 200, **told: Any) -> Response:  # noqa: ANN401
    with visit.parts.hall.wall(visit.contest) as wall:
        rulebook, code = wall.marks.contest.rulebook, visit.request.query_params.get("code", "")
        known = {
            "rows": [{**row, "wide": _wide(row)} for row in wall.standings.view().plain()["rows"]] if rulebook else [],
            "named": wall.marks.codes.decoded,
            "panels": {panel.id: panel for panel in rulebook.panels} if rulebook else {},
            "detail": wall.standings.detail(code) if code in wall.marks.codes.codes else None,
        }
    return visit.show("desk/result/standings.html", status, **(known | told))


def _wide(row: Plain) -> list[tuple[str, str]]:
    """The panels whose seats lie further apart than they may, each with how far."""
    sums = [(panel, each["widest"], each["permitted"]) for panel, each in row["panels"].items()]
    return [(panel, widest) for panel, widest, most in sums if widest and most and Decimal(widest) > Decimal(most)]


@at_desk("standings")
async def standings_page(visit: Visit) -> Response:
    """GET /desk/{contest}/standings: ranked rows; with `?code=` also one code's panels."""
    return await _shown(visit)


@at_desk("standings", "chief_judge")
async def reopen_sheet(visit: Visit) -> Response:
    """POST …/standings?code=…: the sheet of a `panel` and `seat` goes back to its judge, for a `reason`."""
    code = visit.request.query_params.get("code", "")

    async def reopened(form: FormData) -> Receipt:
        panel, seat = text_of(form, "panel"), text_of(form, "seat")
        note = reason_of(visit, form)
        return await does(visit, form, ReopenSheet(visit.contest, panel, code, seat, note))

    return await carry_out(visit, _shown, "reopen", reopened)
