"""The locks fix every package by hash and name no package host."""

import json
import re

import pytest

from tests.house.rooms import ROOT

LOCKS = ["requirements.lock", "requirements-dev.lock"]


@pytest.mark.parametrize("lock", [*LOCKS, "package-lock.json"])
def test_a_lock_names_no_address(lock):
    assert re.findall(r".*(?:://|\"resolved\").*", (ROOT / lock).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_python_package_is_fixed_by_hash(lock):
    text = (ROOT / lock).read_text(encoding="utf-8")
    pins = re.split(r"^(?=\S)", text, flags=re.MULTILINE)[1:]
    assert pins
    assert [pin.splitlines()[0] for pin in pins if "==" not in pin or "--hash=sha256:" not in pin] == []


def test_every_script_package_is_fixed_by_hash():
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert [name for name, package in packages.items() if name and "integrity" not in package] == []


def test_what_runs_is_what_was_tested():
    """Each pin of the running environment stands in the developers' lock too, letter for letter."""
    runs, tested = (
        {line for line in (ROOT / lock).read_text(encoding="utf-8").splitlines() if "==" in line} for lock in LOCKS
    )
    assert runs - tested == set()


def test_npm_is_told_to_write_no_addresses():
    assert "omit-lockfile-registry-resolved=true" in (ROOT / ".npmrc").read_text(encoding="utf-8").split()
