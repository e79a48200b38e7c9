"""Who sits where: naming judges for seats and officials for roles, their one-time links, and emptying a seat."""

from __future__ import annotations

from typing import Any

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from domain.contest.commands import LeaveSeat
from domain.errors import Refused
from ledger.orders import Receipt
from registry.access.places import Place
from web.identity.forms import text_of
from web.pages.organiser.doing import Said, carry_out, does, once
from web.pages.organiser.seating.links import LIVES, LinkCard, addresses, link_card
from web.pages.organiser.seating.people import OFFICIALS, newcomer, not_kept_apart, officials_of, only_here, seats_of
from web.pages.organiser.visit import Visit, at_desk
from web.words.refusals import sentences

_ALL = "*"


async def _shown(visit: Visit, status: int = 200, **told: Any) -> Response:  # noqa: ANN401
    parts = visit.parts
    with parts.hall.wall(visit.contest) as wall:
        seats, rulebook = seats_of(parts, wall.marks), wall.marks.contest.rulebook
    officials = officials_of(parts, visit.contest)
    people = {account for held in officials.values() for account in held}
    people |= {account for held in seats.values() for seat in held for account in (seat.account, seat.sitting)}
    names = parts.registry.accounts.display_names(people - {""}, visit.identity.account, "seats")
    known = {
        "panels": [(rulebook.panel(panel), held) for panel, held in seats.items()] if rulebook else [],
        "officials": officials,
        "names": names,
        "me": visit.identity.account,
        "mixed": not_kept_apart(parts, visit.contest),
        "lives": LIVES,
        "addresses": addresses(visit),
    }
    return visit.show("desk/seating/seats.html", status, **(known | told))


@at_desk("seats")
async def seats_page(visit: Visit) -> Response:
    """GET /desk/{contest}/seats: every judge's seat, then the officials."""
    return await _shown(visit)


@at_desk("seats", "organiser")
async def seat_links(visit: Visit) -> Response:
    """POST /desk/{contest}/seats/links: `seat` is PANEL.SEAT, PANEL.* or *; who is new is named on the way."""
    form = await visit.request.form()
    wanted = text_of(form, "seat")
    with visit.parts.hall.wall(visit.contest) as wall:
        seats = seats_of(visit.parts, wall.marks)
        roles = {panel: wall.marks.rulebook.panel(panel).role for panel in seats}
    cards = []
    try:
        for place, held in ((Place(visit.contest, panel, one.seat), one) for panel in seats for one in seats[panel]):
            if wanted in (f"{place.panel}.{place.seat}", f"{place.panel}.{_ALL}", _ALL):
                account = held.account or _named(visit, form, roles[place.panel], place)
                cards.append(link_card(visit, form, account, roles[place.panel], place))
    except Refused as refused:
        return await _refused(visit, form, "seats", refused)
    return _sheet(visit, cards)


@at_desk("seats", "organiser")
async def official_link(visit: Visit) -> Response:
    """POST /desk/{contest}/seats/officials: `role` for `account`, or for somebody new called `name`; and a link.

    Who has a part elsewhere too comes in with a password: a link from here would open that other door as well.
    """
    form = await visit.request.form()
    role, account, place = text_of(form, "role"), text_of(form, "account"), Place(visit.contest)
    by = visit.identity.account
    if role not in OFFICIALS:
        raise HTTPException(400)
    try:
        if account:
            _must_be_here(visit, account)
            visit.parts.registry.grants.grant(account, role, place, by)
        else:
            name = text_of(form, "name")
            account = once(visit, form, "account", lambda: newcomer(visit.parts, name, role, place, by))
        if not only_here(visit.parts, account, visit.contest):
            return RedirectResponse(visit.path(), 303)
        return _sheet(visit, [link_card(visit, form, account, role, place)])
    except Refused as refused:
        return await _refused(visit, form, "officials", refused)


@at_desk("seats")
async def take_back(visit: Visit) -> Response:
    """POST /desk/{contest}/seats/leave: empty a `seat` (PANEL.SEAT); whoever was named for it is so no more.

    Somebody who never came has left nothing in the record, so there is no command for it.
    """
    panel, _, seat = text_of(await visit.request.form(), "seat").rpartition(".")
    place = Place(visit.contest, panel, seat)
    with visit.parts.hall.wall(visit.contest) as wall:
        is_taken = wall.marks.contest.seat(panel, seat).taken
    if not is_taken and _let_go(visit, place):
        return RedirectResponse(visit.path(), 303)

    async def left(form: FormData) -> Receipt:
        receipt = await does(
            visit, form, LeaveSeat(visit.contest, panel, seat)
        )  # the record may refuse: it comes first
        _let_go(visit, place)
        return receipt

    return await carry_out(visit, _shown, panel, left)


@at_desk("seats", "organiser")
async def revoke(visit: Visit) -> Response:
    """POST /desk/{contest}/seats/revoke: take a `role` back from an `account`; its unused links are void."""
    form, by = await visit.request.form(), visit.identity.account
    account = text_of(form, "account")
    visit.parts.registry.grants.revoke(account, text_of(form, "role"), Place(visit.contest), by)
    if only_here(visit.parts, account, visit.contest):  # links into other contests are not ours to void
        visit.parts.registry.links.cancel(account, by)
    return RedirectResponse(visit.path(), 303)


def _let_go(visit: Visit, place: Place) -> bool:
    """Takes the seat back from whoever was named for it, with their unused links; False: nobody was."""
    registry, by = visit.parts.registry, visit.identity.account
    held = [grant for grant in registry.grants.holders(visit.contest) if grant.place == place]
    for grant in held:
        registry.links.cancel(grant.account, by)
        registry.grants.revoke(grant.account, grant.role, grant.place, by)
    return bool(held)


def _named(visit: Visit, form: FormData, role: str, place: Place) -> str:
    """Somebody new for a seat, called after it where no name was typed."""
    where = f"{place.panel}.{place.seat}"
    name = text_of(form, f"name.{where}") or place.seat
    return once(visit, form, where, lambda: newcomer(visit.parts, name, role, place, visit.identity.account))


def _must_be_here(visit: Visit, account: str) -> None:
    """A role is given to somebody of this contest, or to oneself. Raises: Refused("account-unknown")."""
    held = visit.parts.registry.grants.holders(visit.contest)
    if account != visit.identity.account and account not in {grant.account for grant in held}:
        raise Refused("account-unknown", account=account)


def _sheet(visit: Visit, cards: list[LinkCard]) -> Response:
    with visit.parts.hall.wall(visit.contest) as wall:
        rulebook = wall.marks.contest.rulebook
    accounts = {card.account for card in cards}
    names = visit.parts.registry.accounts.display_names(accounts, visit.identity.account, "links")
    panels = {panel.id: panel for panel in rulebook.panels} if rulebook else {}
    return visit.show("desk/seating/links.html", cards=cards, names=names, panels=panels)


async def _refused(visit: Visit, form: FormData, at: str, refused: Refused) -> Response:
    typed = {name: value for name, value in form.items() if isinstance(value, str)}
    sentence = sentences(refused.reason, refused.details)[visit.english]
    return await _shown(visit, 409, said=Said(at, sentence), typed=typed)
