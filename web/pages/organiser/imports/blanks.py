"""Empty tables to fill in: the list of entries, and a score file with a row for everybody."""

from __future__ import annotations

from starlette.responses import Response

from web.exports.templates import Form, entries_template, scores_template
from web.pages.organiser.imports.scores import names_by
from web.pages.organiser.sending import attachment
from web.pages.organiser.visit import Visit, at_desk
from web.rendering import language_of


@at_desk("entries")
async def entries_blank(visit: Visit) -> Response:
    """GET /desk/{contest}/entries/template.{form}: xlsx or csv, in the reader's language."""
    form = _form(visit)
    return attachment(entries_template(language_of(visit.request), form), f"{visit.contest}-entries.{form}")


@at_desk("scores")
async def scores_blank(visit: Visit) -> Response:
    """GET /desk/{contest}/scores/template.{form}: by entry number with names, or with `?by=code` by code alone."""
    form = _form(visit)
    rows = names_by(visit, "code" if visit.request.query_params.get("by") == "code" else "number", "score-file")
    content = scores_template(language_of(visit.request), form, sorted(rows.items()))
    return attachment(content, f"{visit.contest}-scores.{form}")


def _form(visit: Visit) -> Form:
    return "csv" if visit.request.path_params["form"] == "csv" else "xlsx"
