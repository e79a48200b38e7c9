"""The wheel in an empty environment serves: pages, styles, scripts, catalogues and presets travel with it."""

from __future__ import annotations

import asyncio
import os
import re
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
UV = Path(sys.executable).with_name("uv")


def run(*command: str | Path, folder: Path = ROOT) -> str:
    environment = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "VIRTUAL_ENV"}}
    done = subprocess.run(
        list(map(str, command)), cwd=folder, env=environment, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


@pytest.fixture
def biwu(tmp_path) -> Path:
    """The command of an environment that holds the wheel and what it needs, nothing of this checkout."""
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path / "dist")
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    run(sys.executable, "-m", "venv", tmp_path / "env")
    python = tmp_path / "env" / "bin" / "python"
    into = ("--python", python, "-q")
    run(UV, "pip", "install", *into, "--require-hashes", "-r", ROOT / "requirements.lock")
    run(UV, "pip", "install", *into, "--no-deps", wheel)
    return python.with_name("biwu")


def read(url: str) -> str:
    with urllib.request.urlopen(url, timeout=10) as page:
        return page.read().decode()


@pytest.mark.slow
@pytest.mark.anyio
async def test_the_wheel_alone_serves_and_verifies(biwu, tmp_path):
    assert "rehearse" in run(biwu, "--help", folder=tmp_path)
    server = await asyncio.create_subprocess_exec(
        *(biwu, "serve", "--data", tmp_path / "data", "--port", "0", "--level", "warning"),
        cwd=tmp_path,
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        assert server.stdout
        async with asyncio.timeout(30):
            home = (await server.stdout.readline()).decode().split()[-1]
            link = (await server.stdout.readline()).decode().split()[-1]
        assert link.startswith(f"{home}/enrol#")
        page = await asyncio.to_thread(read, f"{home}/")
        (style, *_) = re.findall(r'href="(/static/[^"]+\.css)"', page)
        assert "@layer" in await asyncio.to_thread(read, home + style)
        assert 'lang="zh-Hans"' in page
    finally:
        server.terminate()
        await server.wait()
    assert "sound" in run(biwu, "verify", tmp_path / "data", folder=tmp_path)
