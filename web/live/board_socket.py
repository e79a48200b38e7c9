"""The public board's socket: hello with a revision, then the whole board or patches, and signs of life."""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress

from starlette.websockets import WebSocket, WebSocketDisconnect

from web.limits import Bucket
from web.live.show import NOTHING_SEEN, Spectator
from web.parts import parts_of
from web.security import deny

LONGEST_FRAME = 1024  # characters; a spectator has nothing to say but hello
BAD_FRAME, TOO_MANY_FRAMES = 1003, 1008
_HELLO_WITHIN_S = 10.0
_FAREWELL_S = 1.0


async def board_socket(websocket: WebSocket) -> None:
    """Open to everybody, and sends nothing that the board's page does not show."""
    parts, contest = parts_of(websocket), websocket.path_params["contest"]
    if contest not in parts.hall.contests():
        await deny(websocket, 404)
    elif parts.hub.is_full:
        await deny(websocket, 503, **{"Retry-After": "30"})
    else:
        await websocket.accept()
        with suppress(WebSocketDisconnect, TimeoutError):
            code = await _shown(websocket, contest)
            async with asyncio.timeout(_FAREWELL_S):  # who takes nothing does not take this either
                await websocket.close(code)


async def _shown(websocket: WebSocket, contest: str) -> int:
    """Shows the board until the spectator leaves or is let go; the code to close with."""
    try:
        async with asyncio.timeout(_HELLO_WITHIN_S):
            spectator = Spectator(await _hello(websocket))
    except ValueError:
        return BAD_FRAME
    with parts_of(websocket).hub.seat(contest, spectator) as show:
        listening = asyncio.create_task(_listen(websocket, spectator))
        try:
            return await show.follow(spectator, websocket.send_text)
        finally:
            listening.cancel()


async def _listen(websocket: WebSocket, spectator: Spectator) -> None:
    hellos = Bucket(burst=20, per_second=1)
    code = BAD_FRAME
    try:
        while hellos.take():
            spectator.seen = await _hello(websocket)
            spectator.wake()
        code = TOO_MANY_FRAMES
    except (WebSocketDisconnect, ValueError):
        return
    finally:
        spectator.let_go(code)


async def _hello(websocket: WebSocket) -> int:
    """The revision the next frame names, NOTHING_SEEN for none. Raises: ValueError for anything but a hello."""
    message = await websocket.receive()
    if message["type"] == "websocket.disconnect":
        raise WebSocketDisconnect(message["code"], message.get("reason"))
    text = message.get("text") or ""
    try:
        frame = json.loads(text) if len(text) <= LONGEST_FRAME else None
    except RecursionError as error:
        raise ValueError("too deep for a hello") from error
    if not isinstance(frame, dict) or frame.get("t") != "hello":
        raise ValueError("no hello")
    revision = frame.get("revision")
    return revision if type(revision) is int else NOTHING_SEEN
