"""Where the house's rooms are, for the tests that look after it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
FLOORS = ("biwu", "judges_console", "web", "projections", "ledger", "registry", "domain")


def files(*endings: str, rooms: tuple[str, ...] = (*FLOORS, "tests")) -> Iterator[Path]:
    """Every file of ours with one of the endings (`.py`), room by room, sorted."""
    for room in rooms:
        yield from (path for path in sorted((ROOT / room).rglob("*")) if path.suffix in endings)


def name(path: Path) -> str:
    """A file's path as people write it: from the root, with forward slashes."""
    return path.relative_to(ROOT).as_posix()


def module(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def first_sentence(path: Path) -> str:
    """The first line of a module's docstring, or of the comment a script begins with; '' when it has none."""
    if path.suffix == ".py":
        return (ast.get_docstring(module(path)) or "").partition("\n")[0].strip()
    lines = [line.strip().lstrip("/*").strip() for line in path.read_text(encoding="utf-8").splitlines()[:3]]
    return next((line for line in lines if line and line != "@ts-check"), "").removesuffix("*/").strip()
