"""The rulebooks that come with the program, and a new one begun from one of them."""

from __future__ import annotations

import re
from importlib.resources import files

from biwu.faults import Unusable
from domain.names import ID
from domain.rulebook.parts import Words
from domain.rulebook.reading import parse

START = "start"
_HEAD = """\
# {name}: 由示例“{preset}”生成。改成本赛项的规则，然后运行：biwu rulebook check {file}
# {name}: begun from preset “{preset}”. Make it yours, then run: biwu rulebook check {file}
#
"""


def presets() -> dict[str, str]:
    """Preset -> its text, by name."""
    folder = files("domain.rulebook").joinpath("presets")
    found = {file.name.removesuffix(".toml"): file for file in folder.iterdir() if file.name.endswith(".toml")}
    return {name: found[name].read_text(encoding="utf-8") for name in sorted(found)}


def titles() -> dict[str, Words]:
    """Preset -> its title."""
    return {name: parse(text).title for name, text in presets().items()}


def begun(name: str, preset: str, file: str) -> str:
    """The preset's text with the new rulebook's id. Raises: Unusable for a bad id or an unknown preset."""
    if ID.fullmatch(name) is None:
        raise Unusable(
            f"“{name}”不能作代号：须由字母、数字、- 和 _ 组成，最多 40 个字符",
            f"“{name}” cannot be an id: letters, digits, - and _, at most 40, a letter or digit first",
        )
    known = presets()
    if preset not in known:
        raise Unusable(
            f"没有示例“{preset}”（biwu rulebook new --list）",
            f"there is no preset “{preset}” (biwu rulebook new --list)",
        )
    text, replaced = re.subn(r'(?m)^id = "[^"]*"', f'id = "{name}"', known[preset], count=1)
    if not replaced:
        raise AssertionError(preset)
    return _HEAD.format(name=name, preset=preset, file=file) + text
