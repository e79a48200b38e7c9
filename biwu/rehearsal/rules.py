"""The rulebooks the rehearsal is played under: the preset, with windows that do not keep a hall waiting."""

from __future__ import annotations

import re
from importlib.resources import files

_PRESET = "wanbei-power.toml"


def preset() -> str:
    return files("domain.rulebook").joinpath("presets", _PRESET).read_text(encoding="utf-8")


def without_windows() -> str:
    """The preset with no time limits (0 minutes), and an edition that says so."""
    text = re.sub(r"^(\w+_minutes) = \d+", r"\1 = 0", preset(), flags=re.MULTILINE)
    return re.sub(r'^edition = ".*"', 'edition = "演练 drill"', text, count=1, flags=re.MULTILINE)
