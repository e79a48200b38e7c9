"""The official result to take away as a table, with names once the codes are decoded."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.responses import Response

from projections.rows import cells
from web.exports.delimited import csv_table
from web.exports.workbook import xlsx_table
from web.pages.organiser.result.table import as_sheet, may_see_result, result_table
from web.pages.organiser.sending import attachment
from web.pages.organiser.visit import Visit, at_desk
from web.rendering import language_of
from web.words.catalogue import words


@at_desk("publication")
async def result_file(visit: Visit) -> Response:
    """GET /desk/{contest}/result.{form}: xlsx or csv, as of now."""
    form = visit.request.path_params["form"]
    if not may_see_result(visit):
        raise HTTPException(403)
    with visit.parts.hall.wall(visit.contest) as wall:
        modules, title = cells.modules(wall.marks), wall.marks.title["en" if visit.english else "zh"]
    language = language_of(visit.request)
    headings, rows = as_sheet(result_table(visit), modules, language, words(language).gettext)
    content = csv_table(headings, rows) if form == "csv" else xlsx_table(title, headings, rows)
    return attachment(content, f"{visit.contest}-result.{form}")
