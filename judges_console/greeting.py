"""What stands between a hello and its welcome: who is it, in which contest, and is the seat theirs."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from domain.contest.commands import TakeSeat
from domain.decision import Actor
from domain.errors import Busy, Detail
from judges_console.frames import Frame
from judges_console.notes import Notes
from judges_console.session import Hello, Where
from judges_console.welcome import place_of_judge, welcome_frame
from judges_console.words import NO_DETAILS
from ledger.errors import DeskClosed, RecordError
from ledger.orders import Order
from registry.access.places import Place
from web.acting import fresh_counter, roles_held
from web.identity.identity import Identity
from web.parts import Parts

_SHOWN_WITHIN_MS, _LOOK_EVERY_MS = 1000, 2


class Parting(Exception):  # noqa: N818 - an answer, not a fault of the program
    """No welcome: a reason of words.FAREWELLS, or why the seat could not be taken."""

    def __init__(self, reason: str, details: Mapping[str, Detail] = NO_DETAILS) -> None:
        super().__init__(reason)
        self.reason, self.details = reason, details


class Greeted(NamedTuple):
    """Who has come in, whom the session speaks for from here on, and the frame that says so."""

    identity: Identity
    where: Where
    welcome: Frame


async def greeted(parts: Parts, notes: Notes, hello: Hello, identity: Identity | None) -> Greeted:
    """Lets a session in; a judge's is in its seat then. `identity`: whom hello, handshake or cookie named.

    Raises: Parting.
    """
    identity = _in_contest(identity, hello)
    place = identity.place
    if place.contest not in parts.hall.contests():
        raise Parting("no-contest", {"contest": place.contest})
    if not parts.desk.is_open:
        raise Parting("desk-closed")
    await _caught_up(parts)
    roles = roles_held(parts, identity, place.contest)
    if not roles or (place.seat and not parts.registry.grants.may_sit(identity.account, place)):
        raise Parting("not-your-contest")
    actor = judge_of(parts, identity, roles) if place.seat else None
    if actor:
        await seated(parts, identity, actor)
    where = Where(
        *place,
        actor,
        lambda n, text, body: notes.write(identity, place.contest, n, text, body),
    )
    return Greeted(identity, where, _welcome(parts, identity, hello.lang, roles))


def _in_contest(identity: Identity | None, hello: Hello) -> Identity:
    """Of a session that is bound to no contest the hello names one. Raises: Parting."""
    if identity is None:
        raise Parting("session-missing")
    place = identity.place
    if place.contest and hello.contest not in {"", place.contest}:
        raise Parting("not-your-contest")
    if not place.contest and not hello.contest:
        raise Parting("contest-missing")
    return replace(identity, place=place if place.contest else Place(hello.contest))


async def _caught_up(parts: Parts) -> None:
    """Waits until the hall shows all that is recorded by now: a seat left a moment ago must not look taken.

    Not for ever: a hall that stands still keeps nobody from marking.
    """
    position, waited = parts.record.head().position, 0
    while parts.hall.position < position and waited < _SHOWN_WITHIN_MS:
        await asyncio.sleep(_LOOK_EVERY_MS / 1000)
        waited += _LOOK_EVERY_MS


def judge_of(parts: Parts, identity: Identity, roles: list[str]) -> Actor:
    """Acts in the role of the seat's panel. Raises: Parting."""
    contest, panel, seat = identity.place
    try:
        with parts.hall.wall(contest) as wall:
            role = wall.marks.rulebook.panel(panel).role
    except KeyError:
        raise Parting("unknown-panel", {"panel": panel}) from None
    except LookupError:
        raise Parting("no-rulebook") from None
    if role not in roles:
        raise Parting("not-your-part", {"action": "take-seat", "role": roles[0]})
    return Actor(identity.account, role, f"{panel}.{seat}")


async def seated(
    parts: Parts, identity: Identity, judge: Actor, delegation: str = "", interests: tuple[str, ...] = ()
) -> None:
    """Takes the seat with what the judge declares; nothing to do for who sits there and declares nothing.

    Raises: Parting.
    """
    contest, panel, seat = identity.place
    declares = bool(delegation or interests)
    with parts.hall.wall(contest) as wall:
        now = wall.marks.contest.seat(panel, seat)
    if now.taken and now.account == identity.account and not declares:
        return
    # the device's own counters belong to the client, who may have commands under the next ones waiting
    device = f"door:{identity.device}"
    order = Order(judge, device, fresh_counter(parts, device), TakeSeat(contest, panel, seat, delegation, interests))
    try:
        answer = await parts.desk.ask(order)
    except DeskClosed:
        raise Parting("desk-closed") from None
    except RecordError:
        raise Parting("record-unreadable") from None
    if isinstance(answer, Busy):
        raise Parting("busy")
    if not answer.accepted:
        raise Parting(answer.reason, answer.details)


def _welcome(parts: Parts, identity: Identity, lang: str, roles: list[str]) -> Frame:
    contest, panel, seat = identity.place
    counter = parts.desk.highest_counter(identity.device)
    with parts.hall.wall(contest) as wall:
        frame = welcome_frame(wall.marks, lang, identity.device, counter, parts.desk.clock.now())
        return frame | (place_of_judge(wall.marks, panel, seat, lang) if seat else {"roles": roles})
