"""The commands on a folder nobody serves: import, replay, export, verify, backup, and what they say if they cannot."""

from __future__ import annotations

import asyncio
import csv
import io
import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from biwu.cli import COMMANDS, main
from biwu.commands.export_ import table_of
from biwu.past import position_of
from biwu.rehearsal.cast import cast
from biwu.rehearsal.rules import without_windows
from biwu.rehearsal.story import ZONE
from ledger.record import Record
from tests.support.histories import History
from tests.support.served import served
from web.exports.delimited import csv_table

C = "c1"


async def _opened(folder: Path) -> None:
    async with served(folder) as house:
        await house.staff.open_contest(C, ("赛", "Contest"), ZONE, without_windows())


@pytest.fixture
def folder(tmp_path) -> Path:
    """A data folder with a contest and its rulebook, served no more."""
    asyncio.run(_opened(tmp_path / "data"))
    return tmp_path / "data"


@pytest.fixture
def entries(tmp_path) -> Path:
    rows = [(person.number, person.name, person.delegation, person.batch) for person in cast().people]
    file = tmp_path / "entries.csv"
    file.write_bytes(csv_table(("参赛号", "姓名", "代表队", "场次"), rows))
    return file


def biwu(*words: object) -> int:
    return main([str(word) for word in words])


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command, capsys):
    with pytest.raises(SystemExit) as end:
        biwu(command, "--help")
    assert end.value.code == 0
    assert "--data" in capsys.readouterr().out


def test_a_list_is_shown_first_and_entered_when_told(folder, entries, capsys):
    read = ("import", "entries", entries, "--contest", C, "--data", folder)
    assert biwu(*read) == 0
    assert "new: 30" in capsys.readouterr().out.replace("新增 ", "")
    assert biwu(*read, "--yes") == 0
    assert "entered" in capsys.readouterr().out
    assert biwu(*read, "--yes") == 0
    said = capsys.readouterr().out
    assert "same: 30" in said.replace("不变 ", "")
    assert "Nothing was entered" in said


def test_every_fault_of_a_file_is_listed_and_nothing_enters(folder, tmp_path, capsys):
    file = tmp_path / "bad.csv"
    file.write_bytes(csv_table(("参赛号", "姓名"), [("101", "王一"), ("101", "李二"), ("1 2", "")]))
    assert biwu("import", "entries", file, "--contest", C, "--data", folder, "--yes") == 1
    said = capsys.readouterr().err
    assert said.count("biwu:") >= 6
    assert "A3" in said or "A4" in said
    assert biwu("replay", C, "--data", folder, "--json") == 0
    assert json.loads(capsys.readouterr().out)["rows"] == []


def test_import_beside_a_running_server_is_refused_with_a_sentence(folder, entries, capsys):
    async def beside() -> int:
        async with served(folder):
            return await asyncio.to_thread(
                biwu, "import", "entries", entries, "--contest", C, "--data", folder, "--yes"
            )

    assert asyncio.run(beside()) == 3
    said = capsys.readouterr().err
    assert "in use" in said
    assert "使用" in said


def test_events_are_exported_line_by_line_without_names(folder, entries, tmp_path, capsys):
    biwu("import", "entries", entries, "--contest", C, "--data", folder, "--yes")
    out = tmp_path / "events.jsonl"
    assert biwu("export", C, out, "--data", folder) == 0
    lines = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert sum(line["event"] == "EntryRegistered" for line in lines) == 30
    assert cast().people[0].name not in out.read_text(encoding="utf-8")
    capsys.readouterr()
    assert biwu("export", C, out, "--data", folder) == 1
    assert "--force" in capsys.readouterr().err


def test_a_result_is_exported_as_a_table(folder, tmp_path):
    out = tmp_path / "result.csv"
    assert biwu("export", C, out, "--data", folder) == 0
    (headings,) = csv.reader(io.StringIO(out.read_text(encoding="utf-8-sig")))
    assert headings[:3] == ["place", "code", "entry_no"]


def test_a_backup_is_verified_and_can_be_replayed_from(folder, entries, tmp_path, capsys):
    biwu("import", "entries", entries, "--contest", C, "--data", folder, "--yes")
    copy, keys = tmp_path / "copy", tmp_path / "keys"
    assert biwu("backup", copy, "--master-key", keys, "--data", folder) == 0
    assert "30 people" in capsys.readouterr().out
    assert not list(copy.glob("*key*"))
    assert list(keys.iterdir())
    assert biwu("verify", copy) == 0
    assert biwu("replay", C, "--data", copy) == 0
    assert biwu("backup", copy, "--data", folder) == 1
    assert biwu("backup", tmp_path / "other", "--master-key", tmp_path / "other", "--data", folder) == 1


def test_a_damaged_record_is_found_with_its_place(folder, capsys):
    db = sqlite3.connect(folder / "record.sqlite")
    for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type='trigger'").fetchall():
        db.execute(f"DROP TRIGGER {name}")
    db.execute("UPDATE stored_events SET at = at + 1 WHERE rowid = 2")
    db.commit()
    db.close()
    assert biwu("verify", folder) == 4
    assert "entry 2" in capsys.readouterr().out


