"""What can go wrong with the record, each with its sentence in Chinese and in English."""

from __future__ import annotations

import traceback


class RecordError(Exception):
    """Something a person must hear about; `zh` and `en` say it, and hold neither marks nor tokens."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.zh = zh
        self.en = en


class RecordInUse(RecordError):  # noqa: N818 - named for the situation, as are all of these
    """Another process owns the data folder."""

    def __init__(self, holder: str) -> None:
        super().__init__(
            f"数据目录正被另一个进程使用({holder})。请先停止它,或把命令交给正在运行的服务器。",
            f"The data folder is in use by another process ({holder}). Stop it, or give the command to that server.",
        )
        self.holder = holder


class RecordTooNew(RecordError):  # noqa: N818
    """A newer version of this program has written the file."""

    def __init__(self, found: int, known: int) -> None:
        super().__init__(
            f"赛事流水的格式版本是 {found},本程序只认识到版本 {known}。请用更新的程序打开。",
            f"The record has format version {found}; this program knows versions up to {known}. Use a newer program.",
        )


class NoRecord(RecordError):  # noqa: N818
    """There is no record in the folder, or the file there is something else."""

    def __init__(self, place: str) -> None:
        super().__init__(
            f"{place} 不是赛事流水文件,或者不存在。", f"{place} is no record of contests, or is not there."
        )


class RecordDamaged(RecordError):  # noqa: N818
    """What is stored contradicts itself; `verify` names every place."""

    def __init__(self, place: str) -> None:
        super().__init__(
            f"赛事流水在「{place}」处损坏。请运行 biwu verify,并从备份恢复。",
            f"The record is damaged at {place}. Run `biwu verify` and restore a backup.",
        )
        self.place = place


class RecordCutOff(RecordDamaged):
    """The record ends before an entry that was written: its log was lost or damaged, or an older copy lies here."""

    def __init__(self, ends: int, noted: int) -> None:
        super().__init__(f"entry {noted}")
        self.zh = (
            f"赛事流水止于第 {ends} 条，但第 {noted} 条曾经写入：日志文件丢失或损坏，或放入了较旧的副本。"
            "请从备份恢复；若确要使用这份较旧的流水，请先移走 record.head。"
        )
        self.en = (
            f"The record ends at entry {ends}, but entry {noted} had been written: its log was lost or damaged, or an "
            "older copy was put here. Restore a backup; if this older record is meant, move record.head away first."
        )


class DurabilityTooLow(RecordError):  # noqa: N818
    """The database would not promise to survive a power cut."""

    def __init__(self, found: str) -> None:
        super().__init__(
            f"数据库不保证断电后不丢数据({found}),因此拒绝启动。",
            f"The database does not promise to survive a power cut ({found}), so we do not start.",
        )


class TargetTaken(RecordError):  # noqa: N818
    """A backup never overwrites anything."""

    def __init__(self, target: str) -> None:
        super().__init__(
            f"{target} 已经存在,备份不会覆盖它。", f"{target} is there already; a backup overwrites nothing."
        )


class WriteFailed(RecordError):  # noqa: N818
    """The disk or the database did not take a commit; `cause` is SQLite's own name for it."""

    def __init__(self, cause: str) -> None:
        super().__init__(f"写入赛事流水失败({cause})。", f"Writing to the record failed ({cause}).")
        self.cause = cause


class ReadFailed(RecordError):  # noqa: N818
    """The database cannot read its own file; `cause` is SQLite's own name for it."""

    def __init__(self, cause: str) -> None:
        super().__init__(f"无法读取赛事流水文件({cause})。", f"The record's file cannot be read ({cause}).")
        self.cause = cause


class DeskClosed(RecordError):  # noqa: N818
    """The desk takes nothing more: it was stopped, or a write failed and nobody may be told otherwise.

    Whether a command pending at that moment is in the record shows when it is sent again after the restart:
    the same command always gets the same answer.
    """

    def __init__(self, cause: str) -> None:
        super().__init__(
            f"服务器已停止接收新的成绩({cause})。请保留本机数据,待服务器恢复后重新发送。",
            f"The server takes nothing more ({cause}). Keep what is on this device and send it again later.",
        )
        self.cause = cause


class CommandFailed(RecordError):  # noqa: N818
    """The program itself failed on this one command: nothing was recorded, the desk goes on."""

    def __init__(self, cause: str) -> None:
        super().__init__(
            f"程序无法执行此命令({cause}),没有记录任何内容。请联系技术支持。",
            f"The program failed on this command ({cause}); nothing was recorded. Please tell the technicians.",
        )
        self.cause = cause


class ReadOnly(RecordError):  # noqa: N818
    """The record was opened for reading."""

    def __init__(self) -> None:
        super().__init__("此处只能读取赛事流水。", "The record is open for reading only here.")


def where(error: BaseException) -> str:
    """For logs: the kind of an error and its frames, without its message, which may hold a mark or a token."""
    return f"{type(error).__name__}\n{''.join(traceback.format_tb(error.__traceback__))}"
