"""The official result to take away as tables, with names once the codes are decoded."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.responses import Response

from projections.rows import cells
from web.exports.delimited import csv_table
from web.exports.workbook import xlsx_book
from web.pages.organiser.result.sheets import LISTS, Sheets
from web.pages.organiser.result.table import may_see_result, result_table
from web.pages.organiser.sending import attachment
from web.pages.organiser.visit import Visit, at_desk
from web.rendering import language_of
from web.words.catalogue import words


@at_desk("publication")
async def result_file(visit: Visit) -> Response:
    """GET /desk/{contest}/result.{form}: xlsx with a sheet for each list, or one `list` as csv, as of now."""
    form, wanted = visit.request.path_params["form"], visit.request.query_params.get("list", "places")
    if not may_see_result(visit):
        raise HTTPException(403)
    if wanted not in LISTS:
        raise HTTPException(404)
    with visit.parts.hall.wall(visit.contest) as wall:
        modules = cells.modules(wall.marks)
    language = language_of(visit.request)
    sheets = Sheets(result_table(visit), modules, language, words(language).gettext)
    if form == "csv":
        one = sheets.of(wanted)
        name = "result" if wanted == "places" else f"result-{wanted}"
        return attachment(csv_table(one.headings, one.rows), f"{visit.contest}-{name}.csv")
    return attachment(xlsx_book(sheets.all()), f"{visit.contest}-result.{form}")
