"""Frames on the wire: the same maps as JSON text or as msgpack bytes, and what makes one unreadable."""

from __future__ import annotations

import json
from collections.abc import Callable
from math import isfinite
from typing import Any, NamedTuple, NoReturn

import msgpack

from domain.errors import Fault, Malformed

Frame = dict[str, Any]
Message = str | bytes

LARGEST = 64 * 1024  # bytes of one frame, in either encoding
SAFE_INTEGER = 2**53 - 1  # what a browser's numbers hold exactly


class BadFrame(Malformed):
    """A frame that cannot be taken: `reason` is one of words.ERRORS, `n` the command's counter if it could be read."""

    def __init__(self, reason: str, faults: list[Fault] | None = None, n: int | None = None) -> None:
        super().__init__(faults or [])
        self.reason = reason
        self.n = n


class Encoding(NamedTuple):
    """`read` raises BadFrame for anything but a map with text keys; `write` takes what frames are made of."""

    subprotocol: str
    read: Callable[[Message], Frame]
    write: Callable[[Frame], Message]


def _no_number(_: str) -> NoReturn:
    raise ValueError("neither NaN nor Infinity is a number")


_JSON = json.JSONDecoder(parse_constant=_no_number)
_to_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False, check_circular=False).encode


def _from_json(message: str) -> object:
    """`decode` looks for white space on both sides of a frame, which takes half as long as reading it."""
    if message.startswith("{"):
        frame, end = _JSON.raw_decode(message)
        if end == len(message):
            return frame
    return _JSON.decode(message)


def read_json(message: Message) -> Frame:
    if not isinstance(message, str):
        raise BadFrame("frame-unreadable")
    try:
        frame = _from_json(message)
        if "\\u" in message:
            _to_json(frame).encode()  # half a surrogate pair is no text: it could be neither stored nor sent back
    except RecursionError:
        raise BadFrame("frame-too-deep") from None
    except ValueError:  # UnicodeEncodeError is one
        raise BadFrame("frame-unreadable") from None
    return _map(frame)


def read_msgpack(message: Message) -> Frame:
    if isinstance(message, str):
        raise BadFrame("frame-unreadable")
    try:
        frame = msgpack.unpackb(message)
    except msgpack.StackError:
        raise BadFrame("frame-too-deep") from None
    except (ValueError, TypeError, msgpack.UnpackException):  # TypeError: a key that cannot be one
        raise BadFrame("frame-unreadable") from None
    return _map(frame)


def _map(frame: object) -> Frame:
    if type(frame) is not dict or type(frame.get("t")) is not str:
        raise BadFrame("frame-no-map")
    return frame


def size(message: Message) -> int:
    """In bytes, as it came over the wire."""
    return len(message) if isinstance(message, bytes) else len(message.encode("utf-8", "surrogatepass"))


def is_too_large(message: Message) -> bool:
    # a character takes four bytes at most: most frames need no counting
    return len(message) * 4 > LARGEST and size(message) > LARGEST


JSON = Encoding("biwu.json.1", read_json, _to_json)
MSGPACK = Encoding("biwu.msgpack.1", read_msgpack, msgpack.packb)
ENCODINGS: dict[str, Encoding] = {each.subprotocol: each for each in (JSON, MSGPACK)}


def agreed(offered: list[str]) -> Encoding | None:
    """The first subprotocol the client offers that we speak."""
    return next((ENCODINGS[each] for each in offered if each in ENCODINGS), None)


class Part(NamedTuple):
    """One field of a client's frame: what it must be, in a word of values.SAID, and how to tell."""

    what: str
    fits: Callable[[Any], bool]
    required: bool = True


def is_counter(value: object) -> bool:
    return type(value) is int and 0 < value <= SAFE_INTEGER


def _is_text(value: object) -> bool:
    return type(value) is str


def _is_number(value: object) -> bool:
    """Not an infinity, which "1e999" reads as: JSON has no word to send it back with."""
    return type(value) is int or (type(value) is float and isfinite(value))


_OPTIONAL_TEXT = Part("text", _is_text, required=False)

# Everything a client may say, besides "t".
SHAPES: dict[str, dict[str, Part]] = {
    "hello": {
        "token": _OPTIONAL_TEXT,
        "contest": _OPTIONAL_TEXT,
        "lang": Part("language", lambda value: value in {"zh", "en"} if _is_text(value) else False, required=False),
    },
    "command": {
        "n": Part("counter", is_counter),
        "name": Part("text", _is_text),
        "body": Part("map", lambda value: type(value) is dict),
    },
    "sheets": {},
    "ping": {"at": Part("number", _is_number)},
}
