"""Turns events into stored bytes and back: a msgpack array of the fields in order, under a name of our own."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import is_dataclass
from operator import attrgetter
from typing import Any, get_type_hints

import msgpack

from domain.decision import Event, fields_of
from domain.recorded import Recorded, Told
from ledger.errors import RecordDamaged
from ledger.orders import Command
from ledger.store.shapes import Row

Fields = tuple[Any, ...]
Upcast = Callable[[Fields], Fields]  # the fields of an old shape -> the fields of today's class
pack: Callable[..., bytes] = msgpack.packb
unpack: Callable[..., Any] = msgpack.unpackb
NO_UPCASTS: Mapping[str, Upcast] = {}


class Codec:
    """The names of one table and how their bodies are read and written.

    Where several names lead to one class, the last in the table is the one written today; the others are old
    shapes, upcast on reading. Fields missing at the end of an old body take the class's defaults.
    """

    def __init__(self, names: Mapping[str, type[Any]], upcasts: Mapping[str, Upcast] = NO_UPCASTS) -> None:
        self._decoders = {name: _decoder(cls, upcasts.get(name)) for name, cls in names.items()}
        self._encoders = {cls: (name, _fields_of(cls)) for name, cls in names.items()}

    def encode(self, event: Event) -> tuple[str, bytes]:
        """Name and body. Raises: KeyError for a class without a name, TypeError for a field msgpack has no type for."""
        name, fields_of = self._encoders[type(event)]
        return name, pack(fields_of(event))

    def decode(self, name: str, body: bytes) -> Event:
        """Raises: RecordDamaged for an unknown name or a body that does not fit it."""
        try:
            return self._decoders[name](body)
        except Exception as error:  # msgpack and a class's __init__ have many ways to say no
            raise RecordDamaged(f"{name}: {type(error).__name__}") from error

    def recorded(self, rows: Sequence[Row]) -> list[Recorded]:
        """The rows' events, typed. Raises: RecordDamaged with the position."""
        return [Recorded.of(each) for each in self.told(rows)]

    def told(self, rows: Sequence[Row]) -> list[Told]:
        """The same, bare. Raises: RecordDamaged with the position."""
        decoders = self._decoders
        try:
            return [
                (position, stream, version, at, decoders[name](body))
                for position, stream, version, name, body, at in rows
            ]
        except (KeyError, TypeError, ValueError, msgpack.UnpackException) as error:
            raise RecordDamaged(f"event {self._unreadable_in(rows)}") from error

    def _unreadable_in(self, rows: Sequence[Row]) -> int:
        """The position of the first row that cannot be decoded."""
        for position, _, _, name, body, _ in rows:
            try:
                self.decode(name, body)
            except RecordDamaged:
                return position
        raise AssertionError("every row can be read by itself")


def digest(name: str, command: Command) -> bytes:
    """SHA-256 over the msgpack array of a command's name and its fields in order: what the same id must repeat."""
    return hashlib.sha256(pack([name, *_fields_of(type(command))(command)], default=_nested)).digest()


_FIELDS: dict[type[Any], Callable[[Any], Fields]] = {}


def _fields_of(cls: type[Any]) -> Callable[[Any], Fields]:
    try:
        return _FIELDS[cls]
    except KeyError:
        return _FIELDS.setdefault(cls, _getter(fields_of(cls)))


def _getter(names: Sequence[str]) -> Callable[[Any], Fields]:
    if not names:
        return lambda _: ()
    if len(names) == 1:  # attrgetter gives a bare value for a single name
        only = attrgetter(names[0])
        return lambda each: (only(each),)
    return attrgetter(*names)


def _nested(value: object) -> Fields:
    if is_dataclass(value) and not isinstance(value, type):
        return _fields_of(type(value))(value)
    raise TypeError(f"{type(value).__name__} has no place in a command")


_FLAT = frozenset((str, int, bool, bytes))  # fields that hold no list of msgpack's


def _decoder(cls: type[Any], upcast: Upcast | None) -> Callable[[bytes], Any]:
    """One closure per name, as lean as its class allows: replay goes through here once an event."""
    tuples = _named_tuples(cls)
    flat = not tuples and all(hint in _FLAT for hint in get_type_hints(cls).values())

    count, made = len(fields_of(cls)), tuple.__new__

    def as_tuple(body: bytes) -> Event:
        values = unpack(body)
        return made(cls, values) if len(values) == count else cls(*values)

    def plain(body: bytes) -> Event:
        return cls(*unpack(body))

    def with_tuples(body: bytes) -> Event:
        return cls(*unpack(body, use_list=False))

    def rebuilt(body: bytes) -> Event:
        values = unpack(body, use_list=False)
        values = list(upcast(values) if upcast else values)
        for place, shape in tuples:
            if place < len(values):
                values[place] = shape(*values[place])
        return cls(*values)

    if upcast or tuples:
        return rebuilt
    if flat:
        return as_tuple if issubclass(cls, tuple) else plain
    return with_tuples


def _named_tuples(cls: type[Any]) -> list[tuple[int, type[Any]]]:
    """The fields that hold a NamedTuple (a Note): msgpack gives them back as plain tuples."""
    hints = get_type_hints(cls)
    shapes = [(place, hints[name]) for place, name in enumerate(fields_of(cls))]
    return [(place, shape) for place, shape in shapes if isinstance(shape, type) and hasattr(shape, "_fields")]
