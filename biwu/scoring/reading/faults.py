"""Faults of the files, each with file, line and column, collected until everything has been read.

The same fault in many lines is one fault that names the first of them.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from domain.errors import Fault, Malformed
from web.imports.faults import shown_text

Said = tuple[str, str]  # the same in Chinese and English

KEPT = 1_000  # a file of another contest has a fault in every line; nobody reads more different ones than these
_LISTED = 12  # names a fault lists at most
_NAMED = 3  # lines a fault of many lines names

_Key = tuple[str, str, Said]  # file, column, sentences


class Faults:
    """The sentences of the first KEPT different faults are kept, with all their lines; the others are counted."""

    def __init__(self) -> None:
        self._kept: dict[_Key, array[int]] = {}
        self._beyond = 0
        self._files: list[str] = []

    def add(self, file: str, line: int, column: str, said: Said) -> None:
        """`line` 0: of the whole file; `column` "": of the whole line."""
        lines = self._kept.get((file, column, said))
        if lines is None and len(self._kept) >= KEPT:
            self._beyond += 1
            return
        if lines is None:
            lines = self._kept[file, column, said] = array("q")
        if file not in self._files:
            self._files.append(file)
        lines.append(line)

    def check(self, shown: int = KEPT) -> None:
        """Raises: Malformed with the faults in order of file and line, the last one telling how many more there are."""
        if not self._kept:
            return
        found = sorted(((key, sorted(set(lines))) for key, lines in self._kept.items()), key=self._place)
        faults = [_told(key, lines) for key, lines in found[:shown]]
        more = self._beyond + sum(len(lines) for _, lines in found[shown:])
        if more:
            faults.append(Fault("…", f"另有 {more:,} 处错误未列出", f"and {more:,} more faults"))
        raise Malformed(faults)

    def _place(self, found: tuple[_Key, Sequence[int]]) -> tuple[int, int]:
        (file, _, _), lines = found
        return self._files.index(file), lines[0]


def _told(key: _Key, lines: Sequence[int]) -> Fault:
    file, column, (zh, en) = key
    place = ":".join(part for part in (file, str(lines[0] or ""), column) if part)
    if len(lines) == 1:
        return Fault(place, zh, en)
    also = _rows(lines)
    return Fault(place, f"{zh}（{also[0]}）", f"{en} ({also[1]})")


def _rows(lines: Sequence[int]) -> Said:
    named, more = list(map(str, lines[:_NAMED])), len(lines) - _NAMED
    if more > 0:
        return f"第 {'、'.join(named)} 行，另有 {more:,} 行", f"rows {', '.join(named)} and {more:,} more"
    return f"第 {'、'.join(named)} 行", f"rows {', '.join(named[:-1])} and {named[-1]}"


def wrong(found: str, expected: Said, why: Said = ("", "")) -> Said:
    """What was found, what was expected, and the way out where there is one."""
    shown = shown_text(found)
    zh, en = (f"“{shown}”", f"“{shown}”") if found.strip() else ("空白", "nothing")
    zh, en = f"找到{zh}；应为：{expected[0]}", f"found {en}; expected {expected[1]}"
    return (f"{zh}。{why[0]}" if why[0] else zh, f"{en}. {why[1]}" if why[1] else en)


def one_of(names: Iterable[str]) -> Said:
    """The names to choose from, not too many of them."""
    every = [name for name in dict.fromkeys(names) if name]
    listed = every[:_LISTED]
    more = " …" if len(every) > _LISTED else ""
    return ("、".join(listed) + more, ("one of " if len(every) > 1 else "") + ", ".join(listed) + more)


def suggestion(found: str, names: Iterable[str]) -> Said:
    """The name that was most likely meant, if one is close. Numbers are all alike: J10 is not a misspelt J1."""
    known = [name for name in names if not other_number(found, name)]
    close = get_close_matches(found, known, 1) or [name for name in known if name.casefold() == found.casefold()]
    return (f"是否指“{close[0]}”？", f"Did you mean “{close[0]}”?") if close else ("", "")


def other_number(one: str, other: str) -> bool:
    """Whether two names differ in their numbers and in nothing else."""
    one, other = one.casefold(), other.casefold()
    return one != other and re.sub("[0-9]+", "0", one) == re.sub("[0-9]+", "0", other)
