"""What is installed is what is here: every module, template, style, script and catalogue; no test."""

import subprocess
import sys
import zipfile

import pytest

from tests.house.rooms import FLOORS, ROOT, name

MADE = {"__pycache__", ".DS_Store"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The names in a wheel built from this folder."""
    out = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True, timeout=120)
    with zipfile.ZipFile(next(out.glob("*.whl"))) as opened:
        return set(opened.namelist())


@pytest.mark.slow
def test_the_wheel_holds_the_floors_whole_and_nothing_else(wheel):
    here = {name(path) for floor in FLOORS for path in (ROOT / floor).rglob("*") if path.is_file()}
    here = {path for path in here if not MADE & set(path.split("/"))}
    here |= {f"web/rules/{path.name}" for path in (ROOT / "docs" / "rules").iterdir()}  # what explanations show
    assert {path for path in wheel if ".dist-info/" not in path} == here


@pytest.mark.slow
def test_the_wheel_brings_the_command(wheel):
    assert any(path.endswith(".dist-info/entry_points.txt") for path in wheel)
