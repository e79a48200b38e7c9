"""The access journal: it only grows and can be read from every side."""

import sqlite3
from contextlib import closing

import pytest


@pytest.mark.parametrize("table", ["journal", "journal_subjects", "forgotten"])
@pytest.mark.parametrize("statement", ["DELETE FROM {}", "UPDATE {} SET rowid = 99", "UPDATE {} SET subject = 'x'"])
def test_no_line_and_no_tombstone_is_ever_changed_or_removed(registry, table, statement):
    registry.people.write("p1", {"name": "一"}, by="wang")
    registry.people.erase(["p1"], by="wang")
    rows = f"SELECT * FROM {table}"
    column = {"journal": "by", "journal_subjects": "subject", "forgotten": "by"}[table]
    statement = statement.replace("rowid", column).replace("subject", column).format(table)
    with closing(sqlite3.connect(registry._folder / "registry.sqlite")) as db:
        before = db.execute(rows).fetchall()
        with pytest.raises(sqlite3.IntegrityError, match="only grows"):
            db.execute(statement)
        assert db.execute(rows).fetchall() == before != []


def test_lines_are_read_forwards_in_pages_and_backwards_from_the_newest(registry):
    for n in range(5):
        registry.journal.write("saw-person", "wang", [f"p{n}"])
    first = registry.journal.lines(limit=2)
    rest = registry.journal.lines(after=first[-1].number)
    assert [line.subjects for line in first + rest] == [(f"p{n}",) for n in range(5)]
    assert registry.journal.latest(5) == list(reversed(first + rest))


def test_alarms_stand_out(registry):
    registry.journal.write("saw-person", "wang", ["p1"])
    registry.journal.write("link-used-again", "", ["li"], alarm=True)
    assert [line.act for line in registry.journal.alarms()] == ["link-used-again"]
    assert registry.journal.alarms(after=registry.journal.alarms()[0].number) == []


def test_what_is_journalled_outlives_the_program(registry):
    registry.people.write("p1", {"name": "一"}, by="wang")
    registry.people.names(["p1"], by="zhao", why="list")
    lines = registry.journal.lines()
    folder = registry._folder
    registry.close()
    with type(registry).open(folder) as again:
        assert again.journal.lines() == lines
