"""From a person at a door to an order on the desk: who acts, in which role, under which number."""

from __future__ import annotations

from typing import Any

from domain.commands import NAMES
from domain.decision import Actor
from domain.errors import Busy
from domain.roles import ALLOWED, ROLES
from ledger.orders import Order, Receipt
from registry.access.places import Place
from web.identity.identity import Identity
from web.parts import Parts


class TooBusy(Exception):  # noqa: N818 - an answer, not a fault of the program
    """Nothing was decided: send the same command again after so many milliseconds."""

    def __init__(self, retry_after_ms: int) -> None:
        super().__init__(retry_after_ms)
        self.retry_after_ms = retry_after_ms


async def ask(parts: Parts, identity: Identity, counter: int, command: Any) -> Receipt:  # noqa: ANN401 - any command
    """The desk's stored answer, accepted or refused; the same device, counter and command: the same answer.

    Raises: TooBusy; RecordError (DeskClosed, CommandFailed): there is no answer, and error pages say so.
    """
    answer = await parts.desk.ask(Order(actor_for(parts, identity, command), identity.device, counter, command))
    if isinstance(answer, Busy):
        raise TooBusy(answer.retry_after_ms)
    return answer


def actor_for(parts: Parts, identity: Identity, command: Any) -> Actor:  # noqa: ANN401 - any command
    """A session in a seat acts in its panel's role; any other in the first role it holds that may do this now.

    When none may, the first role held: the desk's refusal then says what is in the way.
    """
    place, contest = identity.place, command.contest
    if place.seat and place.contest == contest:
        return Actor(identity.account, role_at(parts, identity.account, place), f"{place.panel}.{place.seat}")
    held = roles_held(parts, identity, contest)
    action, phase = NAMES[type(command)], phase_of(parts, contest)
    may = (role for role in held if (role, action, phase) in ALLOWED)
    return Actor(identity.account, next(may, held[0] if held else ""))


def roles_held(parts: Parts, identity: Identity, contest: str) -> list[str]:
    """The roles an account holds in a contest, in the order of `domain.roles.ROLES`."""
    held = parts.registry.grants.roles_of(identity.account, contest)
    return [role for role in ROLES if role in held]


def role_at(parts: Parts, account: str, place: Place) -> str:
    """The role somebody has at a place: in a seat the panel's, if it is held, else the first one held; "" for none."""
    held = parts.registry.grants.roles_of(account, place.contest)
    if not place.seat:
        return next((role for role in ROLES if role in held), "")
    try:
        with parts.hall.wall(place.contest) as wall:
            role = wall.marks.rulebook.panel(place.panel).role
    except LookupError:  # no contest, no rulebook or no such panel: a seat in thin air, which no action allows
        return ""
    return role if role in held else ""


def phase_of(parts: Parts, contest: str) -> str:
    """A word of `domain.roles.PHASES`, as far as the hall has followed."""
    try:
        with parts.hall.wall(contest) as wall:
            return wall.marks.phase
    except KeyError:
        return "draft"


def fresh_counter(parts: Parts, device: str) -> int:
    """A number this device has not used yet: a form carries it, so that sending it twice is one command.

    At least the official time in µs, so that two forms open at once differ.
    """
    return max(parts.desk.highest_counter(device) + 1, parts.desk.clock.now())
