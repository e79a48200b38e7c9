"""Enters a list of entries or a file of scores (.xlsx, .xls, .csv), all of it or nothing.

First shows what the file would change; --yes enters it. Every fault is listed with its sheet,
row and column. The same file again changes nothing; scores that differ need --reason.
Not beside a running server: use the pages of the desk there.

导入参赛名单或成绩表：先显示差异，加 --yes 后一次写入。
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import time
from pathlib import Path

from biwu.faults import DONE, FAILED, Unusable
from biwu.settings import Settings
from biwu.wiring import house
from domain.errors import Refused
from ledger.orders import Receipt
from ledger.record import Record
from registry.access.places import EVERYWHERE
from web.entering import enter_entries, enter_scores, entries_standing, scores_standing
from web.identity.identity import Identity
from web.imports.entries import read_entries
from web.imports.plans import EntriesPlan, ScoresPlan, plan_entries, plan_scores
from web.imports.scores import read_scores
from web.parts import Doors, Parts
from web.words.refusals import sentences

HELP = "enter entries or scores from a workbook 导入名单或成绩"
_ACCOUNT = "console"
_LEAST_SHOWN = 20


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("kind", choices=("entries", "scores"), help="what the file holds 名单或成绩")
    parser.add_argument("file", type=Path, help=".xlsx, .xls or .csv")
    parser.add_argument("--contest", required=True, help="the contest's id 赛项编号")
    parser.add_argument("--panel", help="for scores: the panel they are for 成绩所属评分组")
    parser.add_argument("--reason", default="", help="for scores that differ from what stands 更正理由")
    parser.add_argument("--yes", action="store_true", help="enter it; without this only show what would change 写入")


def run(options: argparse.Namespace, settings: Settings) -> int:
    try:
        content = options.file.read_bytes()
    except OSError as error:
        raise Unusable(f"无法读取 {options.file}：{error}", f"cannot read {options.file}: {error}") from error
    Record.read_only(settings.data).close()  # a mistyped folder is said; `house` would make it
    with house(settings.data, Doors(frozenset())) as parts:
        parts.hall.fold_all(parts.record.told())
        if options.contest not in parts.hall.contests():
            raise Unusable(f"没有赛项 {options.contest}", f"there is no contest {options.contest}")
        enter = _entries if options.kind == "entries" else _scores
        try:
            receipt = asyncio.run(enter(parts, options, content))
        except Refused as refused:
            raise Unusable(*sentences(refused.reason, refused.details), FAILED) from refused
    return _told(receipt)


async def _entries(parts: Parts, options: argparse.Namespace, content: bytes) -> Receipt | None:
    with parts.hall.wall(options.contest) as wall:
        rulebook = wall.marks.contest.rulebook
    found = read_entries(content, options.file.name, rulebook=rulebook)
    who = _console(parts)
    plan = plan_entries(found.rows, await entries_standing(parts, options.contest, who.account))
    _show_entries(plan)
    if plan.changes_nothing or not options.yes:
        return None
    return await enter_entries(parts, who, time.time_ns() // 1000, options.contest, plan)


async def _scores(parts: Parts, options: argparse.Namespace, content: bytes) -> Receipt | None:
    contest, who = options.contest, _console(parts)
    with parts.hall.wall(contest) as wall:
        marks = wall.marks
        try:
            panel = marks.rulebook.panel(options.panel or "")
        except (KeyError, LookupError):
            raise Unusable(
                f"没有评分组 {options.panel}（--panel）", f"there is no panel {options.panel} (--panel)"
            ) from None
        known = {entry.number: "" for entry in marks.contest.entries.values()}
    aspect = panel.aspects[0]
    found = read_scores(content, options.file.name, aspect=aspect, known=known, blanks="allowed")
    plan = plan_scores(found.rows, await scores_standing(parts, contest, panel.id, aspect.id))
    _show_scores(plan)
    if plan.changes_nothing or not options.yes:
        return None
    return await enter_scores(parts, who, time.time_ns() // 1000, contest, panel.id, plan, options.reason)


def _console(parts: Parts) -> Identity:
    """Whoever may run commands on this folder acts as an organiser's office; the receipts name it `console`."""
    registry = parts.registry
    if registry.accounts.get(_ACCOUNT) is None:
        registry.accounts.create(_ACCOUNT, "命令行 Command line", "server")
        for role in ("organiser", "entry_clerk"):
            registry.grants.grant(_ACCOUNT, role, EVERYWHERE, "server")
    return Identity(_ACCOUNT, _ACCOUNT, EVERYWHERE, "")


def _show_entries(plan: EntriesPlan) -> None:
    _count("新增 new", [row.number for row in plan.new])
    _count("不变 same", [row.number for row in plan.same])
    _count("更改 changed", [f"{change.new.number} ({', '.join(change.changed)})" for change in plan.changed])
    _count("名单中没有，保留 not in the file, kept", list(plan.missing))


def _show_scores(plan: ScoresPlan) -> None:
    _count("新成绩 new", [row.number for row in plan.new])
    _count("不变 same", [row.number for row in plan.same])
    _count("更正 corrections", [f"{each.number}: {each.old} → {each.new}" for each in plan.corrections])
    _count("文件中没有，保留 not in the file, kept", list(plan.missing))


def _count(what: str, which: list[str]) -> None:
    shown = ", ".join(which[:_LEAST_SHOWN]) + (" …" if len(which) > _LEAST_SHOWN else "")
    sys.stdout.write(f"{what}: {len(which)}{f'  {shown}' if which else ''}\n")


def _told(receipt: Receipt | None) -> int:
    if receipt is None:
        sys.stdout.write("未写入任何内容。 Nothing was entered.\n")
        return DONE
    if not receipt.accepted:
        raise Unusable(*sentences(receipt.reason, receipt.details), FAILED)
    sys.stdout.write(f"已写入 entered: no. {receipt.first} … {receipt.last}\n")
    return DONE
