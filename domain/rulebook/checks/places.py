"""Where in the file a fault stands: a TOML path in which listed things go by their own id."""

from __future__ import annotations

from collections.abc import Sequence

# pydantic names the chosen kind of a node or of awards in its paths; the file does not
_KINDS = ("op", "mode")


def place(steps: Sequence[int | str], raw: object) -> str:
    """`("panels", 1, "aspects", 0, "step")` -> `panels.wire-product.aspects.clamp.step`; without an id `panels.#2`."""
    words: list[str] = []
    here = raw
    for step in steps:
        if isinstance(step, int):
            words.append(_listed(here, step))
            here = here[step] if isinstance(here, list) else None
        elif step != "[key]" and not _is_kind(here, step):
            words.append(step)
            here = here.get(step) if isinstance(here, dict) else None
    return ".".join(words)


def _listed(things: object, index: int) -> str:
    """The thing's id, or its number counted from one when it has none or shares it."""
    if isinstance(things, list):
        ids = [thing.get("id") if isinstance(thing, dict) else None for thing in things]
        if isinstance(ids[index], str) and ids.count(ids[index]) == 1:
            return str(ids[index])
    return f"#{index + 1}"


def _is_kind(here: object, step: str) -> bool:
    return isinstance(here, dict) and step not in here and step in [here.get(kind) for kind in _KINDS]
