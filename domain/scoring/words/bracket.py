"""What stands in brackets under a value, in lines nobody has to scroll: broken between clauses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

_WIDE = 140  # columns


def broken(clauses: Sequence[str], between: str, indent: str) -> Iterator[str]:
    """`[a; b; c]`, going on one column further in where a line would be too wide; a clause may hold several."""
    line = f"{indent}["
    for clause in f"{between.join(clauses)}]".split(between):
        if len(line) > len(indent) + 1 and _width(line + clause) > _WIDE:
            yield line.rstrip()
            line = f"{indent} "
        line += clause + between
    yield line.removesuffix(between)


def _width(line: str) -> int:
    """In columns, of which a Chinese character takes two."""
    return sum(1 + (ord(each) >= 0x2E80) for each in line)  # noqa: PLR2004 - where CJK begins
