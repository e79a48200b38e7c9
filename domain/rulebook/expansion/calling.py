"""What a part is called that stands once for each stage: `预赛 · 跳水`, `Preliminary · Diving`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_LANGUAGES = ("zh", "en")


def titles_of(stages: Any) -> Mapping[str, Any]:  # noqa: ANN401 - anything may have been written
    """Stage → its title as written."""
    found = stages if isinstance(stages, list) else []
    named = (each for each in found if isinstance(each, dict) and isinstance(each.get("id"), str))
    return {each["id"]: each.get("title") for each in named}


def called(title: Any, stage: Any) -> Any:  # noqa: ANN401 - as above
    """The title with that of its stage before it; as it is where one of them is not well formed."""
    before, own = _words(stage), _words(title)
    if before is None or own is None:
        return title
    return {language: f"{before[language]} · {own[language]}" for language in _LANGUAGES}


def _words(title: Any) -> dict[str, str] | None:  # noqa: ANN401 - as above
    said = dict.fromkeys(_LANGUAGES, title) if isinstance(title, str) else title
    if not isinstance(said, dict) or said.keys() != set(_LANGUAGES):
        return None
    return said if all(isinstance(text, str) and text for text in said.values()) else None
