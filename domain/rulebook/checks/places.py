"""Where in the file a fault stands: a TOML path in which listed things go by their own id."""

from __future__ import annotations

import re
from collections.abc import Sequence

Steps = tuple[int | str, ...]

# Tables that pydantic tells apart by a key: it names that kind in its paths behind the table; the file does not.
_KINDS = {"nodes": "op", "awards": "mode", "aspects": "kind"}
# What else it puts into its paths: that a key is meant, or which of several types it tried.
_TRIED = re.compile(r"\[key\]|(function-[a-z]+|literal|tuple|dict)\[.*\]", re.DOTALL)


def untagged(steps: Sequence[int | str]) -> Steps:
    """A path of pydantic without the names of kinds and of what it tried: `nodes, x, sum, of` -> `nodes, x, of`."""
    found: list[int | str] = []
    tag_next = False
    for step in steps:
        if tag_next:
            tag_next = False
        elif isinstance(step, int) or _TRIED.fullmatch(step) is None:
            found.append(step)
            tag_next = _is_told_apart(found)
    return tuple(found)


def _is_told_apart(steps: list[int | str]) -> bool:
    """Whether these steps lead to one table of several kinds."""
    match steps:
        case ["nodes", str()]:
            return True
        case ["nodes", *_]:
            return False
        case [*_, str(holder), int()]:
            return holder in _KINDS
    return False


def place(steps: Sequence[int | str], raw: object) -> str:
    """`("panels", 1, "aspects", 0, "step")` -> `panels.wire-product.aspects.clamp.step`; without an id `panels.#2`."""
    words: list[str] = []
    here = raw
    for step in steps:
        if isinstance(step, int) and isinstance(here, dict):
            continue  # one table was written where several may stand
        if isinstance(step, int):
            words.append(_listed(here, step))
            here = here[step] if isinstance(here, list) and step < len(here) else None
        else:
            words.append(step or '""')
            here = here.get(step) if isinstance(here, dict) else None
    return ".".join(words)


def _listed(things: object, index: int) -> str:
    """The thing's id, or its number counted from one when it has none or shares it."""
    if isinstance(things, list) and index < len(things):
        ids = [thing.get("id") if isinstance(thing, dict) else None for thing in things]
        if isinstance(ids[index], str) and ids.count(ids[index]) == 1:
            return str(ids[index])
    return f"#{index + 1}"
