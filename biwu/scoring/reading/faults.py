"""Faults of the files, each with file, line and column, collected until everything has been read."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from domain.errors import Fault, Malformed
from web.imports.faults import shown_text

Said = tuple[str, str]  # the same in Chinese and English

KEPT = 1_000  # a file of another contest has a fault in every line; nobody reads more than these
_SUGGESTED = 30  # a search through ten thousand names takes its time
_LISTED = 12  # names a fault lists at most


class Faults:
    """`count` is how many there were; the sentences of the first KEPT are kept."""

    def __init__(self) -> None:
        self.count = 0
        self._kept: list[tuple[int, int, Fault]] = []
        self._files: list[str] = []

    def add(self, file: str, line: int, column: str, said: Said) -> None:
        """`line` 0: of the whole file; `column` "": of the whole line."""
        self.count += 1
        if len(self._kept) < KEPT:
            if file not in self._files:
                self._files.append(file)
            place = ":".join(part for part in (file, str(line or ""), column) if part)
            self._kept.append((self._files.index(file), line, Fault(place, *said)))

    @property
    def crowded(self) -> bool:
        """Whether there are so many already that a suggestion is not worth the search."""
        return self.count >= _SUGGESTED

    def check(self, shown: int = KEPT) -> None:
        """Raises: Malformed with the faults in order of file and line, the last one telling how many more there are."""
        if not self.count:
            return
        found = [fault for _, _, fault in sorted(self._kept, key=lambda kept: kept[:2])][:shown]
        if self.count > len(found):
            more = self.count - len(found)
            found.append(Fault("…", f"另有 {more:,} 处错误未列出", f"and {more:,} more faults"))
        raise Malformed(found)


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
    """The name that was most likely meant, if one is close."""
    known = list(names)
    close = get_close_matches(found, known, 1) or [name for name in known if name.casefold() == found.casefold()]
    return (f"是否指“{close[0]}”？", f"Did you mean “{close[0]}”?") if close else ("", "")
