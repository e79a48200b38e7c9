"""Runs the doors on an address until it is told to stop: quick to start, clean to end."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import socket
import sys
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager

import uvicorn
from starlette.applications import Starlette

from biwu.faults import Unusable
from biwu.settings import Settings
from web.parts import Doors

_LOCAL = ("127.0.0.1", "localhost", "[::1]")
_BACKLOG = 2048
_GRACE_S = 5  # how long open sockets may take to say goodbye
# A full collection walks every spectator's objects; rare ones keep ten thousand boards smooth.
_COLLECT = (50_000, 20, 100_000)
# Desk and event loop share one interpreter: with the usual 5 ms the desk waits longer for its turn than for the disk.
_SWITCH_S = 0.0005


def listen(settings: Settings) -> socket.socket:
    """The socket to serve on. Raises: Unusable when the address cannot be had."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    try:
        if hasattr(socket, "SO_REUSEADDR") and not hasattr(socket, "SO_EXCLUSIVEADDRUSE"):
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((settings.host, settings.port))
        listening.listen(_BACKLOG)
    except OSError as error:
        listening.close()
        place = f"{settings.host}:{settings.port}"
        raise Unusable(
            f"无法在 {place} 监听（{error.strerror}）。请换端口（--port 0 取任一空闲端口）。",
            f"cannot listen on {place} ({error.strerror}); try another port (--port 0 takes any free one)",
        ) from error
    return listening


def doors_of(settings: Settings, listening: socket.socket, *, drill: bool = False) -> Doors:
    """Where the doors are reached: this machine's names with the port in use, and what the settings add."""
    port = listening.getsockname()[1]
    scheme = "https" if settings.certificate else "http"
    hosts = {*_LOCAL, settings.host} - {"0.0.0.0", "::"}  # noqa: S104 - left out, not bound
    origins = {origin for host in hosts for origin in _spellings(scheme, host, port)}
    return Doors(
        frozenset({*origins, *settings.origins, *_neighbours(settings, scheme, port)}), scheme == "https", drill
    )


def address(doors: Doors, listening: socket.socket, settings: Settings) -> str:
    """What a person types into a browser on this machine."""
    port = listening.getsockname()[1]
    host = settings.host if settings.host not in ("0.0.0.0", "::") else "127.0.0.1"  # noqa: S104 - shown, not bound
    return next(iter(_spellings("https" if doors.secure else "http", f"[{host}]" if ":" in host else host, port)))


@asynccontextmanager
async def open_doors(app: Starlette, listening: socket.socket, settings: Settings) -> AsyncIterator[uvicorn.Server]:
    """Serves while the `with` lasts; signals are the caller's to handle."""
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        ws="auto",
        ws_max_size=64 * 1024,
        ws_per_message_deflate=False,
        ws_ping_interval=None,  # the protocols have signs of life of their own
        timeout_graceful_shutdown=_GRACE_S,
        server_header=False,
        ssl_certfile=settings.certificate,
        ssl_keyfile=settings.key,
    )
    server = _Server(config)
    serving = asyncio.create_task(server.serve([listening]))
    while not server.started:
        if serving.done():
            serving.result()
            raise Unusable("服务器未能启动，原因见日志", "the server did not start; the log says why")
        await asyncio.sleep(0.01)
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_COLLECT)
    sys.setswitchinterval(_SWITCH_S)
    try:
        yield server
    finally:
        server.should_exit = True
        await serving


class _Server(uvicorn.Server):
    """uvicorn takes Ctrl-C for itself; here whoever opened the doors decides when they close."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def _spellings(scheme: str, host: str, port: int) -> Iterable[str]:
    yield f"{scheme}://{host}:{port}"
    if port == {"http": 80, "https": 443}[scheme]:
        yield f"{scheme}://{host}"


def _neighbours(settings: Settings, scheme: str, port: int) -> Iterable[str]:
    """When every network of this machine is listened on: this machine's own addresses, so that tablets find it."""
    if settings.host not in ("0.0.0.0", "::"):  # noqa: S104 - compared, not bound
        return
    with contextlib.suppress(OSError):
        name = socket.gethostname()
        found = {name, f"{name}.local", *socket.gethostbyname_ex(name)[2]}
        # The route to any address outside tells which of our own is used; nothing is sent.
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            probe.connect(("192.0.2.1", 9))
            found.add(probe.getsockname()[0])
        for host in found:
            yield from _spellings(scheme, host, port)
