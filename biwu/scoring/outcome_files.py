"""The result as files: ranked rows, a column for each node the rulebook names, numbers exact and with its decimals.

Plain UTF-8 without a mark, lines end in a line feed: for programs. Spreadsheets get theirs from `biwu export`.
"""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from biwu.scoring.result import Result, Row
from domain.rulebook.rulebook import Rulebook
from domain.scoring.numbers import NoResult, Value, shown, text
from domain.scoring.scheme import scheme
from domain.scoring.statuses import STATES, STATUSES
from web.exports.safe import guarded, printable

Plain = dict[str, str]
_TOKENS = {state.word: state.token for state in (*STATES, *STATUSES)}
MAIN = ("entry", "rank", "award", "honours", "status", "total")
STAGE = ("entry", "rank", "total", "advances", "status")
TEAM = ("team", "rank", "award", "total")


def named_nodes(rulebook: Rulebook, written: str) -> list[str]:
    """The nodes that the rulebook's text names and shows, in its order, once for each stage they stand in."""
    own = set(tomllib.loads(written.removeprefix("\ufeff"), parse_float=Decimal).get("nodes", {}))
    stages = {stage.id for stage in rulebook.stages}
    staged = {f"{stage}.{name}" for stage in stages for name in own}
    return [name for name, node in rulebook.nodes.items() if node.show and (name in own or name in staged)]


def columns(rulebook: Rulebook, nodes: Iterable[str]) -> dict[str, str]:
    """Column → node. A node called like one of the fixed columns is `nodes.rank`; the total's own column is enough."""
    own = ((node, f"nodes.{node}" if node in MAIN else node) for node in nodes)
    return {column: node for node, column in own if not node == rulebook.total == "total"}


def main_table(result: Result, nodes: Mapping[str, str]) -> list[Plain]:
    """One row an entry, from first to last, cells as text; `nodes` as `columns` gives them."""
    places = scheme(result.marks.rulebook).places
    total = result.marks.rulebook.total
    return [
        {
            "entry": row.entry,
            "rank": row.place,
            "award": "; ".join(row.awards),
            "honours": "; ".join(row.honours),
            "status": token(row.status),
            "total": figure(row.total, places[total]),
            **{column: _node(row, node, places[node]) for column, node in nodes.items()},
        }
        for row in result.rows
    ]


def stage_tables(result: Result) -> dict[str, list[Plain]]:
    """Stage → one row for each who took part."""
    places = scheme(result.marks.rulebook).places
    total = {stage.id: stage.total for stage in result.marks.rulebook.stages}
    said = {None: "", True: "yes", False: "no"}
    return {
        stage: [
            {
                "entry": row.entry,
                "rank": row.place,
                "total": figure(row.total, places[total[stage]]),
                "advances": said[row.advances],
                "status": token(row.status),
            }
            for row in rows
        ]
        for stage, rows in result.stages.items()
    }


def team_tables(result: Result) -> dict[str, list[Plain]]:
    """Team ranking → one row a team."""
    return {
        ranking: [
            {"team": row.team, "rank": row.place, "award": "; ".join(row.awards), "total": figure(row.total, None)}
            for row in rows
        ]
        for ranking, rows in result.teams.items()
    }


def token(status: str) -> str:
    """A status as files write it."""
    return _TOKENS.get(status, status.upper())


def figure(value: Value, places: int | None) -> str:
    """A value as files write it; nothing for none."""
    if value is None:
        return ""
    return text(value) if isinstance(value, NoResult) else shown(value, places)


def written(headings: Sequence[str], rows: Iterable[Mapping[str, str]]) -> str:
    """A table as CSV."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(headings)
    writer.writerows(list(_cells(headings, row)) for row in rows)
    return out.getvalue()


def _cells(headings: Sequence[str], row: Mapping[str, str]) -> Iterator[str]:
    """What an organiser wrote is guarded against running in a spreadsheet; figures stay figures, below zero too."""
    for heading in headings:
        free = heading in ("entry", "team", "award", "honours")
        yield guarded(printable(row[heading])) if free else row[heading]


def _node(row: Row, node: str, places: int | None) -> str:
    if node in row.values:
        return figure(row.values[node], places)
    return " ".join(figure(member, places) or "…" for member in row.families.get(node, ()))
