"""One process owns a data folder: a lock the operating system lets go of when its holder dies."""

from __future__ import annotations

import json
import os
import platform
import sys
from datetime import UTC, datetime
from errno import errorcode
from pathlib import Path
from typing import BinaryIO

from ledger.errors import RecordInUse, WriteFailed

if sys.platform == "win32":
    import msvcrt

    def _take(file: BinaryIO) -> None:
        # Windows locks bytes and lets nobody read them: one far behind the words about the holder
        file.seek(1 << 30)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(file: BinaryIO) -> None:
        # flock, not lockf: it belongs to this opening of the file, so a second one in this process is refused as well
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


class FolderLock:
    """Held from construction until `release` or the end of the process, even a kill -9."""

    def __init__(self, folder: Path) -> None:
        """Raises: RecordInUse, naming the holder; WriteFailed where nothing can be written."""
        path = folder / "record.lock"
        try:
            self._file = path.open("a+b")
        except OSError as error:  # read-only, not ours, or full
            raise WriteFailed(errorcode.get(error.errno or 0, "OSError")) from error
        try:
            _take(self._file)
        except OSError as error:
            self._file.close()
            raise RecordInUse(_holder(path)) from error
        self._file.seek(0)
        self._file.truncate()
        self._file.write(_ourselves())
        self._file.flush()

    def release(self) -> None:
        self._file.close()


def _ourselves() -> bytes:
    now = datetime.now(tz=UTC).isoformat(timespec="seconds")
    return json.dumps({"pid": os.getpid(), "host": platform.node(), "since": now}).encode()


def _holder(path: Path) -> str:
    try:
        holder = json.loads(path.read_bytes())
        return f"pid {holder['pid']}, {holder['host']}, {holder['since']}"
    except (OSError, ValueError, KeyError, TypeError):
        return "?"  # it is just starting, or the file is somebody else's: held all the same
