"""From a form on the desk to a command and back: done, and the page says so; refused, and nothing typed is lost."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, TypeVar
from urllib.parse import urlencode

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from domain.errors import Refused
from domain.notes import Note
from ledger.orders import Receipt
from web.acting import TooBusy, ask
from web.failures import SAID
from web.identity.forms import text_of
from web.pages.organiser.visit import Visit
from web.parts import Parts
from web.words.refusals import sentences

_KEPT = 1000
_SHOWN_WITHIN_S = 2.0
_OWN_FIELDS = ("csrf", "n")

Made = TypeVar("Made")
# shows a visit's page, if need be again: page(visit, status, said=…, typed=…), and n=… where its number is to stay
Page = Callable[..., Awaitable[Response]]
Act = Callable[[FormData], Awaitable[Receipt]]


@dataclass(frozen=True, slots=True)
class Said:
    """A refusal as a page shows it: at which of its forms, and the sentence."""

    at: str
    sentence: str


async def carry_out(visit: Visit, page: Page, at: str, act: Act) -> Response:
    """Does what a form asks for and goes back to its page.

    Refused, the page comes again with the sentence at the form called `at` and with all that was typed. While the desk
    is busy it keeps its number too, so that sending it again is the same command.
    """
    form = await visit.request.form()
    typed = {name: value for name, value in form.items() if isinstance(value, str) and name not in _OWN_FIELDS}
    try:
        receipt = await act(form)
    except Refused as refused:
        said = Said(at, sentences(refused.reason, refused.details, visit.rulebook)[visit.english])
        return await page(visit, 409, said=said, typed=typed)
    except TooBusy:
        return await page(visit, 503, said=Said(at, SAID[503][visit.english]), typed=typed, n=counter_of(form))
    query = {**visit.request.query_params, "n": receipt.counter}
    return RedirectResponse(f"{visit.path()}?{urlencode(query)}", 303)


async def does(visit: Visit, form: FormData, command: Any) -> Receipt:  # noqa: ANN401 - any command
    """The accepted receipt. Raises: Refused, TooBusy, RecordError."""
    return await accepted(visit, await ask(visit.parts, visit.identity, counter_of(form), command))


async def accepted(visit: Visit, receipt: Receipt) -> Receipt:
    """The same receipt, once the pages show what it brought about. Raises: Refused."""
    return await followed(visit.parts, visit.contest, receipt)


async def followed(parts: Parts, contest: str, receipt: Receipt) -> Receipt:
    """As `accepted`, where there is no visit yet. Raises: Refused."""
    if not receipt.accepted:
        raise Refused(receipt.reason, **receipt.details)
    last = receipt.first + receipt.count - 1
    with suppress(TimeoutError), parts.hub.watch(contest) as changed:
        async with asyncio.timeout(_SHOWN_WITHIN_S):  # a hall that stands still stops no page; its own notice says so
            while receipt.count and parts.hall.position < last:
                await changed.wait()
                changed.clear()
    return receipt


def counter_of(form: FormData) -> int:
    """The command's number that a form carries. Raises: HTTPException 400."""
    n = text_of(form, "n")
    if not n.isascii() or not n.isdecimal() or not 0 < int(n[:20]) < 1 << 62:
        raise HTTPException(400)
    return int(n)


def once(visit: Visit, form: FormData, what: str, make: Callable[[], Made]) -> Made:
    """What chance or the registry makes for one form is made once, so that the form sent twice is one command.

    `what` tells apart what one number may be used for. Remembered for the latest thousand forms, not over a restart:
    the second sending is then refused, and nothing is done twice.
    """
    state = visit.request.app.state
    if not hasattr(state, "made_for_forms"):
        state.made_for_forms = OrderedDict()
    made: OrderedDict[tuple[str, int, str], Any] = state.made_for_forms
    key = (visit.identity.device, counter_of(form), what)
    if key not in made:
        made[key] = make()
    made.move_to_end(key)
    while len(made) > _KEPT:
        made.popitem(last=False)
    found: Made = made[key]
    return found


def reason_of(visit: Visit, form: FormData, about: str = "") -> Note:
    """The form's `reason` as the record names it. Raises: Refused reason-missing, and as `documents.write`."""
    text = text_of(form, "reason")
    if not text:
        raise Refused("reason-missing")
    return once(visit, form, text, lambda: visit.parts.registry.documents.write(text, visit.identity.account, about))
