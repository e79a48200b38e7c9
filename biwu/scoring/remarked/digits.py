"""Columns of numbers that nobody can read, because no node rounds them; they are written exactly all the same."""

from __future__ import annotations

from collections.abc import Iterator

from biwu.scoring.events import Files
from biwu.scoring.outcome_files import named_nodes
from biwu.scoring.reading.faults import Said
from biwu.scoring.remarked.naming import listed
from biwu.scoring.result import Result
from domain.scoring.numbers import NoResult, Value, text

_READABLE = 20  # signs


def digits(files: Files, result: Result) -> Iterator[Said]:
    """One sentence in Chinese and English for all of them, or none."""
    long = [name for name in named_nodes(files.rulebook, files.text) if any(_long(result, name))]
    if long:
        told = listed(long)
        zh = f"结果中有位数很多的数，因为这些节点没有取整：{told} → 请加 round"
        en = "numbers with many digits in the result, as these nodes are not rounded"
        yield zh, f"{en}: {told} → give them a round key"


def _long(result: Result, name: str) -> Iterator[bool]:
    for row in result.rows:
        values: tuple[Value, ...] = (row.values[name],) if name in row.values else tuple(row.families.get(name, ()))
        yield any(
            each is not None and not isinstance(each, NoResult) and len(text(each)) > _READABLE for each in values
        )
