"""A stretch of bad network: passes bytes on between a client and a server until it is told to lose or cut them."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Relay:
    """`address` is where clients connect to, `target` where it leads; while `is_cut` nobody gets through."""

    def __init__(self) -> None:
        self.target = ""
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._open: list[socket.socket] = []
        self._changing = threading.Lock()
        self.is_cut = self.loses_answers = False
        self.address = f"127.0.0.1:{self._listening.getsockname()[1]}"

    def cut(self) -> None:
        """Ends every connection, without a word."""
        with self._changing:
            self.is_cut = True
            for each in self._open:
                with contextlib.suppress(OSError):
                    each.shutdown(socket.SHUT_RDWR)
                each.close()
            self._open.clear()

    def heal(self) -> None:
        self.is_cut = self.loses_answers = False

    def close(self) -> None:
        self._listening.close()
        self.cut()

    def serve(self) -> None:
        while True:
            try:
                client, _ = self._listening.accept()
                host, _, port = self.target.partition(":")
                server = socket.create_connection((host, int(port)))
            except OSError:
                return
            with self._changing:
                if self.is_cut:
                    client.close()
                    server.close()
                    continue
                self._open += [client, server]
            for source, sink, answers in ((client, server, False), (server, client, True)):
                threading.Thread(target=self._pass_on, args=(source, sink, answers), daemon=True).start()

    def _pass_on(self, source: socket.socket, sink: socket.socket, answers: bool) -> None:  # noqa: FBT001
        with contextlib.suppress(OSError):
            while passed := source.recv(65536):
                if not (answers and self.loses_answers):
                    sink.sendall(passed)
            sink.shutdown(socket.SHUT_RDWR)


@contextmanager
def relay() -> Iterator[Relay]:
    line = Relay()
    threading.Thread(target=line.serve, daemon=True).start()
    try:
        yield line
    finally:
        line.close()
