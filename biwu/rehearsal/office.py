"""A program at the organiser's doors: enrols with a one-time link and fills in forms, as a browser would."""

from __future__ import annotations

import asyncio
import http.client
import itertools
import json
import secrets
import time
from collections.abc import Mapping
from typing import Any, NamedTuple
from urllib.parse import urlencode, urlsplit

_TIMEOUT_S = 30


class Session(NamedTuple):
    """What enrolment gives: the token to speak with, and the place it is for."""

    token: str
    contest: str
    panel: str
    seat: str


class Upload(NamedTuple):
    name: str
    content: bytes


class Unexpected(Exception):  # noqa: N818 - what the server answered
    """A door answered otherwise than the play has it."""


class Office:
    """Speaks HTTP to one server. `token` is empty for somebody nobody knows."""

    def __init__(self, home: str, token: str = "") -> None:
        parts = urlsplit(home)
        self._host, self._token = parts.netloc, token
        self._secure = parts.scheme == "https"
        self._counters = itertools.count(time.time_ns() // 1000, 10)  # some forms use two numbers in a row

    async def enrol(self, secret: str) -> Session:
        """Uses a one-time link's secret. Raises: Unexpected."""
        body = json.dumps({"secret": secret}).encode()
        said: dict[str, Any] = json.loads(await self._ask("POST", "/enrol", body, {"Content-Type": "application/json"}))
        return Session(said["session"], said["contest"], said["panel"], said["seat"])

    async def page(self, path: str) -> str:
        return (await self._ask("GET", path)).decode()

    async def send(self, path: str, fields: Mapping[str, str], **files: Upload) -> str:
        """Posts a form with a fresh command counter; the page it leads to. Raises: Unexpected."""
        fields = {"n": str(next(self._counters)), **fields}
        if files:
            body, kind = _multipart(fields, files)
        else:
            body, kind = urlencode(fields).encode(), "application/x-www-form-urlencoded"
        return (await self._ask("POST", path, body, {"Content-Type": kind})).decode()

    async def _ask(self, method: str, path: str, body: bytes = b"", headers: Mapping[str, str] | None = None) -> bytes:
        return await asyncio.to_thread(self._exchange, method, path, body, dict(headers or {}))

    def _exchange(self, method: str, path: str, body: bytes, headers: dict[str, str]) -> bytes:
        if self._token:
            headers["Authorization"] = f"Bearer {self._token}"
        kind = http.client.HTTPSConnection if self._secure else http.client.HTTPConnection
        connection = kind(self._host, timeout=_TIMEOUT_S)
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            said = answer.read()
        finally:
            connection.close()
        if answer.status == http.client.SEE_OTHER:
            return self._exchange("GET", answer.headers["Location"], b"", {})
        if answer.status != http.client.OK:
            raise Unexpected(f"{method} {path}: {answer.status}")
        return said


def _multipart(fields: Mapping[str, str], files: Mapping[str, Upload]) -> tuple[bytes, str]:
    border = secrets.token_hex(16)
    parts = [
        f'--{border}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in fields.items()
    ]
    for name, upload in files.items():
        head = f'--{border}\r\nContent-Disposition: form-data; name="{name}"; filename="{upload.name}"\r\n'
        parts.append(head.encode() + b"Content-Type: application/octet-stream\r\n\r\n" + upload.content + b"\r\n")
    return b"".join([*parts, f"--{border}--\r\n".encode()]), f"multipart/form-data; boundary={border}"
