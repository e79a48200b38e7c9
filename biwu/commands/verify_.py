"""Checks a whole record: hash chain, positions, receipts, claims, and that every event can be read.

Works beside a running server, from outside it. With --noted ENTRY:HASH (printed by an earlier
verify, or on a signed result) it also finds out whether the end of the record was cut off since.

校验整个赛事流水：哈希链、编号、回执、内容；可在服务器运行时执行。
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from biwu.faults import DAMAGED, DONE, MISUSED, Unusable
from biwu.progress import Progress
from biwu.settings import Settings
from ledger.store.examination import Noted
from ledger.verify import Verdict, verify

HELP = "check a record from beginning to end 校验赛事流水"


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", nargs="?", help="data folder or backup folder 目录 (default: the data folder)")
    parser.add_argument("--noted", metavar="ENTRY:HASH", help="an end of the record noted earlier 先前记下的末条")


def run(options: argparse.Namespace, settings: Settings) -> int:
    folder = Path(options.folder) if options.folder else settings.data
    progress = Progress(f"verify {folder}")
    verdict = verify(folder, progress, _noted(options.noted))
    progress.end()
    tell(verdict)
    return DONE if verdict.is_sound else DAMAGED


def tell(verdict: Verdict) -> None:
    """One line when it is sound; else every fault, with its place, in both languages."""
    head = verdict.head
    for place, zh, en in verdict.faults:
        sys.stdout.write(f"✗ {place}：{zh} / {en}\n")
    word = "完好 sound" if verdict.is_sound else "损坏 DAMAGED"
    sys.stdout.write(f"{word}: {head.position} events, {head.entry} entries, end {head.entry}:{head.hash.hex()}\n")


def _noted(text: str | None) -> Noted | None:
    if text is None:
        return None
    entry, _, hexadecimal = text.partition(":")
    try:
        return Noted(int(entry), bytes.fromhex(hexadecimal))
    except ValueError:
        raise Unusable(f"“{text}”不是 条号:哈希", f"“{text}” is not ENTRY:HASH", MISUSED) from None
