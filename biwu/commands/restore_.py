"""Puts a backup into an empty data folder: record and registry, verified, ready to be served.

Needs the folder with the copies and the folder the master key was put away in. Whoever was erased
after the backup was made has to be erased again, unless --forget names the data folder it replaces.
All sessions end: judges enrol anew.

从备份恢复到空目录：赛事流水与名册，并校验。
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from biwu.commands import verify_
from biwu.faults import DAMAGED, DONE, FAILED, Unusable
from biwu.progress import Progress
from biwu.settings import Settings
from domain.errors import Refused
from ledger.backup import backup
from registry.book import Registry
from registry.copies import restore
from registry.keys import KEY_NAME
from registry.store import FILE_NAME
from registry.vault import Tombstone
from web.words.refusals import sentences

HELP = "put a backup into an empty data folder 从备份恢复"


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("copies", type=Path, help="folder with the copies 备份目录")
    parser.add_argument("--master-key", type=Path, metavar="FOLDER", help="folder the master key lies in 主密钥目录")
    parser.add_argument("--forget", type=Path, metavar="FOLDER", help="the data folder this replaces 被替换的数据目录")


def run(options: argparse.Namespace, settings: Settings) -> int:
    if settings.data.exists() and any(settings.data.iterdir()):
        raise Unusable(f"{settings.data} 不是空目录，未恢复", f"{settings.data} is not empty; nothing was restored")
    has_registry = (options.copies / FILE_NAME).exists()
    if has_registry and not options.master_key:
        raise Unusable("请用 --master-key 指明主密钥所在目录", "say with --master-key where the master key lies")
    if has_registry and not (options.master_key / KEY_NAME).exists():
        raise Unusable(f"{options.master_key} 中没有主密钥", f"there is no master key in {options.master_key}")
    forgotten = _forgotten(options.forget) if options.forget else []
    progress = Progress(f"restore {settings.data}")
    verdict = backup(options.copies, settings.data, progress)  # a copy of a copy, verified again
    progress.end()
    verify_.tell(verdict)
    if has_registry:
        try:
            copy = restore(options.copies / FILE_NAME, options.master_key / KEY_NAME, settings.data, forgotten)
        except Refused as refused:
            raise Unusable(*sentences(refused.reason, refused.details), FAILED) from refused
        sys.stdout.write(f"名册 registry: {copy.people} people, {copy.documents} documents\n")
    return DONE if verdict.is_sound else DAMAGED


def _forgotten(folder: Path) -> list[Tombstone]:
    if not (folder / FILE_NAME).exists():  # opening it would make one, in which nobody is forgotten
        raise Unusable(f"{folder} 中没有名册（--forget）", f"there is no registry in {folder} (--forget)")
    with Registry.open(folder) as registry:
        return registry.tombstones()
