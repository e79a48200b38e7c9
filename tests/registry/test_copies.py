"""Copies: made beside a running server, worthless without the key, verified, put back without raising the dead."""

import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from domain.errors import Malformed, Refused
from registry.access.places import Place
from registry.book import Registry
from registry.copies import backup, restore, verify_copy
from registry.errors import Tampered
from registry.keys import read_key
from tests.registry.conftest import CHEAP


@pytest.fixture
def full(registry):
    registry.people.write_all({f"p{n}": {"name": f"名{n}"} for n in range(30)}, by="wang")
    registry.documents.write("漏评", by="wang", about="p3")
    registry.accounts.create("li", "李", by="wang")
    registry.accounts.set_password("li", "correct horse", by="wang")
    return registry


@pytest.fixture
def kept(full, tmp_path):
    """A copy and, on another medium, the key."""
    full.backup(tmp_path / "stick")
    full.backup_key(tmp_path / "safe")
    return tmp_path / "stick" / "registry.sqlite", tmp_path / "safe" / "registry.key"


def test_a_copy_is_one_verified_file_and_the_live_registry_goes_on(full, tmp_path):
    copy = full.backup(tmp_path / "stick")
    assert (copy.people, copy.documents, copy.accounts) == (30, 1, 1)
    assert copy.journal == full.journal.latest(1)[0].number
    assert [path.name for path in (tmp_path / "stick").iterdir()] == ["registry.sqlite"]
    full.people.write("later", {"name": "后"}, by="wang")


def test_copy_and_key_never_lie_in_one_folder(full, tmp_path):
    full.backup(tmp_path / "stick")
    with pytest.raises(Refused, match="key-beside-copy"):
        full.backup_key(tmp_path / "stick")
    full.backup_key(tmp_path / "safe")
    with pytest.raises(Refused, match="key-beside-copy"):
        full.backup(tmp_path / "safe")
    with pytest.raises(Refused, match="key-beside-copy"):
        full.backup(full._folder)


def test_putting_the_key_away_again_changes_nothing_and_never_replaces_another(full, tmp_path):
    full.backup_key(tmp_path / "safe")
    full.backup_key(tmp_path / "safe")
    (tmp_path / "other").mkdir()
    with Registry.open(tmp_path / "other", cost=CHEAP) as other, pytest.raises(Refused, match="other-key-there"):
        other.backup_key(tmp_path / "safe")


def test_a_copy_made_by_another_process_while_marks_come_in_is_whole(full, tmp_path):
    stop = threading.Event()

    def write():
        n = 0
        while not stop.is_set():
            full.people.write_all({f"a{n}": {"name": "甲"}, f"b{n}": {"name": "乙"}}, by="wang")
            n += 1

    writer = threading.Thread(target=write)
    writer.start()
    try:
        code = "import sys, pathlib, registry.copies as c; c.backup(*map(pathlib.Path, sys.argv[1:]))"
        command = [sys.executable, "-c", code, str(full._folder), str(tmp_path / "stick")]
        subprocess.run(command, check=True, timeout=60, cwd=Path(__file__).parents[2])
    finally:
        stop.set()
        writer.join()
    key = read_key(full._folder / "registry.key", bytes)
    assert verify_copy(tmp_path / "stick" / "registry.sqlite", key).people % 2 == 0


def test_a_copy_that_does_not_verify_is_not_kept_and_the_older_one_stays(full, tmp_path):
    older = full.backup(tmp_path / "stick")
    with closing(sqlite3.connect(full._folder / "registry.sqlite")) as db, db:
        db.execute("UPDATE sealed SET box = zeroblob(60) WHERE id = 'p3'")
    with pytest.raises(Tampered):
        full.backup(tmp_path / "stick")
    assert [path.name for path in (tmp_path / "stick").iterdir()] == ["registry.sqlite"]
    assert verify_copy(older.path, read_key(full._folder / "registry.key", bytes)).people == 30


