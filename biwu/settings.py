"""Settings and where each comes from: a flag, the environment, a file, or what we ship.

The nearest wins: flag over `BIWU_…` variable over settings file over default. `biwu settings` shows all of them.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from biwu.faults import Unusable

FILE = "biwu.toml"


class Setting(NamedTuple):
    """One setting: its value as text, and what that text may be."""

    default: str
    read: Callable[[str], Any]
    help: str


class Known(NamedTuple):
    """A setting's text with its source: `flag`, `environment`, a file's path, or `default`."""

    text: str
    source: str


def _port(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or not int(text) <= 65_535:  # noqa: PLR2004 - the last port there is
        raise ValueError(text)
    return int(text)


def _zone(text: str) -> str:
    try:
        return ZoneInfo(text).key
    except (ZoneInfoNotFoundError, OSError) as error:
        raise ValueError(text) from error


def _one_of(*words: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        if text not in words:
            raise ValueError(text)
        return text

    return read


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.replace(",", " ").split())


def _path(text: str) -> Path | None:
    return Path(text).expanduser() if text else None


SETTINGS: dict[str, Setting] = {
    "data": Setting("biwu-data", lambda text: Path(text).expanduser(), "data folder 数据目录"),
    "host": Setting("127.0.0.1", str, "address to listen on 监听地址 (0.0.0.0: every network of this machine)"),
    "port": Setting("8470", _port, "port 端口 (0: any free one)"),
    "zone": Setting("Asia/Shanghai", _zone, "time zone of times typed after --at 命令行时间的时区, an IANA name"),
    "origins": Setting("", _words, "further addresses pages are opened at 其他访问地址, e.g. https://biwu.example.org"),
    "certificate": Setting("", _path, "TLS certificate file 证书"),
    "key": Setting("", _path, "TLS key file 私钥"),
    "log": Setting("text", _one_of("text", "json"), "log lines as text or json 日志格式"),
    "level": Setting("info", _one_of("debug", "info", "warning", "error"), "how much to log 日志级别"),
}


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting, read and checked."""

    data: Path
    host: str
    port: int
    zone: str
    origins: tuple[str, ...]
    certificate: Path | None
    key: Path | None
    log: str
    level: str


def gather(flags: Mapping[str, str | None], environment: Mapping[str, str] = os.environ) -> dict[str, Known]:
    """Each setting's text and source. Raises: Unusable for a settings file that cannot be read or knows other words."""
    path = Path(flags.get("settings") or environment.get("BIWU_SETTINGS") or FILE)
    asked_for = bool(flags.get("settings") or environment.get("BIWU_SETTINGS"))
    written = _read_file(path, must_exist=asked_for)
    known = {}
    for name, setting in SETTINGS.items():
        flag, variable = flags.get(name), environment.get(f"BIWU_{name.upper()}")
        if flag is not None:
            known[name] = Known(flag, "flag")
        elif variable is not None:
            known[name] = Known(variable, f"environment BIWU_{name.upper()}")
        elif name in written:
            known[name] = Known(written[name], str(path))
        else:
            known[name] = Known(setting.default, "default")
    return known


def settle(known: Mapping[str, Known]) -> Settings:
    """The settings themselves. Raises: Unusable naming the setting, what was found and where it stands."""
    return Settings(**{name: _settled(name, known[name]) for name in SETTINGS})


def _settled(name: str, known: Known) -> Any:  # noqa: ANN401 - each setting has its own type
    try:
        return SETTINGS[name].read(known.text)
    except ValueError:
        raise Unusable(
            f"设置 {name} 的值“{known.text}”不可用（来自 {known.source}）：{SETTINGS[name].help}",
            f"setting {name} cannot be “{known.text}” (from {known.source}): {SETTINGS[name].help}",
        ) from None


def _read_file(path: Path, *, must_exist: bool) -> dict[str, str]:
    if not path.exists() and not must_exist:
        return {}
    try:
        written = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Unusable(f"设置文件 {path} 无法读取：{error}", f"settings file {path} cannot be read: {error}") from error
    odd = [name for name in written if name not in SETTINGS]
    if odd:
        raise Unusable(
            f"设置文件 {path} 中有未知设置：{'、'.join(odd)}",
            f"settings file {path} has unknown settings: {', '.join(odd)}",
        )
    return {name: " ".join(value) if isinstance(value, list) else str(value) for name, value in written.items()}
