"""A rulebook file read, or what stands in the way said in both languages."""

from __future__ import annotations

from pathlib import Path

from biwu.faults import Unusable
from domain.errors import Fault, Malformed
from domain.rulebook.reading import parse
from domain.rulebook.rulebook import Rulebook

LARGEST = 1024 * 1024  # bytes; the longest rulebook so far has some ten thousand


def text_of(file: Path) -> str:
    """Raises: Unusable for a file that cannot be read, is too large or is not UTF-8."""
    try:
        content = file.read_bytes()
    except OSError as error:
        raise Unusable(f"无法读取 {file}：{error.strerror}", f"cannot read {file}: {error.strerror}") from error
    if len(content) > LARGEST:
        raise Unusable(f"{file} 太大，不是评分规则", f"{file} is too large to be a rulebook")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unusable(f"{file} 不是 UTF-8 文本", f"{file} is not text in UTF-8") from error


def rulebook_of(file: Path) -> Rulebook:
    """Raises: Malformed with every fault, the file's name before each place; Unusable."""
    try:
        return parse(text_of(file))
    except Malformed as malformed:
        raise Malformed([Fault(f"{file}: {fault.place}", fault.zh, fault.en) for fault in malformed.faults]) from None