def test_a_newer_copy_replaces_the_older_so_what_was_erased_leaves_the_stick_too(full, tmp_path):
    first = full.backup(tmp_path / "stick")
    with closing(sqlite3.connect(first.path)) as db:
        (box,) = db.execute("SELECT box FROM sealed WHERE id = 'p3'").fetchone()
    assert box in first.path.read_bytes()
    full.people.erase(["p3"], by="wang")
    assert box not in full.backup(tmp_path / "stick").path.read_bytes()


def test_a_restored_registry_reads_as_before(kept, tmp_path):
    restore(kept[0], kept[1], tmp_path / "new")
    with Registry.open(tmp_path / "new", cost=CHEAP) as restored:
        assert restored.people.names(["p3"], public=True) == {"p3": "名3"}
        assert restored.accounts.check("li", "correct horse", "10.0.0.1").id == "li"


def test_a_copy_without_its_own_key_is_refused(kept, tmp_path):
    (tmp_path / "other").mkdir()
    with Registry.open(tmp_path / "other", cost=CHEAP):
        pass
    with pytest.raises(Malformed):
        restore(kept[0], tmp_path / "other" / "registry.key", tmp_path / "new")
    assert not (tmp_path / "new" / "registry.sqlite").exists()


def test_a_registry_is_never_restored_over_another(full, kept):
    with pytest.raises(Refused, match="registry-there"):
        restore(kept[0], kept[1], full._folder)


def interrupted(*_):
    raise KeyboardInterrupt


def test_an_interrupted_restore_can_be_said_again(kept, tmp_path, monkeypatch):
    with monkeypatch.context() as patched:
        patched.setattr("registry.copies.os.replace", interrupted)
        with pytest.raises(KeyboardInterrupt):
            restore(kept[0], kept[1], tmp_path / "new")
    assert restore(kept[0], kept[1], tmp_path / "new").people == 30


def test_what_was_erased_after_the_copy_is_erased_again(full, kept, tmp_path):
    with closing(sqlite3.connect(kept[0])) as db:
        (box,) = db.execute("SELECT box FROM sealed WHERE id = 'p3'").fetchone()
    full.people.erase(["p3"], by="wang")
    full.accounts.erase("li", by="wang")
    full.people.write("later", {"name": "后"}, by="wang")
    full.people.erase(["later"], by="wang")
    restore(kept[0], kept[1], tmp_path / "new", full.tombstones())
    assert not any(box in path.read_bytes() for path in (tmp_path / "new").iterdir())
    with Registry.open(tmp_path / "new", cost=CHEAP) as restored:
        assert restored.people.names(["p3", "p4"], public=True) == {"p4": "名4"}
        assert restored.tombstones() == full.tombstones()
        with pytest.raises(Refused, match="wrong-password"):
            restored.accounts.check("li", "correct horse", "10.0.0.1")
        with pytest.raises(Refused, match="forgotten"):
            restored.people.write("later", {"name": "后"}, by="wang")


def test_no_session_and_no_link_comes_back_with_a_copy(full, tmp_path):
    token = full.sessions.open("li").token
    link = full.links.make("li", by="wang", place=Place())
    full.backup(tmp_path / "stick")
    full.backup_key(tmp_path / "safe")
    restore(tmp_path / "stick" / "registry.sqlite", tmp_path / "safe" / "registry.key", tmp_path / "new")
    with Registry.open(tmp_path / "new", now=full._ground.now, cost=CHEAP) as restored:
        assert restored.sessions.find(token) is None
        with pytest.raises(Refused, match="link-unknown"):
            restored.links.use(link.secret)
        assert [line.act for line in restored.journal.alarms()] == ["restored"]


def test_the_copy_itself_is_not_changed_by_restoring_it(kept, tmp_path):
    before = kept[0].read_bytes()
    restore(kept[0], kept[1], tmp_path / "new")
    assert kept[0].read_bytes() == before


def test_a_folder_without_registry_has_nothing_to_copy(tmp_path):
    with pytest.raises(FileNotFoundError):
        backup(tmp_path, tmp_path / "stick")
