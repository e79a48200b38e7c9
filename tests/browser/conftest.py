"""A browser and a server for the tests that need them: Debian's Chromium, one Chinese font, no calls home."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.support.hall.server import Server, serving
from tests.support.hall.wanbei import Contest, opened

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = [
    "--disable-background-networking",  # a browser that calls home from a closed network only makes noise
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
    "--disable-gpu",
    "--disable-dev-shm-usage",  # containers have a small /dev/shm
]
_CONTESTS = count(1)
MISSING = "no browser: as root run 'apt-get install chromium', or name one in CHROMIUM"


@pytest.fixture(scope="session")
def chromium() -> str:
    """The browser's path; without one the test is skipped, in CI it fails."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if found is None and os.environ.get("CI"):
        pytest.fail(MISSING)
    return found or pytest.skip(MISSING)


@pytest.fixture(scope="session")
def one_font(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Only the Chinese font from the wheel: the same pictures everywhere, and no font package to install."""
    spec = find_spec("noto_cjk_sans_otc")
    assert spec
    assert spec.submodule_search_locations
    folder = tmp_path_factory.mktemp("fonts")
    settings = f"<fontconfig><dir>{spec.submodule_search_locations[0]}</dir><cachedir>{folder}</cachedir></fontconfig>"
    document = f'<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">{settings}'
    (folder / "fonts.conf").write_text(document, encoding="utf-8")
    return {"FONTCONFIG_FILE": str(folder / "fonts.conf")}


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args, chromium, one_font, tmp_path_factory):
    # the sandbox does not work as root; as anybody else it must stay on
    flags = [*FLAGS, "--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else FLAGS
    home = tmp_path_factory.mktemp("home")  # nothing of the person's own browser, and none may be writable
    environment = {
        **os.environ,
        **one_font,
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home),
        "XDG_CACHE_HOME": str(home),
    }
    return {**browser_type_launch_args, "executable_path": chromium, "args": flags, "env": environment}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    """Chinese first, in the contest's zone, on a tablet's screen."""
    screen = {"width": 1280, "height": 800}
    return {**browser_context_args, "locale": "zh-CN", "timezone_id": "Asia/Shanghai", "viewport": screen}


@pytest.fixture(scope="session")
def pictures() -> Path:
    """Where screenshots go that people look at; never part of the repository's history by itself."""
    folder = Path(__file__).parents[2] / "out" / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One for all tests: each opens a contest of its own in it."""
    with serving(tmp_path_factory.mktemp("hall")) as running:
        yield running


@pytest.fixture
def contest(server: Server) -> Contest:
    """Four contestants, codes drawn, seats taken, modules open, no mark yet."""
    return opened(server, f"c{next(_CONTESTS)}", 4)


@pytest.fixture
def reader(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[Callable[..., Page]]:
    """A page of somebody who reads this language ("zh" or "en"); more as Playwright's new_context takes it."""
    with ExitStack() as opened_contexts:

        def of(language: str, **choices: Any) -> Page:
            locale = {"zh": "zh-CN", "en": "en-GB"}[language]
            context = browser.new_context(**{**browser_context_args, "locale": locale, **choices})
            opened_contexts.callback(context.close)
            return context.new_page()

        yield of
