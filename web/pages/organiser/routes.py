"""The addresses of the organiser's desk."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from web.pages.organiser import codes, contest, front, journal, modules, rules
from web.pages.organiser.imports import blanks, entries, scores
from web.pages.organiser.judging import judges
from web.pages.organiser.result import decisions, exports, publication, standings
from web.pages.organiser.seating import seats

_ONE = "/desk/{contest}"


def _posts(path: str, endpoint: Callable[[Request], Awaitable[Response]]) -> Route:
    return Route(f"{_ONE}{path}", endpoint, methods=["POST"])


ROUTES: tuple[BaseRoute, ...] = (
    Route("/desk", front.front_page),
    Route("/desk/new", front.new_contest, methods=["POST"]),
    Route(_ONE, contest.contest_page),
    Route(f"{_ONE}/rulebook.toml", contest.rulebook_text),
    _posts("/rulebook", contest.fix_rulebook),
    Route(f"{_ONE}/rules", rules.rules_page),
    Route(f"{_ONE}/rules/proposed.toml", rules.proposed_text),
    _posts("/rules/propose", rules.propose),
    _posts("/rules/confirm", rules.confirm),
    Route(f"{_ONE}/entries", entries.entries_page),
    Route(f"{_ONE}/entries/template.{{form}}", blanks.entries_blank),
    _posts("/entries/read", entries.read_list),
    _posts("/entries/enter", entries.enter_list),
    _posts("/entries/withdraw", entries.withdraw),
    Route(f"{_ONE}/codes", codes.codes_page),
    _posts("/codes/draw", codes.draw),
    _posts("/codes/decode", codes.decode),
    Route(f"{_ONE}/seats", seats.seats_page),
    _posts("/seats/links", seats.seat_links),
    _posts("/seats/officials", seats.official_link),
    _posts("/seats/leave", seats.take_back),
    _posts("/seats/revoke", seats.revoke),
    Route(f"{_ONE}/modules", modules.modules_page),
    _posts("/modules", modules.move_module),
    _posts("/modules/state", modules.state_performance),
    _posts("/modules/seat", modules.state_seat),
    Route(f"{_ONE}/scores", scores.scores_page),
    Route(f"{_ONE}/scores/template.{{form}}", blanks.scores_blank),
    _posts("/scores/read", scores.read_file),
    _posts("/scores/enter", scores.enter_file),
    Route(f"{_ONE}/standings", standings.standings_page),
    _posts("/standings", standings.reopen_sheet),
    Route(f"{_ONE}/judges", judges.judges_page),
    Route(f"{_ONE}/decisions", decisions.decisions_page),
    _posts("/decisions/advance", decisions.decide_advance),
    _posts("/decisions/tie", decisions.decide_tie),
    _posts("/decisions/deduction", decisions.make_deduction),
    Route(f"{_ONE}/publication", publication.publication_page),
    _posts("/publication/tally", publication.tally),
    _posts("/publication/publish", publication.publish),
    _posts("/publication/notice", publication.open_notice),
    _posts("/publication/cuts", publication.decide_cuts),
    Route(f"{_ONE}/result.{{form}}", exports.result_file),
    Route(f"{_ONE}/journal", journal.journal_page),
)
