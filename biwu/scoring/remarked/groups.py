"""Which judges marked which groups of entries, where the rulebook compares or ranks a group by itself (rooms, classes).

A judge who marked nobody of a group sat elsewhere; one who marked a single entry of a second group is probably the
wrong judge in that line, or the entry stands in the wrong group.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from biwu.scoring.events import Files
from biwu.scoring.reading.faults import Said
from biwu.scoring.reading.pile import ALL
from domain.rulebook.nodes.inputs import AcrossField
from domain.rulebook.rulebook import Rulebook

_Group = tuple[str, ...]  # what an entry has in these columns
_Where = tuple[int, str, int]  # way of parting, written panel, judge


def columns_apart(rulebook: Rulebook) -> dict[tuple[str, ...], None]:
    """The columns by whose values the tree or the ranking part the field, as they belong together."""
    nodes = (node.by for node in rulebook.nodes.values() if isinstance(node, AcrossField))
    own = (rulebook.ranking.per,) if rulebook.ranking.per else ()
    return dict.fromkeys(by for by in (*nodes, own) if by)


class Groups:
    """For each of those ways to part the field: written panel and judge → group → the entries marked, with a line."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self._ways = list(columns_apart(files.rulebook))
        rows = files.entries.rows
        self._own = [[tuple(entry.columns.get(each, "") for each in by) for entry in rows] for by in self._ways]
        self._sizes = [Counter(own) for own in self._own]
        self._marked: dict[_Where, dict[_Group, dict[int, int]]] = {}
        for entry, index, judge, place in files.pile.rows() if self._ways else ():
            if judge != ALL:
                panel, line = files.cells[index].panel.name, files.pile.lines[place]
                for way, own in enumerate(self._own):
                    groups = self._marked.setdefault((way, panel, judge), {})
                    groups.setdefault(own[entry], {}).setdefault(entry, line)

    def elsewhere(self, panel: str, judge: int, entry: int) -> bool:
        """Whether the judge sat not with the entry's group: marked nobody else of it, though there are others."""
        return any(
            sizes[own[entry]] > 1 and not self._sat((way, panel, judge), own[entry])
            for way, (own, sizes) in enumerate(zip(self._own, self._sizes, strict=True))
        )

    def strayed(self) -> Iterator[Said]:
        """Judges who marked one entry of a larger group, and several of another."""
        for where, groups in self._marked.items():
            for group, marked in groups.items():
                if not self._sat(where, group):
                    yield self._slip(where, group, *next(iter(marked.items())))

    def _sat(self, where: _Where, group: _Group) -> bool:
        """One single entry of a larger group is a slip of who marked several of another."""
        groups = self._marked.get(where, {})
        marked = len(groups.get(group, ()))
        return marked > 1 or (marked == 1 and 1 in {max(map(len, groups.values())), self._sizes[where[0]][group]})

    def _slip(self, where: _Where, group: _Group, entry: int, line: int) -> Said:
        way, panel, judge = where
        name, who = self._files.pile.judges[judge], self._files.entries.rows[entry].id
        what = _said(self._ways[way], group)
        zh = f"裁判“{name}”（{panel}）在 {what} 中只评了 {who}（第 {line} 行），其余都在别的组：笔误？"
        return (
            zh,
            f"the judge “{name}” ({panel}) marked of {what} only {who} (line {line}), the rest elsewhere: a slip?",
        )


def _said(columns: tuple[str, ...], group: _Group) -> str:
    return ", ".join(f"{column} “{value or '—'}”" for column, value in zip(columns, group, strict=True))
