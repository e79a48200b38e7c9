"""Copies a live record and its registry into a folder, and verifies the copies before they count.

Works beside a running server. The registry's master key is never put beside the copies: keep it
on another medium, once, with --master-key FOLDER; without it the names in a backup cannot be read.

备份赛事流水与名册并校验；主密钥须另存（--master-key）。
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from biwu.commands import verify_
from biwu.faults import DONE, FAILED, Unusable
from biwu.progress import Progress
from biwu.settings import Settings
from domain.errors import Refused
from ledger.backup import backup
from registry.copies import backup as backup_registry
from registry.copies import backup_key
from registry.store import FILE_NAME

HELP = "copy a live record and registry, verified 备份并校验"


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("target", type=Path, help="folder for the copies 备份目录 (made if it is not there)")
    parser.add_argument("--master-key", type=Path, metavar="FOLDER", help="put the master key there 主密钥另存目录")


def run(options: argparse.Namespace, settings: Settings) -> int:
    if options.master_key and options.master_key.resolve() == options.target.resolve():
        raise Unusable(*_SENTENCES["key-beside-copy"], FAILED)
    progress = Progress(f"backup {settings.data}")
    verdict = backup(settings.data, options.target, progress)
    progress.end()
    verify_.tell(verdict)
    try:
        if (settings.data / FILE_NAME).exists():
            copy = backup_registry(settings.data, options.target)
            sys.stdout.write(f"名册 registry: {copy.people} people, {copy.documents} documents\n")
        if options.master_key:
            backup_key(settings.data, options.master_key)
    except Refused as refused:
        raise Unusable(*_SENTENCES[refused.reason], FAILED) from refused
    return DONE


_SENTENCES = {
    "key-beside-copy": (
        "主密钥不能与备份放在同一目录，请另选目录。",
        "The master key must not lie beside a copy; choose another folder.",
    ),
    "other-key-there": (
        "目标目录中已有另一名册的主密钥，未覆盖。",
        "Another registry's master key lies there; it was not overwritten.",
    ),
}
