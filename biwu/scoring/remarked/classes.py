"""The classes that are ranked apart, with their sizes: a misspelt class is a class of one, and its member wins it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from itertools import combinations

from biwu.scoring.events import Files
from biwu.scoring.reading.faults import Said, other_number
from biwu.scoring.reading.names import folded
from biwu.scoring.remarked.groups import columns_apart
from domain.rulebook.rulebook import Rulebook

_MUCH_LARGER = 5  # times
_NEAR = 0.85  # of 1: how alike two words are


def classes(files: Files) -> Iterator[Said]:
    """Each a sentence in Chinese and English."""
    teams = (team.by for team in files.rulebook.teams)
    for column in dict.fromkeys((*apart(files.rulebook), *teams)):
        sizes = Counter(entry.columns.get(column, "") for entry in files.entries.rows)
        if column == files.rulebook.ranking.per and sizes:
            told = ", ".join(f"{value or '—'} {size}" for value, size in sizes.most_common())
            yield f"按“{column}”分别排名：{told}", f"ranked apart by “{column}”: {told}"
        yield from _alike(column, sizes)


def apart(rulebook: Rulebook) -> list[str]:
    """Columns whose values part the entries: for places, in the tree, for prizes."""
    nodes = [column for by in columns_apart(rulebook) for column in by]
    lists = [column for each in rulebook.awards for column in (each.per, *getattr(each, "by", ()))]
    return [column for column in dict.fromkeys((*nodes, *lists)) if column]


def _alike(column: str, sizes: Mapping[str, int]) -> Iterator[Said]:
    for one, other in combinations(sorted(filter(None, sizes), key=lambda value: (sizes[value], value)), 2):
        same = folded(one) == folded(other)
        if same or (sizes[one] * _MUCH_LARGER <= sizes[other] and _near(folded(one), folded(other))):
            told = f"“{one}” {sizes[one]}, “{other}” {sizes[other]}"
            zh = f"“{column}”列的值很相近，按不同的类别计：{told}"
            yield zh, f"values of “{column}” that are nearly alike count as different: {told}"


def _near(one: str, other: str) -> bool:
    """One begins as the other does (职工, 职工组), or differs in a letter of many; never in a number alone."""
    if other_number(one, other):
        return False
    return other.startswith(one) or one.startswith(other) or SequenceMatcher(None, one, other).ratio() >= _NEAR
