"""What a rulebook calls the modules, stages, panels and aspects that something names by their ids."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress

from domain.rulebook.parts import Words
from domain.rulebook.rulebook import Rulebook


def titles(names: Mapping[str, object], rulebook: Rulebook) -> dict[str, Words]:
    """Of `module`, `stage`, `panel` and `aspect` those that are named and that the rulebook knows."""
    found: dict[str, Words] = {}
    with suppress(KeyError):
        found["module"] = rulebook.module(str(names["module"])).title
    with suppress(KeyError):
        found["stage"] = {each.id: each.title for each in rulebook.stages}[str(names["stage"])]
    with suppress(KeyError):
        panel = rulebook.panel(str(names["panel"]))
        found["panel"] = panel.title
        found["aspect"] = panel.aspect(str(names["aspect"])).title
    return found
