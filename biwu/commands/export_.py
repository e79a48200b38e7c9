"""Writes a contest's result (.csv, .xlsx, .json) or its events (.jsonl) to a file.

The result is on codes, and on entry numbers once they are decoded, as of now or of an earlier
moment; names stay in the registry and are on the organiser's pages. Reads only; works beside a running server.

导出成绩（.csv、.xlsx、.json）或赛事流水（.jsonl）。
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from biwu.faults import DONE, MISUSED, Unusable
from biwu.past import position_of, wall_at
from biwu.settings import Settings
from domain.decision import fields_of
from domain.streams import parts
from ledger.record import Record
from projections.rows.cells import identity
from projections.wall import Wall
from web.exports.delimited import Value, csv_table
from web.exports.workbook import xlsx_table

HELP = "write a result or the events to a file 导出成绩或流水"
FORMS = (".csv", ".xlsx", ".json", ".jsonl")


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("contest", help="the contest's id 赛项编号")
    parser.add_argument("file", type=Path, help=f"file to write; its ending decides: {' '.join(FORMS)}")
    parser.add_argument("--at", metavar="MOMENT", help="position or time 编号或时间 (default: now)")
    parser.add_argument("--force", action="store_true", help="overwrite the file 覆盖已有文件")


def run(options: argparse.Namespace, settings: Settings) -> int:
    form = options.file.suffix.lower()
    if form not in FORMS:
        raise Unusable(f"文件名须以 {' '.join(FORMS)} 结尾", f"the file's name must end in {' '.join(FORMS)}", MISUSED)
    if options.file.exists() and not options.force:
        raise Unusable(
            f"{options.file} 已存在（--force 覆盖）", f"{options.file} is there already (--force overwrites)"
        )
    record = Record.read_only(settings.data)
    try:
        position = position_of(record, options.at, settings.zone)
        wall = wall_at(record, options.contest, position)
        if form == ".jsonl":
            written = "".join(_lines(record, options.contest, position)).encode()
        else:
            written = table_of(wall, form)
    finally:
        record.close()
    try:
        options.file.write_bytes(written)
    except OSError as error:
        raise Unusable(f"无法写入 {options.file}：{error}", f"cannot write {options.file}: {error}") from error
    sys.stdout.write(f"{options.file}: {len(written):,} bytes, no. {position}\n")
    return DONE


def table_of(wall: Wall, form: str) -> bytes:
    """The official result as a file of this form, one of FORMS but .jsonl. Raises: Unusable without a rulebook."""
    try:
        result = wall.result()
    except LookupError:
        raise Unusable("尚未确定评分规则，没有成绩", "no rulebook is fixed yet, so there is no result") from None
    if form == ".json":
        return (json.dumps({**result.plain(), "digest": result.digest}, ensure_ascii=False, indent=1) + "\n").encode()
    modules = [module.id for module in wall.marks.rulebook.modules]
    headings = ["place", "code", "entry_no", "delegation", *modules, "total", "status", "award"]
    rows: list[list[Value]] = []
    for row in result.rows:
        who = identity(wall.marks, row["code"])
        rows.append(
            [
                row["place"],
                row["code"],
                who.get("number", ""),
                who.get("delegation", ""),
                *(_number(row["values"].get(module)) for module in modules),
                _number(row["total"]),
                row["status"],
                row["award"],
            ]
        )
    return csv_table(headings, rows) if form == ".csv" else xlsx_table(wall.marks.contest_id, headings, rows)


def _number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _lines(record: Record, contest: str, position: int) -> Iterator[str]:
    for one in record.recorded(upto=position):
        stream = parts(one.stream)
        if len(stream) > 1 and stream[1] == contest:
            told = {
                "position": one.position,
                "at": one.at,
                "stream": one.stream,
                "version": one.version,
                "event": type(one.event).__name__,
                "body": [getattr(one.event, name) for name in fields_of(type(one.event))],
            }
            yield json.dumps(told, ensure_ascii=False, default=_hexadecimal) + "\n"


def _hexadecimal(value: Any) -> str:  # noqa: ANN401 - what JSON cannot write: bytes
    return bytes(value).hex()
