"""One copy of a module for each stage it is run in (`prelim.diving`), of its panels and the nodes that use them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from domain.rulebook.expansion.calling import called
from domain.rulebook.expansion.naming import named_nodes

Raw = dict[str, Any]
Stages = Mapping[str, Sequence[str]]  # what is repeated -> the stages it stands in
Titles = Mapping[str, Any]  # stage -> its title as written


class Repeated(NamedTuple):
    """`parts`: all of them; `origins`: which of the written ones each is; `stages`: of those that stand repeatedly."""

    parts: list[Any]
    origins: list[int]
    stages: Stages


def modules_in(order: Sequence[str], modules: Sequence[Any], titles: Titles) -> Repeated:
    """Every module with its stage; one that does not say where it is run is run in every stage."""
    stages: dict[str, Sequence[str]] = {}
    found: list[tuple[Any, int]] = []
    for place, module in enumerate(modules):
        if not isinstance(module, dict):
            found.append((module, place))
            continue
        said = _said(module.get("stages"), order)
        plain = {key: value for key, value in module.items() if key not in ("stages", "stage")}
        if len(said) > 1 and isinstance(module.get("id"), str):
            stages[module["id"]] = said
            found += [(_staged(plain, stage, titles, "id", "score") | {"stage": stage}, place) for stage in said]
        else:
            found.append((plain | {"stage": said[0]} if said else plain, place))
    return Repeated([part for part, _ in found], [place for _, place in found], stages)


def panels_in(of_module: Stages, panels: Sequence[Any], titles: Titles) -> Repeated:
    """The panels of a module that stands several times, once for each."""
    stages: dict[str, Sequence[str]] = {}
    found: list[tuple[Any, int]] = []
    for place, panel in enumerate(panels):
        module, name = (panel.get("module"), panel.get("id")) if isinstance(panel, dict) else (None, None)
        if isinstance(module, str) and module in of_module and isinstance(name, str):
            stages[name] = of_module[module]
            found += [
                (_staged(_tried(panel, stage, of_module[module]), stage, titles, "id", "module"), place)
                for stage in of_module[module]
            ]
        else:
            found.append((panel, place))
    return Repeated([part for part, _ in found], [place for _, place in found], stages)


def _tried(panel: Raw, stage: str, stages: Sequence[str]) -> Raw:
    """`attempts = { prelim = 6, semi = 4 }`: as many as in this stage; if a stage lacks, it stays for the checks."""
    attempts = panel.get("attempts")
    if isinstance(attempts, dict) and attempts.keys() == set(stages):
        return {**panel, "attempts": attempts[stage]}
    return panel


def stages_of_nodes(nodes: Raw, of_panel: Stages) -> Stages:
    """Node -> the stages it stands in: those of the panel and the nodes it takes in, found until no more are."""
    found: dict[str, Sequence[str]] = {}
    waiting = {name: node for name, node in nodes.items() if isinstance(node, dict)}
    changed = True
    while changed:
        new = {name: stages for name, node in waiting.items() if (stages := _stages(node, of_panel, found))}
        found |= new
        waiting = {name: node for name, node in waiting.items() if name not in new}
        changed = bool(new)
    return found


def _stages(node: Raw, of_panel: Stages, of_node: Stages) -> Sequence[str]:
    panel = node.get("panel")
    if isinstance(panel, str) and panel in of_panel:
        return of_panel[panel]
    return next((of_node[name] for name in named_nodes(node) if name in of_node), ())


def nodes_in(order: Sequence[str], nodes: Raw, of_panel: Stages, of_node: Stages) -> Iterator[tuple[str, str, Any]]:
    """(name, written name, node) of every node there is in the end."""
    for name, node in nodes.items():
        if name not in of_node:
            yield name, name, node
            continue
        for stage in (each for each in order if each in of_node[name]):
            yield f"{stage}.{name}", name, _renamed(node, stage, of_panel, of_node)


def _renamed(node: Raw, stage: str, of_panel: Stages, of_node: Stages) -> Raw:
    """What it takes in is that of its own stage."""

    def inside(name: str) -> str:
        return f"{stage}.{name}" if name in of_node else name

    full = dict(node)
    if isinstance(node.get("panel"), str) and node["panel"] in of_panel:
        full["panel"] = f"{stage}.{node['panel']}"
    for key in ("of", "when", "weights", "names"):
        if key in node:
            full[key] = _each_renamed(node[key], inside, values=key == "names")
    return full


def _each_renamed(named: Any, name: Callable[[str], str], *, values: bool) -> Any:  # noqa: ANN401 - anything written
    if isinstance(named, str):
        return name(named)
    if isinstance(named, list):
        return [name(each) if isinstance(each, str) else each for each in named]
    if isinstance(named, dict):
        return (
            {key: name(node) for key, node in named.items()} if values else {name(key): n for key, n in named.items()}
        )
    return named


def _said(stages: Any, order: Sequence[str]) -> list[str]:  # noqa: ANN401 - anything may have been written
    """The stages a module is run in, without those nobody knows."""
    if stages is None:
        return list(order)
    said = [stages] if isinstance(stages, str) else stages if isinstance(stages, list) else []
    return [stage for stage in order if stage in said]


def _staged(part: Raw, stage: str, titles: Titles, *keys: str) -> Raw:
    part = {**part, "title": called(part.get("title"), titles.get(stage))}
    named = {key: f"{stage}.{part[key]}" for key in keys if isinstance(part.get(key), str)}
    return {**part, **named}
