"""Begins, checks, shows, compares and brings in rulebooks: the scoring rules of a contest as one TOML file.

  new     writes a commented rulebook to begin with           写出一份带注释的评分规则
  check   lists every fault with its place, or sums it up     检查规则，列出全部错误
  show    prints the rules in sentences                       用文字说明规则
  diff    says in words what changed                          说明两份规则的差别
  import  makes one of a WorldSkills marking scheme (.xlsx)   由世界技能大赛评分表生成

Needs no data folder and changes none. 评分规则：新建、检查、查看、比较、导入。
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from biwu.faults import DONE, FAILED, Unusable
from biwu.rulebooks.marking_scheme.bringing import brought_in
from biwu.rulebooks.presets import START, begun, titles
from biwu.rulebooks.reading import rulebook_of, text_of
from biwu.rulebooks.summary import summary
from biwu.settings import Settings
from domain.errors import Fault, Malformed
from domain.rulebook.printing.differences import differences
from domain.rulebook.printing.speech import Language
from domain.rulebook.printing.whole import printed_rules
from domain.rulebook.reading import digest

HELP = "begin, check, show, compare or bring in scoring rules 评分规则：新建、检查、查看、比较、导入"
_LANGUAGES: tuple[Language, ...] = ("zh", "en")
_SAME = {"zh": "两份规则相同", "en": "the two rulebooks say the same"}


def add(parser: argparse.ArgumentParser) -> None:
    """The five things to do, each with its own `--help`."""
    does = parser.add_subparsers(dest="does", required=True, metavar="new|check|show|diff|import")
    new = _one(does, "new", "writes a commented rulebook to begin with 新建评分规则")
    new.add_argument("name", nargs="?", help="the new rulebook's id 代号, e.g. welding-2026")
    new.add_argument("--preset", default=START, help=f"which one to begin with 示例 (default {START}; see --list)")
    new.add_argument("--out", type=Path, metavar="FILE", help="file to write 输出文件 (default NAME.toml)")
    new.add_argument("--force", action="store_true", help="overwrite the file 覆盖已有文件")
    new.add_argument("--list", action="store_true", help="list the presets 列出示例")
    check = _one(does, "check", "lists every fault with its place; exit code 1 if there is one 检查评分规则")
    check.add_argument("files", nargs="+", type=Path, metavar="FILE", help="rulebooks 评分规则文件")
    show = _one(does, "show", "prints the rules as an organiser would read them 用文字说明规则")
    show.add_argument("file", type=Path, metavar="FILE", help="a rulebook 评分规则文件")
    diff = _one(does, "diff", "says in words what changed; exit code 1 if anything did 比较两份规则")
    diff.add_argument("old", type=Path, metavar="OLD", help="the rulebook as it was 原规则")
    diff.add_argument("new", type=Path, metavar="NEW", help="the rulebook as it is now 新规则")
    scheme = _one(
        does, "import", "makes a rulebook of a marking scheme in the columns of the WorldSkills export 导入评分表"
    )
    scheme.add_argument("scheme", type=Path, metavar="SCHEME.xlsx", help="the marking scheme 评分表")
    scheme.add_argument("--out", type=Path, metavar="FILE", required=True, help="file to write 输出文件")
    scheme.add_argument("--force", action="store_true", help="overwrite the file 覆盖已有文件")
    scheme.add_argument("--full-or-zero", action="store_true", help="measured: all marks or none 测量分只给满分或零分")
    scheme.add_argument("--sections", default="", metavar="1=5,2=25", help="marks of the sections 各标准章节的分值")
    for each in (check, show, diff, scheme):
        each.add_argument("--language", choices=_LANGUAGES, help="中文 or English (default: both)")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Does one of the five; returns the exit code."""
    del settings
    ways = {"new": _new, "check": _check, "show": _show, "diff": _diff, "import": _import}
    return ways[options.does](options)


def _one(does: Any, name: str, said: str) -> argparse.ArgumentParser:  # noqa: ANN401 - argparse names no public type
    made: argparse.ArgumentParser = does.add_parser(name, help=said, description=said)
    return made


def _new(options: argparse.Namespace) -> int:
    if options.list:
        for preset, title in titles().items():
            _print(f"{preset}  {title.zh}  {title.en}")
        return DONE
    if options.name is None:
        raise Unusable("请给出新规则的代号（或 --list）", "say the new rulebook's id (or --list)")
    file = options.out or Path(f"{options.name}.toml")
    text = begun(options.name, options.preset, file.name)
    _write(file, text, force=options.force)
    return DONE


def _import(options: argparse.Namespace) -> int:
    """With any fault nothing is written; what only asks for a look is told beside the file."""
    text, told = brought_in(options.scheme, options.out.stem, options.sections, full_or_zero=options.full_or_zero)
    _write(options.out, text, force=options.force)
    for language in _asked(options.language):
        for zh, en in told:
            _print(zh if language == "zh" else en)
    return DONE


def _write(file: Path, text: str, *, force: bool) -> None:
    if file.exists() and not force:
        raise Unusable(f"{file} 已存在（--force 覆盖）", f"{file} is there already (--force overwrites)")
    try:
        file.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise Unusable(f"无法写入 {file}：{error.strerror}", f"cannot write {file}: {error.strerror}") from error
    _print(f"{file}: biwu rulebook check {file}")


def _check(options: argparse.Namespace) -> int:
    """All files, whatever is wrong with one of them."""
    code = DONE
    for file in options.files:
        try:
            rulebook = rulebook_of(file)
        except Malformed as malformed:
            code = FAILED
            for fault in malformed.faults:
                _print(_told(fault, options.language))
            continue
        except Unusable as fault:
            code = FAILED
            sys.stderr.write(f"biwu: {fault.zh}\nbiwu: {fault.en}\n")
            continue
        for language in _asked(options.language):
            for line in summary(rulebook, digest(text_of(file)), language):
                _print(f"{file}: {line}")
    return code


def _told(fault: Fault, language: Language | None) -> str:
    said = {"zh": fault.zh, "en": fault.en}
    return f"✗ {fault.place}: " + (said[language] if language else f"{fault.zh} {fault.en}")


def _show(options: argparse.Namespace) -> int:
    rulebook = rulebook_of(options.file)
    _print("\n".join(printed_rules(rulebook, language) for language in _asked(options.language)).rstrip("\n"))
    return DONE


def _diff(options: argparse.Namespace) -> int:
    old, new = rulebook_of(options.old), rulebook_of(options.new)
    changed = False
    for language in _asked(options.language):
        lines = differences(old, new, language)
        changed = changed or bool(lines)
        _print("\n".join(lines) if lines else _SAME[language])
    return FAILED if changed else DONE


def _asked(language: Language | None) -> tuple[Language, ...]:
    return _LANGUAGES if language is None else (language,)


def _print(text: str) -> None:
    sys.stdout.write(f"{text}\n")
