"""The frozen bytes of every stored name; run as a module, it adds those of new names to golden.json.

    python -m tests.ledger.golden

From the first tagged version on, a line of golden.json is never changed: it stands in somebody's record. An event that
has got more fields since gets a line more, `tie-decided/1 3` for its bytes with three of them.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

from domain.decision import fields_of
from domain.notes import Note
from ledger.event_names import CODEC, EVENT_NAMES

FILE = Path(__file__).with_name("golden.json")


def sample(cls: type[Any], first: int | None = None) -> Any:
    """An event of the class with a telling value in every field, or in the `first` ones; the same at every call."""
    hints = get_type_hints(cls)
    return cls(*(_value(name, hints[name]) for name in fields_of(cls)[:first]))


def _value(name: str, hint: Any) -> Any:
    """A field's value by its type. A type not known here has no place in the record yet: floats never will."""
    if get_origin(hint) is tuple:
        inner = [each for each in get_args(hint) if each is not ...]
        return tuple(_value(f"{name}{place}", each) for place, each in enumerate(inner))
    if hint is Note:
        return Note(f"{name}-document", bytes(range(32)))
    hint = getattr(hint, "__supertype__", hint)
    return {str: f"{name} 值", int: 1_763_600_000_000_000 + len(name), bool: True, bytes: bytes(range(32))}[hint]


def frozen() -> dict[str, str]:
    """Line -> bytes in hex, older shapes of a name first."""
    return dict(json.loads(FILE.read_text(encoding="utf-8")))


def name_of(line: str) -> str:
    return line.partition(" ")[0]


def main() -> None:
    known = frozen() if FILE.exists() else {}
    for name, cls in EVENT_NAMES.items():
        written, body = CODEC.encode(sample(cls))
        lines = [line for line in known if name_of(line) == name]
        if written == name and body.hex() not in [known[line] for line in lines]:
            line = f"{name} {len(fields_of(cls))}" if lines else name
            known[line] = body.hex()
            print("new:", line)
    FILE.write_text(json.dumps(known, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
