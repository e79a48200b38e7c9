"""What a rulebook leaves unsaid: titles, the edition, the kind of an aspect, roundings that are none."""

from __future__ import annotations

from typing import Any

Raw = dict[str, Any]
NOT_STATED = {"zh": "未注明", "en": "not stated"}


def filled(raw: Raw) -> Raw:
    """The rulebook with everything said; what is not well formed stays as it is, for the checks to tell."""
    full = {"edition": "1", "source": NOT_STATED, **raw}
    for key, fill in (("stages", titled), ("modules", titled), ("panels", _panel)):
        if isinstance(raw.get(key), list):
            full[key] = [fill(each) if isinstance(each, dict) else each for each in raw[key]]
    if isinstance(raw.get("nodes"), dict):
        full["nodes"] = {name: _node(name, node) for name, node in raw["nodes"].items()}
    return full


def titled(part: Raw, name: object = None) -> Raw:
    """With its id as title where none is written."""
    named = part.get("id") if name is None else name
    return {"title": named if isinstance(named, str) and named else "?", **part}


def _panel(panel: Raw) -> Raw:
    full = titled(panel)
    if isinstance(panel.get("aspects"), list):
        full["aspects"] = [_aspect(each) if isinstance(each, dict) else each for each in panel["aspects"]]
    if panel.get("scoring") == "paper":
        full = {"role": "entry_clerk", **full}
    return _keyed_twice(full) if panel.get("double_entry") is True else full


def _keyed_twice(panel: Raw) -> Raw:
    """Double entry is two seats that must agree, unless other seats are stated."""
    return panel if "seats" in panel else {"seats": 2, "max_spread": 0, **panel}


def _aspect(aspect: Raw) -> Raw:
    full = {"kind": "mark", **titled(_rounded(aspect))}
    for key in ("faults", "choices"):
        if isinstance(full.get(key), list):
            full[key] = [titled(each) if isinstance(each, dict) else each for each in full[key]]
    return full


def _rounded(part: Raw) -> Raw:
    """Rounding that says there is none is left out."""
    said = part.get("round")
    none = (isinstance(said, str) and said == "none") or (isinstance(said, dict) and said == {"mode": "none"})
    return {key: value for key, value in part.items() if key != "round"} if none else part


def _node(name: str, node: Any) -> Any:  # noqa: ANN401 - anything may have been written
    """`names` is no one's to write: it is filled in from the formula."""
    if not isinstance(node, dict):
        return node
    return {key: value for key, value in titled(_rounded(node), name).items() if key != "names"}