def test_an_end_that_was_cut_off_is_noticed_by_who_noted_it(folder, capsys):
    biwu("verify", folder)
    noted = capsys.readouterr().out.split("end ")[1].strip()
    assert biwu("verify", folder, "--noted", noted) == 0
    entry, _, chained = noted.partition(":")
    assert biwu("verify", folder, "--noted", f"{int(entry) + 1}:{chained}") == 4
    assert biwu("verify", folder, "--noted", "x") == 2


@pytest.mark.parametrize(
    "words",
    [
        ("replay", "nothing"),
        ("replay", C, "--at", "yesterday"),
        ("export", "nothing", "out.csv"),
        ("import", "entries", "nothing.csv", "--contest", C),
        ("import", "scores", __file__, "--contest", C, "--panel", "nothing"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line_in_each_language(folder, capsys, words):
    assert biwu(*words, "--data", folder) == 1
    said = capsys.readouterr().err.strip().splitlines()
    assert len(said) == 2
    assert all(line.startswith("biwu: ") for line in said)


def test_an_empty_folder_is_no_record(tmp_path, capsys):
    assert biwu("verify", tmp_path) == 1
    assert biwu("replay", C, "--data", tmp_path) == 1
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        ("import", "entries", "{list}", "--contest", C, "--yes"),
        ("export", C, "{out}/result.csv"),
        ("replay", C),
        ("verify",),
        ("backup", "{out}/copy", "--master-key", "{out}/keys"),
    ],
    ids=lambda words: words[0],
)
@pytest.mark.parametrize("is_there", [False, True])
def test_a_mistyped_data_folder_is_said_and_nothing_is_made(tmp_path, entries, capsys, words, *, is_there):
    typo = tmp_path / "typo"
    if is_there:
        typo.mkdir()
    before = sorted(tmp_path.rglob("*"))
    assert biwu(*(word.format(list=entries, out=tmp_path) for word in words), "--data", typo) == 1
    assert sorted(tmp_path.rglob("*")) == before
    said = capsys.readouterr().err.strip().splitlines()
    assert len(said) == 2
    assert all(str(typo) in line for line in said)


def test_a_folder_without_the_master_key_is_said_and_nothing_is_made(folder, tmp_path, capsys):
    copy, keys, typo, fresh = (tmp_path / name for name in ("copy", "keys", "typo", "fresh"))
    assert biwu("backup", copy, "--master-key", keys, "--data", folder) == 0
    assert biwu("restore", copy, "--master-key", typo, "--data", fresh) == 1
    assert str(typo) in capsys.readouterr().err
    assert not fresh.exists()


def test_a_rehearsal_is_not_played_into_a_record_that_is_there(folder, capsys):
    assert biwu("rehearse", "--keep", folder, "--once", "--port", "0") == 1
    assert str(folder) in capsys.readouterr().err


def test_a_mistyped_folder_to_forget_is_said_and_nothing_is_made(folder, tmp_path, capsys):
    copy, keys, typo, fresh = (tmp_path / name for name in ("copy", "keys", "typo", "fresh"))
    assert biwu("backup", copy, "--master-key", keys, "--data", folder) == 0
    assert biwu("restore", copy, "--master-key", keys, "--forget", typo, "--data", fresh) == 1
    assert str(typo) in capsys.readouterr().err
    assert not typo.exists()
    assert not fresh.exists()


@pytest.mark.parametrize(("history", "number"), [(History().tallied(), ""), (History().decoded(), "101")])
def test_a_table_says_whose_a_code_is_only_after_decoding(history, number):
    table = csv.DictReader(io.StringIO(table_of(history.wall(), ".csv").decode("utf-8-sig")))
    first = next(row for row in table if row["code"] == "01")
    assert (first["entry_no"], bool(first["delegation"])) == (number, bool(number))


def test_a_time_means_the_end_of_its_second(folder):
    with closing(Record.read_only(folder)) as record:
        opened = record.stream(f"contest:{C}")[0]
        typed = f"{datetime.fromtimestamp(opened.at // 1_000_000, UTC):%Y-%m-%d %H:%M:%S}"
        assert position_of(record, typed, "UTC") >= opened.position
        assert position_of(record, f"{typed}+00:01", "UTC") < opened.position


def test_a_backup_is_restored_into_an_empty_folder_with_its_names(folder, entries, tmp_path, capsys):
    biwu("import", "entries", entries, "--contest", C, "--data", folder, "--yes")
    copy, keys, fresh = tmp_path / "copy", tmp_path / "keys", tmp_path / "fresh"
    assert biwu("backup", copy, "--master-key", keys, "--data", folder) == 0
    assert biwu("restore", copy, "--data", fresh) == 1
    assert "--master-key" in capsys.readouterr().err
    assert biwu("restore", copy, "--master-key", keys, "--forget", folder, "--data", fresh) == 0
    assert "30 people" in capsys.readouterr().out
    assert biwu("import", "entries", entries, "--contest", C, "--data", fresh, "--yes") == 0
    assert "same: 30" in capsys.readouterr().out.replace("不变 ", "")
    assert biwu("restore", copy, "--master-key", keys, "--data", fresh) == 1
    assert "not empty" in capsys.readouterr().err
