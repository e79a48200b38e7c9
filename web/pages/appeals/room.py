"""Somebody in the appeals room: who may come in, which rulings they see, and how subjects are named for them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import wraps
from typing import cast

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from projections.rows.view import Plain
from projections.rulings import Case
from projections.wall import Wall
from web.acting import roles_held
from web.identity.guards import Endpoint, holding
from web.identity.identity import Identity
from web.pages.appeals.delegations import delegations_of
from web.pages.organiser.visit import Visit
from web.parts import parts_of
from web.people import person_of

OFFICIALS = ("arbitrator", "chief_judge", "supervisor", "organiser")  # who see every ruling; team leaders see their own
SEES_MARKS = ("arbitrator", "chief_judge", "supervisor")  # seat by seat, of whom a ruling is about


@dataclass(frozen=True, slots=True)
class Room(Visit):
    """A visit to a contest's appeals room, or to one ruling in it."""

    ruling: str = ""

    def path(self, page: str = "") -> str:
        if page:
            return Visit.path(self, page)
        return f"/appeals/{self.contest}" + (f"/{self.ruling}" if self.ruling else "")

    @property
    def is_official(self) -> bool:
        return self.holds(*OFFICIALS)

    def own_delegations(self, wall: Wall) -> frozenset[str]:
        """Those a team leader speaks for; none for anybody else."""
        if not self.holds("team_leader"):
            return frozenset()
        return delegations_of(self.parts.registry, self.identity.account, wall.marks)

    def sees(self, wall: Wall, case: Case) -> bool:
        entry = wall.marks.contest.entries[case.entry]
        return self.is_official or entry.delegation in self.own_delegations(wall)

    def case(self) -> Case:
        """The ruling of the address. Raises: HTTPException 404, also for one that is not theirs to see."""
        with self.parts.hall.wall(self.contest) as wall:
            try:
                case = wall.rulings.of(self.ruling)
            except KeyError:
                raise HTTPException(404) from None
            if not self.sees(wall, case):
                raise HTTPException(404)
            return case

    def subjects(self, wall: Wall, entries: set[str]) -> dict[str, Plain]:
        """Entry → number, delegation, and after decoding its code and, journalled, its name."""
        marks, by = wall.marks, self.identity.account
        decoded = marks.codes.decoded
        people = {person_of(self.contest, entry): entry for entry in entries} if decoded else {}
        names = {
            people[person]: name for person, name in self.parts.registry.people.names(people, by, "rulings").items()
        }
        code_of = {of: code for code, of in marks.codes.entry_of.items()} if decoded else {}
        return {
            entry: {
                "entry": entry,
                "number": marks.contest.entries[entry].number,
                "delegation": marks.contest.entries[entry].delegation,
                "name": names.get(entry, ""),
                "code": code_of.get(entry, ""),
            }
            for entry in entries
        }


def in_room(*roles: str) -> Callable[[Callable[[Room], Awaitable[Response]]], Endpoint]:
    """For holders of one of the roles, else for everybody the room is open to."""

    def guard(shown: Callable[[Room], Awaitable[Response]]) -> Endpoint:
        @wraps(shown)
        async def visited(request: Request, identity: Identity) -> Response:
            parts, contest = parts_of(request), request.path_params["contest"]
            held = tuple(roles_held(parts, identity, contest))
            ruling = cast("str", request.path_params.get("ruling", ""))
            return await shown(Room(request, identity, parts, contest, "appeals", held, ruling))

        return holding(*(roles or (*OFFICIALS, "team_leader")))(visited)

    return guard
