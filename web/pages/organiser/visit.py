"""Somebody at a page of a contest's desk: which pages there are for whom, and what each of them knows and shows."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from domain.roles import ALLOWED
from domain.rulebook.rulebook import Rulebook
from ledger.orders import Receipt
from projections.rows import cells
from projections.rows.view import Plain
from web.acting import fresh_counter, phase_of, roles_held
from web.identity.guards import Endpoint, holding
from web.identity.identity import Identity
from web.parts import Parts, parts_of
from web.rendering import language_of, render

STAFF = ("organiser", "entry_clerk", "chief_judge", "coding_judge", "supervisor", "tally_clerk", "arbitrator")
JURY = ("chief_judge", "tally_clerk", "supervisor")  # who sees marks that are not released, on codes

# Each page with the roles that may open it. The coding judge knows whose a code is and so sees no standings; an
# arbitrator finds first and sees afterwards who gains by it.
PAGES: dict[str, tuple[str, ...]] = {
    "contest": STAFF,
    "rules": STAFF,
    "entries": ("organiser", "entry_clerk", "chief_judge", "supervisor"),
    "codes": ("coding_judge", "organiser", "chief_judge", "supervisor"),
    "seats": ("organiser", "chief_judge"),
    "modules": ("chief_judge", "organiser", "tally_clerk", "supervisor"),
    "scores": ("entry_clerk",),
    "standings": JURY,
    "judges": ("chief_judge", "organiser", "arbitrator"),
    "decisions": JURY,
    "publication": ("organiser", "chief_judge", "coding_judge", "tally_clerk", "supervisor"),
    "journal": STAFF,
}
PUBLISHED = ("provisional", "notice", "final")
_LONGEST_NUMBER = 18  # digits: what an SQLite integer holds


@dataclass(frozen=True, slots=True)
class Visit:
    """Who opened which page of which contest's desk; `roles` are those held in it, in the order of `domain.roles`."""

    request: Request
    identity: Identity
    parts: Parts
    contest: str
    page: str
    roles: tuple[str, ...]

    def holds(self, *roles: str) -> bool:
        return bool(set(roles).intersection(self.roles))

    def may(self, action: str) -> bool:
        """Whether role and phase allow it now, as far as the hall has followed; the desk has the last word."""
        phase = phase_of(self.parts, self.contest)
        return any((role, action, phase) in ALLOWED for role in self.roles)

    def path(self, page: str = "") -> str:
        page = page or self.page
        return f"/desk/{self.contest}" + ("" if page == "contest" else f"/{page}")

    def show(self, template: str, status: int = 200, **told: Any) -> Response:  # noqa: ANN401 - a template's context
        """A page in the desk's frame. Any page may be told `said` (what was refused, at which form) and `typed`."""
        parts = self.parts
        with parts.hall.wall(self.contest) as wall:
            head = cells.head(wall.marks)
        known = {
            "contest": self.contest,
            "head": head,
            "drill": head["drill"] or parts.settings.drill,
            "page": self.page,
            "pages": [(page, self.path(page)) for page, roles in PAGES.items() if self.holds(*roles)],
            "roles": self.roles,
            "may": self.may,
            "explains": explains(self.roles, head["phase"]),
            "n": fresh_counter(parts, self.identity.device),
            "now": parts.desk.clock.now(),
            "done": self._done(),
            "said": None,
            "typed": {},
        }
        return render(self.request, template, status, **(known | told))

    def asked(self, name: str) -> int:
        """A whole number from the page's query, 0 for none."""
        said = self.request.query_params.get(name, "")
        return int(said) if said.isascii() and said.isdecimal() and len(said) <= _LONGEST_NUMBER else 0

    @property
    def rulebook(self) -> Rulebook | None:
        with self.parts.hall.wall(self.contest) as wall:
            return wall.marks.contest.rulebook

    @property
    def english(self) -> bool:
        return language_of(self.request) == "en"

    def _done(self) -> Plain | None:
        """What the form before this page brought about, read back from the record by its number."""
        n = self.asked("n") if self.request.method == "GET" else 0
        receipt = self.parts.record.receipt(self.identity.device, n) if n else None
        return _told(receipt) if receipt is not None and receipt.accepted else None


def explains(roles: Iterable[str], phase: str) -> bool:
    """Whether holders of these roles may read of every code why its total is what it is: a row then leads there."""
    return any(role in JURY or (role == "organiser" and phase in PUBLISHED) for role in roles)


def at_desk(page: str, *roles: str) -> Callable[[Callable[[Visit], Awaitable[Response]]], Endpoint]:
    """For holders of one of the page's roles, or of `roles` where a form on it is only for some of them."""

    def guard(shown: Callable[[Visit], Awaitable[Response]]) -> Endpoint:
        @wraps(shown)
        async def visited(request: Request, identity: Identity) -> Response:
            parts, contest = parts_of(request), request.path_params["contest"]
            held = tuple(roles_held(parts, identity, contest))
            return await shown(Visit(request, identity, parts, contest, page, held))

        return holding(*(roles or PAGES[page]))(visited)

    return guard


def _told(receipt: Receipt) -> Plain:
    last = receipt.first + receipt.count - 1 if receipt.count else 0
    return {"position": last, "at": receipt.at, "count": receipt.count}
