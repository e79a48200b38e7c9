"""The file: what it refuses, what it keeps, how threads share it."""

import contextlib
import logging
import os
import sqlite3
import stat
import threading
from contextlib import closing

import pytest

from domain.errors import Malformed
from registry.book import Registry
from registry.errors import Broken
from registry.schema import VERSION
from registry.store import Store
from tests.registry.conftest import CHEAP


def reopened(folder):
    return Registry.open(folder, cost=CHEAP)


def refusal(folder):
    with pytest.raises(Malformed) as raised:
        reopened(folder)
    (fault,) = raised.value.faults
    return fault


def test_what_was_written_is_there_after_reopening(registry):
    registry.people.write("p1", {"name": "䶮"}, by="wang")
    registry.close()
    with reopened(registry._folder) as again:
        assert again.people.names(["p1"], public=True) == {"p1": "䶮"}


def test_the_file_is_kept_as_safely_as_the_record(registry):
    with registry._ground.store.reading() as db:
        pragmas = [
            db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous", "secure_delete")
        ]
    assert pragmas == ["wal", 2, 1]


def test_a_registry_of_a_newer_version_is_refused_in_both_languages(registry):
    registry.close()
    with closing(sqlite3.connect(registry._folder / "registry.sqlite")) as db:
        db.execute(f"PRAGMA user_version = {VERSION + 1}")
    fault = refusal(registry._folder)
    assert "更新的版本" in fault.zh
    assert "newer Biwu" in fault.en


@pytest.mark.parametrize("content", [b"not a database at all, but long enough to look at" * 40, b"SQLite format 3\x00"])
def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path, content):
    path = tmp_path / "registry.sqlite"
    path.write_bytes(content)
    assert refusal(tmp_path).place == "registry.sqlite"
    assert path.read_bytes() == content


def test_somebody_elses_database_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "registry.sqlite"
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE theirs (x)")
    before = path.read_bytes()
    refusal(tmp_path)
    assert path.read_bytes() == before


def test_a_missing_master_key_is_told_and_no_new_one_made(registry):
    registry.close()
    (registry._folder / "registry.key").unlink()
    assert "missing" in refusal(registry._folder).en
    assert not (registry._folder / "registry.key").exists()


def test_a_missing_registry_beside_its_key_is_told_and_no_empty_one_made(registry):
    registry.close()
    (registry._folder / "registry.sqlite").unlink()
    assert "gone" in refusal(registry._folder).en
    assert not (registry._folder / "registry.sqlite").exists()


@pytest.mark.parametrize(
    "content",
    [
        "",
        "hello",
        "biwu-registry-key-1:00:00",
        "biwu-registry-key-1:zz:00",
        "biwu-registry-key-1:" + "00" * 32 + ":00000000",
    ],
)
def test_a_damaged_master_key_is_told(registry, content):
    registry.close()
    (registry._folder / "registry.key").write_text(content)
    assert refusal(registry._folder).place == "registry.key"


def test_the_master_key_of_another_registry_is_told(registry, tmp_path):
    registry.close()
    reopened(tmp_path / "data").close()
    (tmp_path / "other").mkdir()
    reopened(tmp_path / "other").close()
    (registry._folder / "registry.key").write_bytes((tmp_path / "other" / "registry.key").read_bytes())
    assert "belong" in refusal(registry._folder).en


def test_a_crash_between_file_and_key_is_mended_by_the_next_start(tmp_path):
    Store(tmp_path / "registry.sqlite").close()
    with reopened(tmp_path) as registry:
        registry.people.write("p1", {"name": "一"}, by="wang")
    with reopened(tmp_path) as registry:
        assert registry.people.ids() == ["p1"]


@pytest.mark.skipif(os.name != "posix", reason="only POSIX knows file modes")
def test_the_master_key_is_its_owners_alone_and_stays_so(registry, caplog):
    path = registry._folder / "registry.key"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    registry.close()
    path.chmod(0o644)
    with caplog.at_level(logging.WARNING):
        reopened(registry._folder).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert "could be read by other users" in caplog.text


def test_threads_take_turns_and_lose_nothing(registry):
    def write(worker):
        for n in range(20):
            registry.people.write(f"w{worker}-{n}", {"name": f"{worker}.{n}"}, by="wang")
            assert registry.people.names([f"w{worker}-{n}"], public=True) == {f"w{worker}-{n}": f"{worker}.{n}"}

    threads = [threading.Thread(target=write, args=(worker,)) for worker in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(registry.people.ids()) == 120


class Failing:
    """A connection whose disk fails at COMMIT."""

    def __init__(self, db):
        self._db = db

    def execute(self, text, *values):
        if text == "COMMIT":
            raise sqlite3.OperationalError("disk I/O error")
        return self._db.execute(text, *values)

    def __getattr__(self, name):
        return getattr(self._db, name)


def test_after_a_failed_write_nothing_more_is_written_and_reading_goes_on(registry):
    registry.people.write("p1", {"name": "一"}, by="wang")
    store = registry._ground.store
    healthy, store._db = store._db, Failing(store._db)
    with pytest.raises(sqlite3.OperationalError):
        registry.people.write("p2", {"name": "二"}, by="wang")
    store._db = healthy
    with pytest.raises(Broken):
        registry.people.write("p3", {"name": "三"}, by="wang")
    assert registry.people.names(["p1", "p2", "p3"], public=True) == {"p1": "一"}


def test_listeners_hear_only_of_what_is_on_the_disk(registry):
    heard: list[str] = []
    registry.listen(heard.append)
    registry.accounts.create("li", "李", by="wang")
    store = registry._ground.store
    with contextlib.suppress(ZeroDivisionError), store.writing():
        registry._ground.tell("li")
        raise ZeroDivisionError
    assert heard == []
    with store.writing():
        registry._ground.tell("li")
        assert heard == []
    assert heard == ["li"]


def test_nothing_personal_is_ever_logged(registry, caplog):
    with caplog.at_level(logging.DEBUG):
        registry.people.write("p1", {"name": "欧阳䶮"}, by="wang")
        registry.accounts.create("li", "欧阳䶮", by="wang")
        registry.accounts.set_password("li", "correct horse", by="wang")
        registry.people.erase(["p1"], by="wang")
    assert "欧阳" not in caplog.text
    assert "horse" not in caplog.text
