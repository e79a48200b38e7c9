"""What changed from one rulebook to another, in words: not lines of a file but weights, maxima, rounding, prizes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from domain.rulebook.parts import Part, Rounding, Words
from domain.rulebook.printing.outline import NODES, key_word, spoken
from domain.rulebook.printing.speech import Language, Said, Speech
from domain.rulebook.rulebook import Rulebook

_SAID: Final[dict[str, Said]] = {
    "new": ("新增：{where}{value}", "new: {where}{value}"),
    "gone": ("取消：{where}{value}", "gone: {where}{value}"),
    "changed": ("{where}：{old} → {new}", "{where}: {old} → {new}"),
    "order": ("{where}：次序改变", "{where}: in another order"),
}
_DERIVED = {"names"}  # follows from the formula
_Place = tuple[str, ...]


def differences(old: Rulebook, new: Rulebook, language: Language) -> list[str]:
    """One line a change, what changed in each stage once; none when the two say the same. Titles are the new one's."""
    before, after = Speech(old, language), Speech(new, language)
    return list(dict.fromkeys(_parts((), old, new, before, after)))


def _parts(where: _Place, old: Part, new: Part, before: Speech, after: Speech) -> Iterator[str]:
    """Two parts of one kind, key by key; what stands in one kind alone is new or gone."""
    keys = dict.fromkeys([*type(old).model_fields, *type(new).model_fields])
    for key in keys:
        if key not in _DERIVED:
            one, other = getattr(old, key, None), getattr(new, key, None)
            if key in NODES:
                one, other = _node(one, before), _node(other, after)
            yield from _values((*where, key_word(key, after)), one, other, before, after)


def _node(named: Any, speech: Speech) -> Any:  # noqa: ANN401 - one node, several or none
    """The title in place of a node's name, in quotes."""
    if isinstance(named, tuple):
        return tuple(_node(each, speech) for each in named)
    return speech.quoted(speech.node(named)) if isinstance(named, str) and named in speech.rulebook.nodes else named


def _values(where: _Place, old: Any, new: Any, before: Speech, after: Speech) -> Iterator[str]:  # noqa: ANN401
    if old == new:
        return
    if _is_whole(old) or _is_whole(new):
        yield from _told(where, old, new, before, after)
    elif isinstance(old, Part) and isinstance(new, Part):
        yield from _parts(where, old, new, before, after)
    else:
        ours, theirs = _named(old), _named(new)
        if ours is None or theirs is None:
            yield from _told(where, old, new, before, after)
        else:
            yield from _members(where, ours, theirs, before, after)


def _members(where: _Place, old: dict[str, Any], new: dict[str, Any], before: Speech, after: Speech) -> Iterator[str]:
    """Parts that go by names: those of one alone, those of both, and their order."""
    *above, what = where
    for name in dict.fromkeys([*old, *new]):
        one, other = old.get(name), new.get(name)
        speech, part = (before, one) if other is None else (after, other)
        yield from _values((*above, f"{what} {_called(name, part, speech)}"), one, other, before, after)
    both = [name for name in old if name in new]
    if both != [name for name in new if name in old]:
        yield after.say(_SAID["order"], where=_path(where, after))


def _told(where: _Place, old: Any, new: Any, before: Speech, after: Speech) -> Iterator[str]:  # noqa: ANN401
    path = _path(where, after)
    if old is None or old == ():
        yield after.say(_SAID["new"], where=path, value=_value(new, after))
    elif new is None or new == ():
        yield after.say(_SAID["gone"], where=path, value=_value(old, before))
    else:
        yield after.say(_SAID["changed"], where=path, old=_both(old, before), new=_both(new, after))


def _value(value: Any, speech: Speech) -> str:  # noqa: ANN401 - whatever a rulebook may hold
    return "" if isinstance(value, Part) and hasattr(value, "title") else f" {_both(value, speech)}"


def _both(value: Any, speech: Speech) -> str:  # noqa: ANN401 - as above
    """As people say it; a title in both languages, for it may have changed in one."""
    return f"{value.zh} / {value.en}" if isinstance(value, Words) else spoken(value, speech)


def _is_whole(value: Any) -> bool:  # noqa: ANN401 - as above
    """Told as one thing, not key by key."""
    return isinstance(value, Words | Rounding)


def _named(value: Any) -> dict[str, Any] | None:  # noqa: ANN401 - as above
    """Name -> member of a table, or of a list whose members have ids; None for other values."""
    if isinstance(value, dict):
        return value
    if isinstance(value, tuple) and all(isinstance(each, Part) for each in value):
        found = {str(each.id): each for each in value if hasattr(each, "id")}
        return found if len(found) == len(value) else None
    return None


def _called(name: str, part: Any, speech: Speech) -> str:  # noqa: ANN401 - as above
    if isinstance(part, Part) and isinstance(getattr(part, "title", None), Words):
        return speech.quoted(speech.title(part.title))  # type: ignore[attr-defined]  # it has one
    return speech.quoted(speech.node(name)) if name in speech.rulebook.nodes else name


def _path(where: _Place, speech: Speech) -> str:
    return (" · " if speech.language == "en" else "·").join(where)
