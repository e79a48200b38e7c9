"""Scores a contest from files, without a server: rulebook, entries, marks, and rulings if there are any.

The marks become events that the same evaluator scores as in a served contest. Every fault of the
files is listed with its line; with any fault nothing is scored. docs/rulebooks.md describes the columns.

离线计分：由规则、名单、评分表（及裁定表）得出名次与奖项；有任何错误则逐条列出，不计分。
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any, TextIO

from biwu.faults import DONE, Unusable, spoken
from biwu.scoring.events import Record
from biwu.scoring.explained import as_maps, explained, in_words
from biwu.scoring.files import read_files
from biwu.scoring.outcome_files import (
    MAIN,
    STAGE,
    TEAM,
    columns,
    main_table,
    named_nodes,
    stage_tables,
    team_tables,
    written,
)
from biwu.scoring.remarked.incomplete import without_total
from biwu.scoring.remarked.remarks import remarks
from biwu.scoring.result import Result, score
from biwu.settings import Settings
from domain.rulebook.reading import digest

HELP = "score a contest from files 离线计分"


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("rulebook", type=Path, metavar="RULEBOOK.toml", help="the rules 评分规则")
    parser.add_argument("--entries", type=Path, required=True, metavar="FILE", help="entry, group, category … 名单")
    parser.add_argument("--marks", type=Path, required=True, metavar="FILE", help="entry, …, judge, value 评分表")
    parser.add_argument("--rulings", type=Path, metavar="FILE", help="entry, kind, value, reason 裁定表")
    parser.add_argument(
        "--out", type=Path, metavar="FILE", help="results.csv to write, stages and teams beside it 结果"
    )
    parser.add_argument("--json", action="store_true", help="write JSON to the screen 输出 JSON")
    parser.add_argument(
        "--explain",
        metavar="ENTRY[/NODE]",
        help="say why instead; also ENTRY/place, /awards, /honours 名次、奖项和得分明细",
    )
    parser.add_argument("--full", action="store_true", help="explain to the last mark, however long 明细列到底")
    parser.add_argument(
        "--language", choices=("zh", "en"), help="of all that is said (default: both; explanations zh) 语言"
    )


def run(options: argparse.Namespace, _settings: Settings) -> int:
    record = read_files(options.rulebook, options.entries, options.marks, options.rulings)
    result = score(record)
    if options.explain:
        sys.stdout.write(_explained(options, record, result))
        return DONE
    text = options.rulebook.read_text(encoding="utf-8")
    nodes = columns(result.marks.rulebook, named_nodes(result.marks.rulebook, text))
    for zh, en in remarks(record.files, result):
        _tell(sys.stderr, options, zh, en)
    if options.out is not None:
        for path, rows in _write(options.out, result, nodes).items():
            _tell(sys.stderr if options.json else sys.stdout, options, f"{path}：{rows:,} 行", f"{path}: {rows:,} rows")
    if options.json:
        sys.stdout.write(_json(_everything(result, nodes, digest(text))))
    elif options.out is None:
        sys.stdout.write(written((*MAIN, *nodes), main_table(result, nodes)))
    return DONE


def _explained(options: argparse.Namespace, record: Record, result: Result) -> str:
    found = explained(result, options.explain)
    if options.json:
        return _json(as_maps(result, record, found))
    return in_words(result, record, found, options.language or "zh", full=options.full) + "\n"


def _everything(result: Result, nodes: dict[str, str], rules: str) -> dict[str, Any]:
    rulebook = result.marks.rulebook
    return {
        "rulebook": {"id": rulebook.id, "edition": rulebook.edition, "digest": rules},
        "results": main_table(result, nodes),
        "stages": stage_tables(result),
        "teams": team_tables(result),
        "undecided": [list(tied.entries) for tied in result.undecided],
        "incomplete": sorted(without_total(result)),
    }


def _json(told: dict[str, Any]) -> str:
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _tell(out: TextIO, options: argparse.Namespace, zh: str, en: str) -> None:
    out.writelines(f"{line}\n" for line in spoken(zh, en, options.language))


def _write(out: Path, result: Result, nodes: dict[str, str]) -> dict[Path, int]:
    """The main table, and beside it one file for each stage and each ranking of teams: path → its rows."""
    tables = {out: written((*MAIN, *nodes), main_table(result, nodes))}
    tables |= {_beside(out, name): written(STAGE, rows) for name, rows in stage_tables(result).items()}
    tables |= {_beside(out, name): written(TEAM, rows) for name, rows in team_tables(result).items()}
    contents = {path: table.encode() for path, table in tables.items()}  # all of them, before any is written
    for path, content in contents.items():
        try:
            path.write_bytes(content)
        except OSError as error:
            raise Unusable(f"无法写入 {path}：{error}", f"cannot write {path}: {error}") from error
    return {path: table.count("\n") - 1 for path, table in tables.items()}


def _beside(out: Path, name: str) -> Path:
    return out.with_name(f"{out.stem}-{name}{out.suffix or '.csv'}")
