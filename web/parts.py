"""What every door needs to do its work, made in one place (biwu/wiring.py) and found at `app.state.parts`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from starlette.requests import HTTPConnection

from ledger.desk import Desk
from ledger.record import Record
from projections.hall import Hall
from registry.book import Registry
from web.identity.standing import Standing
from web.live.hub import Hub


@dataclass(frozen=True, slots=True)
class Doors:
    """How the doors are reached: `origins` like "http://192.168.1.5:8000" are all that may open sockets and send forms.

    `secure`: they are reached by https alone. `drill`: all of this server is a rehearsal, and every page says 演练.
    """

    origins: frozenset[str]
    secure: bool = False
    drill: bool = False


@dataclass(frozen=True, slots=True)
class Parts:
    """Record and desk take what people do, the registry knows who they are, hall and hub show what came of it."""

    record: Record
    desk: Desk
    registry: Registry
    hall: Hall
    hub: Hub
    standing: Standing
    settings: Doors


def parts_of(connection: HTTPConnection) -> Parts:
    return cast("Parts", connection.app.state.parts)
