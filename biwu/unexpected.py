"""A fault of the program itself: the details go into a file, the person is told what it means for the work at hand."""

from __future__ import annotations

import platform
import sys
import tempfile
import traceback
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from biwu.faults import BROKEN, Unusable

_ONLY_READ = {"score", "rulebook", "verify", "settings"}  # write nothing, or what they write at the very end


def unexpected(error: Exception, command: str, arguments: Sequence[str], version: str) -> Unusable:
    """What to say; the file with the details lies in the current folder, else in that for temporary files."""
    where = _kept(_details(error, arguments, version))
    nothing = ("没有写入任何结果。", "Nothing was written. ") if command in _ONLY_READ else ("", "")
    zh = f"程序出错（不是您的文件有误）。{nothing[0]}详情在 {where}，请连同所用文件交给 Biwu 的维护者。"
    en = f"a fault of the program, not of your files. {nothing[1]}The details are in {where}: "
    return Unusable(zh, f"{en}hand it to whoever maintains Biwu, with the files you used.", BROKEN)


def _details(error: Exception, arguments: Sequence[str], version: str) -> str:
    told = "".join(traceback.format_exception(error))
    return f"biwu {version}\npython {sys.version}\n{platform.platform()}\nbiwu {' '.join(arguments)}\n\n{told}"


def _kept(details: str) -> str:
    """The file's path; where none can be written the details go to the screen, for they must not be lost."""
    name = f"biwu-fault-{datetime.now().astimezone():%Y%m%d-%H%M%S}.txt"
    for folder in (Path.cwd(), Path(tempfile.gettempdir())):
        try:
            (folder / name).write_text(details, encoding="utf-8")
        except OSError:
            continue
        return str(folder / name)
    sys.stderr.write(details)
    return "stderr"
