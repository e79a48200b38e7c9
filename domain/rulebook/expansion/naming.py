"""Which nodes a node names: in its lists, in its weights and in its formula, where a dash is written as an underscore.

`panel.aspect` names the marks of one aspect without a node of their own; such a node is made here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from domain.rulebook.formula.faults import FormulaFault
from domain.rulebook.formula.parser import parse

Raw = dict[str, Any]
ENTRY = "entry."  # what the list of entries says of an entry, in a formula


def named_nodes(node: Raw) -> Iterator[str]:
    """The nodes a node names, as written and in what its formula's words mean."""
    for key in ("of", "when", "weights"):
        named = node.get(key)
        if isinstance(named, str):
            yield named
        elif isinstance(named, list | dict):
            yield from (each for each in named if isinstance(each, str))
    names = node.get("names")
    if isinstance(names, dict):
        yield from (each for each in names.values() if isinstance(each, str))


def bound(nodes: Raw, panels: Any, stages: Sequence[str]) -> Raw:  # noqa: ANN401 - anything may have been written
    """The nodes; those with a formula know which node each of its names is, and every named `panel.aspect` is one."""
    marks = _marks(panels)
    words = {spoken(name): name for name in (*marks, *nodes)}
    spoken_stages = {spoken(stage): stage for stage in stages}
    found: Raw = {}
    for name, node in nodes.items():
        full = node
        if isinstance(node, dict):
            if isinstance(node.get("formula"), str):
                full = {**node, "names": _names(node["formula"], words, spoken_stages)}
            implied = (each for used in named_nodes(full) for each in _implied(used, marks))
            found |= {each: marks[each] for each in implied if each not in nodes}
        found[name] = full
    return found


def _implied(used: str, marks: Mapping[str, Raw]) -> Iterator[str]:
    """The marks a name means, with or without a stage before it."""
    yield from (each for each in (used, used.partition(".")[2]) if each in marks)


def _names(formula: str, words: Mapping[str, str], stages: Mapping[str, str]) -> dict[str, str]:
    """Word of the formula -> node; none while the formula cannot be read, which the checks tell."""
    try:
        used = parse(formula).names
    except FormulaFault:
        return {}
    return {word: _meant(word, words, stages) for word in used if not word.startswith(ENTRY)}


def _meant(word: str, words: Mapping[str, str], stages: Mapping[str, str]) -> str:
    """The node a word of a formula means; `stage.node` is found by what follows the stage."""
    if word in words:
        return words[word]
    stage, _, rest = word.partition(".")
    return f"{stages[stage]}.{words[rest]}" if stage in stages and rest in words else word


def spoken(name: str) -> str:
    """A name as a formula writes it."""
    return name.replace("-", "_")


def _marks(panels: Any) -> dict[str, Raw]:  # noqa: ANN401 - as above
    """`panel.aspect` -> the node of these marks, for all panels that are well formed so far."""
    found: dict[str, Raw] = {}
    for panel in panels if isinstance(panels, list) else []:
        aspects = panel.get("aspects") if isinstance(panel, dict) else None
        for aspect in aspects if isinstance(aspects, list) else []:
            if isinstance(aspect, dict) and isinstance(panel.get("id"), str) and isinstance(aspect.get("id"), str):
                named = f"{panel['id']}.{aspect['id']}"
                title = aspect.get("title", aspect["id"] or "?")
                found[named] = {"op": "marks", "title": title, "panel": panel["id"], "aspects": [aspect["id"]]}
    return found
