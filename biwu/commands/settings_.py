"""Shows every setting and where it comes from: flag, environment, settings file or default.

显示每项设置及其来源。
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping

from biwu.faults import DONE
from biwu.settings import SETTINGS, Known, settle

HELP = "show every setting and where it comes from 显示设置及来源"


def add(parser: argparse.ArgumentParser) -> None:
    """No options of its own: what would be used with the same flags is what is shown."""
    del parser


def show(known: Mapping[str, Known]) -> int:
    """Prints name, value and source in columns; then checks them, so that a wrong one is said here too."""
    width = max(len(name) for name in SETTINGS)
    values = max(len(one.text) for one in known.values())
    for name, one in known.items():
        sys.stdout.write(f"{name:<{width}}  {one.text or '-':<{values}}  {one.source}\n")
    settle(known)
    return DONE
