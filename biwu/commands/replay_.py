"""Shows a contest as it stood at any earlier moment: the public board, or the jury's standings.

The moment is a position in the record ("1234") or a time ("2026-11-20 09:31:07", in the zone of
the settings); without one it is now. Reads only; works beside a running server.

重放任一时刻的成绩板。
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from unicodedata import east_asian_width

from biwu.faults import DONE
from biwu.past import position_of, wall_at
from biwu.settings import Settings
from ledger.record import Record
from projections.rows.view import Plain

HELP = "show any earlier moment of a contest 重放任一时刻"
_WIDE = ("W", "F")


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("contest", help="the contest's id 赛项编号")
    parser.add_argument("--at", metavar="MOMENT", help="position or time 编号或时间")
    parser.add_argument(
        "--jury", action="store_true", help="the jury's standings, unreleased marks among them 评委内部"
    )
    parser.add_argument("--json", action="store_true", help="as JSON instead of a table")


def run(options: argparse.Namespace, settings: Settings) -> int:
    record = Record.read_only(settings.data)
    try:
        position = position_of(record, options.at, settings.zone)
        wall = wall_at(record, options.contest, position)
    finally:
        record.close()
    view = (wall.standings if options.jury else wall.board).view().plain()
    if options.json:
        sys.stdout.write(json.dumps({"position": position, **view}, ensure_ascii=False, indent=1) + "\n")
    else:
        head = view["head"]
        drill = "【演练 DRILL】" if head["drill"] else ""
        sys.stdout.write(f"{drill}{head['title']['zh']} {head['title']['en']}: {head['phase']}, no. {position}\n")
        sys.stdout.write(table(view))
    return DONE


def table(view: Plain) -> str:
    """Rows by place, aligned also where Chinese takes two columns."""
    modules = [module["id"] for module in view["head"]["modules"]]
    lines = [["名次 place", "编号 code", "参赛号 entry", *modules, "总分 total", "奖项 award"]]
    lines += [
        [
            str(row["place"] or row["status"] or "—"),
            row["code"],
            row.get("number", "—"),
            *(row["values"].get(module) or "—" for module in modules),
            row["total"] or "—",
            row.get("award") or "",
        ]
        for row in view["rows"]
    ]
    widths = [max(_width(line[column]) for line in lines) for column in range(len(lines[0]))]
    return "".join(_aligned(line, widths) + "\n" for line in lines)


def _aligned(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(cell + " " * (width - _width(cell)) for cell, width in zip(cells, widths, strict=True)).rstrip()


def _width(text: str) -> int:
    return sum(2 if east_asian_width(letter) in _WIDE else 1 for letter in text)
