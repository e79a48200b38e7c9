"""The parts of an .xlsx file, taken out of its zip within limits that are checked before a byte is unpacked."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO

from domain.errors import Malformed
from web.imports.reading.limits import MIB, Limits, unreadable

ENCRYPTED = 0x1  # bit of a zip member's flags
READABLE = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
OTHER_FORMATS = {
    "xl/workbook.bin": ("这是 .xlsb 文件；请另存为 .xlsx", "this is an .xlsb file; save it as .xlsx"),
    "content.xml": ("这是 OpenDocument 文件；请另存为 .xlsx", "this is an OpenDocument file; save it as .xlsx"),
    "word/document.xml": ("这是文字文档，不是表格", "this is a text document, not a table"),
    "ppt/presentation.xml": ("这是演示文稿，不是表格", "this is a presentation, not a table"),
}
BROKEN = ("文件已损坏，不是完整的 .xlsx", "damaged, not a whole .xlsx file")


class Parts:
    """The members of a workbook's zip by name. What is read is never more than its directory admits to."""

    def __init__(self, content: bytes, limits: Limits) -> None:
        """Raises Malformed for what is no workbook, holds macros, is encrypted or would unpack to too much."""
        if content.count(b"PK\x01\x02") > limits.parts:  # before zipfile makes an object of each
            raise unreadable(f"压缩包内超过 {limits.parts} 个部分", f"more than {limits.parts} parts in its zip")
        try:
            self._zip = zipfile.ZipFile(BytesIO(content))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError) as error:
            raise unreadable(*BROKEN) from error
        members = self._zip.infolist()
        _check_size(members, len(content), limits)
        self._members = {member.filename.replace("\\", "/").lstrip("/"): member for member in members}
        _check_kind(self._members)

    def __contains__(self, name: str) -> bool:
        return name in self._members

    def read(self, name: str) -> bytes:
        """One part, unpacked, once: a second reading is refused, so no part can be made to count many times.

        zipfile stops at the size the directory gave, and that has been counted.
        """
        try:
            return self._zip.read(self._members.pop(name))
        except (KeyError, zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError) as error:
            raise unreadable(*BROKEN) from error


def _check_size(members: list[zipfile.ZipInfo], size: int, limits: Limits) -> None:
    unzipped = sum(member.file_size for member in members)
    if unzipped > limits.unzipped:
        raise unreadable(
            f"解压后超过 {limits.unzipped // MIB} MiB", f"would unpack to more than {limits.unzipped // MIB} MiB"
        )
    if unzipped > MIB and unzipped > limits.ratio * size:
        raise unreadable(
            f"解压后是原大小的 {limits.ratio} 倍以上，疑似压缩炸弹",
            f"would unpack to more than {limits.ratio} times its size, as a zip bomb does",
        )


def _check_kind(members: Mapping[str, zipfile.ZipInfo]) -> None:
    if any(member.flag_bits & ENCRYPTED for member in members.values()):
        raise encrypted()
    if any(name.lower().endswith("vbaproject.bin") for name in members):
        raise macros()
    for name, (zh, en) in OTHER_FORMATS.items():
        if name in members:
            raise unreadable(zh, en)
    if "[Content_Types].xml" not in members or "_rels/.rels" not in members:
        raise unreadable("这是压缩包，不是表格", "this is a zip archive, not a table")
    if any(member.compress_type not in READABLE for member in members.values()):
        raise unreadable(*BROKEN)


def encrypted() -> Malformed:
    return unreadable("文件有密码保护；请去掉密码后再传", "protected by a password; take the password off first")


def macros() -> Malformed:
    return unreadable("文件含有宏；请另存为不含宏的 .xlsx", "holds macros; save it as an .xlsx without them")
