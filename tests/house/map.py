"""Prints the house, every room and module with the first sentence it says about itself, and hangs it in the READMEs."""

from __future__ import annotations

from pathlib import Path

from tests.house.rooms import FLOORS, ROOT, files, first_sentence, name

WIDTH = 30
OPENING, CLOSING = "<!-- map -->", "<!-- /map -->"
READMES = ("README.md", "README.zh-CN.md")


def lines() -> list[str]:
    """A line for each folder and each module in it; two spaces for each step inwards."""
    modules = sorted((path for floor in FLOORS for path in files(".py", ".js", rooms=(floor,))), key=_order)
    folders = {path.parent: None for path in modules}
    return [line for folder in folders for line in _folder(folder, [path for path in modules if path.parent == folder])]


def hung(text: str) -> str:
    """A README's text with the map as it is now between its marks; the same text where there are none."""
    before, opening, rest = text.partition(OPENING)
    _, closing, after = rest.partition(CLOSING)
    if not closing:
        return text
    return "\n".join((before + opening, "", "```text", *lines(), "```", "", closing + after))


def _order(path: Path) -> tuple[int, list[str], str]:
    """Floors from top to bottom; a folder's modules before the folders in it."""
    parts = list(path.parent.relative_to(ROOT).parts)
    return (FLOORS.index(parts[0]), parts, path.name)


def _folder(folder: Path, modules: list[Path]) -> list[str]:
    inward = "  " * (len(folder.relative_to(ROOT).parts) - 1)
    own = "".join(first_sentence(path) for path in modules if path.name == "__init__.py")
    named = [(f"{inward}  {path.name}", first_sentence(path)) for path in modules if path.name != "__init__.py"]
    return [f"{place:<{WIDTH}} {sentence}".rstrip() for place, sentence in [(f"{inward}{name(folder)}/", own), *named]]


def main() -> None:
    print("\n".join(lines()))
    for readme in (ROOT / each for each in READMES):
        readme.write_text(hung(readme.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
