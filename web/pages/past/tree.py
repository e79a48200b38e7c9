"""An explanation with the titles of its nodes, panels and aspects beside their ids, for a page to print."""

from __future__ import annotations

from typing import Any

from domain.rulebook.parts import Words
from domain.rulebook.rulebook import Rulebook
from projections.rows.view import Plain


def titled(step: Any, rulebook: Rulebook) -> Plain:  # noqa: ANN401 - plain maps, as deep as the rulebook's tree
    """The same step; it and those under it have `title` and `member` (of a family, else None), marks `panel_title` too.

    Titles are maps of zh and en.
    """
    inputs = [_input(given, rulebook) for given in step["inputs"]]
    of_mark = next((given["title"] for given in inputs if given.get("aspect") == step["key"]), None)
    member = (of_mark or {"zh": step["key"], "en": step["key"]}) if step["key"] else None
    return {**step, "title": _plain(rulebook.nodes[step["node"]].title), "member": member, "inputs": inputs}


def _input(given: Any, rulebook: Rulebook) -> Plain:  # noqa: ANN401 - as above
    if "step" in given:
        return {**given, "step": titled(given["step"], rulebook)}
    panel = rulebook.panel(given["panel"])
    aspect = panel.aspect(given["aspect"])
    return {**given, "panel_title": _plain(panel.title), "title": _plain(aspect.title)}


def _plain(words: Words) -> Plain:
    return {"zh": words.zh, "en": words.en}
