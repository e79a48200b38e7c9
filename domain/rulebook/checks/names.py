"""Names: each id once, and nothing names what is not there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from domain.errors import Fault
from domain.rulebook.checks.sentences import fault
from domain.rulebook.checks.written import Raw, tables, words


def name_faults(raw: Raw) -> list[Fault]:
    """Ids that stand twice, names nobody bears, modules nobody marks, panels nobody counts."""
    return [*_doubles(raw), *_of_panels(raw), *_of_nodes(raw), *_of_results(raw)]


def _doubles(raw: Raw) -> Iterator[Fault]:
    yield from _twice("modules", _ids(tables(raw, "modules")))
    yield from _twice("panels", _ids(tables(raw, "panels")))
    yield from _twice("awards.prizes", _ids(tables(raw, "awards", "prizes")))
    for index, (place, panel) in enumerate(tables(raw, "panels")):
        yield from _twice(f"{place}.seats", words(panel, "seats"))
        yield from _twice(f"{place}.aspects", _ids(tables(raw, "panels", index, "aspects")))


def _of_panels(raw: Raw) -> Iterator[Fault]:
    modules, node_names = _ids(tables(raw, "modules")), words(raw, "nodes")
    marked = [word for _, panel in tables(raw, "panels") for word in words(panel, "module")]
    counted = [word for _, node in tables(raw, "nodes") for word in words(node, "panel")]
    for place, panel in tables(raw, "panels"):
        yield from _unknown(f"{place}.module", "unknown-module", words(panel, "module"), modules)
        for panel_id in words(panel, "id"):
            if panel_id not in counted:
                yield fault(place, "panel-unused")
    for place, module in tables(raw, "modules"):
        for module_id in words(module, "id"):
            if module_id not in marked:
                yield fault(place, "no-panel")
            yield from _unknown(f"{place}.score", "unknown-node", words(module, "score") or [module_id], node_names)


def _of_nodes(raw: Raw) -> Iterator[Fault]:
    node_names = words(raw, "nodes")
    aspects = {
        panel_id: _ids(tables(raw, "panels", index, "aspects"))
        for index, (_, panel) in enumerate(tables(raw, "panels"))
        for panel_id in words(panel, "id")
    }
    for place, node in tables(raw, "nodes"):
        yield from _unknown(f"{place}.panel", "unknown-panel", words(node, "panel"), aspects)
        for panel_id in words(node, "panel"):
            if panel_id in aspects:
                yield from _unknown(f"{place}.aspect", "unknown-aspect", words(node, "aspect"), aspects[panel_id])
        yield from _unknown(f"{place}.of", "unknown-node", words(node, "of"), node_names)
        yield from _twice(f"{place}.of", words(node, "of"))
        yield from _unknown(f"{place}.weights", "unknown-node", words(node, "weights"), node_names)


def _of_results(raw: Raw) -> Iterator[Fault]:
    node_names = words(raw, "nodes")
    yield from _unknown("total", "unknown-node", words(raw, "total"), node_names)
    for place, tie in tables(raw, "ranking", "ties"):
        yield from _unknown(f"{place}.node", "unknown-node", words(tie, "node"), node_names)


def _ids(things: Iterable[tuple[str, Raw]]) -> list[str]:
    return [word for _, thing in things for word in words(thing, "id")]


def _twice(place: str, names: list[str]) -> Iterator[Fault]:
    for name in dict.fromkeys(names):
        if names.count(name) > 1:
            yield fault(place, "twice", name=name)


def _unknown(place: str, reason: str, names: Iterable[str], known: Iterable[str]) -> Iterator[Fault]:
    known = set(known)
    for name in names:
        if name not in known:
            yield fault(place, reason, name=name)
