"""The command line: `biwu COMMAND`, each with a `--help` for tired people, one-line errors and fixed exit codes."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from types import ModuleType

from biwu.faults import DAMAGED, DONE, FAILED, IN_USE, STOPPED, Unusable, spoken
from biwu.settings import SETTINGS, gather, settle
from biwu.unexpected import unexpected
from domain.errors import Malformed
from ledger.errors import RecordDamaged, RecordError, RecordInUse

COMMANDS = (
    "serve",
    "rehearse",
    "score",
    "import",
    "export",
    "replay",
    "verify",
    "backup",
    "restore",
    "rulebook",
    "settings",
)
_END = """\
exit codes 退出码:
  0  done 完成                      4  the record is damaged 赛事流水损坏
  1  could not be done 未能完成      5  a fault of the program itself 程序本身出错
  2  the command is misspelt 用法错误  130  stopped with Ctrl-C 被中止
  3  the data folder is in use by a running server 数据目录正被使用

`biwu COMMAND --help` explains each command. biwu COMMAND --help 查看各命令的说明。
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; returns its exit code. A person never sees a traceback, not even for what is our bug."""
    said = sys.argv[1:] if arguments is None else list(arguments)
    options = argparse.Namespace(command="", language=None)
    try:
        return _run(said, options)
    except (Unusable, RecordError) as fault:
        return _say(fault, options)
    except Malformed as malformed:
        for found in malformed.faults:
            _say(Unusable(f"{found.place}：{found.zh}", f"{found.place}: {found.en}"), options)
        return FAILED
    except KeyboardInterrupt:
        return STOPPED
    except BrokenPipeError:
        sys.stderr.close()  # whoever read our output has gone; there is nobody to tell
        return DONE
    except Exception as error:  # noqa: BLE001 - a bug, whatever it is: loud, and kept for whoever mends it
        return _say(unexpected(error, options.command, said, _version()), options)


def _run(said: Sequence[str], options: argparse.Namespace) -> int:
    parser, modules = _parser(said[:1] if said and said[0] in COMMANDS else COMMANDS)
    parser.parse_args(said, options)
    known = gather(vars(options))
    if options.command == "settings":
        return int(modules["settings"].show(known))
    return int(modules[options.command].run(options, settle(known)))


def _parser(names: Sequence[str] = COMMANDS) -> tuple[argparse.ArgumentParser, dict[str, ModuleType]]:
    parser = argparse.ArgumentParser(
        prog="biwu",
        description="Biwu 比武: a skill contest from registration to certificates. 技能竞赛，从报名到颁奖。",
        epilog=_END,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"biwu {_version()}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    modules = {}
    for name in names:  # the one asked for only: scoring a file does not wait for the server to be loaded
        modules[name] = module = import_module(f"biwu.commands.{name}_")
        one = commands.add_parser(
            name,
            help=module.HELP,
            description=module.__doc__ and module.__doc__.strip(),
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        _common(one)
        module.add(one)
    return parser, modules


def _common(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("settings 设置 (also: BIWU_NAME in the environment, or biwu.toml)")
    group.add_argument("--settings", metavar="FILE", help="settings file 设置文件 (default biwu.toml, if it is there)")
    for name, setting in SETTINGS.items():
        group.add_argument(f"--{name}", metavar="X", help=f"{setting.help} [{setting.default or '-'}]")


def _version() -> str:
    try:
        return version("biwu")
    except PackageNotFoundError:
        return "0"


def code_of(fault: RecordError) -> int:
    """The exit code for what is wrong with the record."""
    if isinstance(fault, RecordInUse):
        return IN_USE
    return DAMAGED if isinstance(fault, RecordDamaged) else FAILED


def _say(fault: Unusable | RecordError, options: argparse.Namespace) -> int:
    """In the language the command was asked to speak; in both where it was not. Returns the exit code."""
    for line in spoken(fault.zh, fault.en, options.language):
        print(f"biwu: {line}", file=sys.stderr)
    return code_of(fault) if isinstance(fault, RecordError) else fault.code


if __name__ == "__main__":
    sys.exit(main())
