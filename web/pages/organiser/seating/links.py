"""One-time links on paper or screen: who, where, until when, and a QR code to scan."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

import segno
from markupsafe import Markup
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException

from registry.access.places import Place
from web.identity.forms import text_of
from web.pages.organiser.visit import Visit

LIVES = (600, 7200, 43200)  # seconds: scanned at once, within two hours, printed the evening before
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


@dataclass(frozen=True, slots=True)
class LinkCard:
    """`role` and, for a judge, panel and seat; `until` in µs UTC; `qr` is an SVG of the link."""

    account: str
    role: str
    place: Place
    url: str
    until: int
    qr: Markup


def link_card(visit: Visit, form: FormData, account: str, role: str, place: Place) -> LinkCard:
    """A fresh link for somebody who holds the role there; `life` and `origin` as the form says.

    Raises: Refused, as `links.make`; HTTPException 400 for a life or an address that was not offered.
    """
    life, origin = text_of(form, "life") or str(LIVES[0]), text_of(form, "origin") or addresses(visit)[0]
    if life not in map(str, LIVES) or origin not in visit.parts.settings.origins:
        raise HTTPException(400)
    link = visit.parts.registry.links.make(account, visit.identity.account, place, int(life))
    url = f"{origin}/enrol#{link.secret}"
    return LinkCard(account, role, place, url, link.until, qr(url))


def addresses(visit: Visit) -> list[str]:
    """Under what addresses this server may be reached, the likeliest for a tablet in the hall first."""

    def unlikely(origin: str) -> tuple[bool, bool, str]:
        asked = f"{visit.request.url.scheme}://{visit.request.url.netloc}"
        return urlsplit(origin).hostname in _LOOPBACK, origin != asked, origin

    return sorted(visit.parts.settings.origins, key=unlikely)


def qr(text: str) -> Markup:
    """Black on white in any theme, for cameras see no other; its size is the page's to say."""
    code = segno.make(text, error="m", micro=False)
    return Markup(code.svg_inline(dark="#000", light="#fff", border=3, omitsize=True))  # noqa: S704 - our own SVG
