"""The tables of registry.sqlite, and what refuses to be changed in them."""

from __future__ import annotations

APPLICATION_ID = 0x42775247  # "BwRG"
VERSION = 1

# keys: one row a box, its key and salt together, wrapped; 76 = nonce 12 + key 32 + salt 16 + tag 16.
# sealed: `about` is the subject a document speaks of. forgotten: tombstones. attempts.who is a keyed hash.
TABLES = """
CREATE TABLE facts (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE keys (number INTEGER PRIMARY KEY AUTOINCREMENT, wrapped BLOB NOT NULL CHECK (length(wrapped) = 76));
CREATE TABLE sealed (
    kind TEXT NOT NULL, id TEXT NOT NULL, key INTEGER NOT NULL REFERENCES keys (number),
    about TEXT NOT NULL, at INTEGER NOT NULL, by TEXT NOT NULL, box BLOB NOT NULL, PRIMARY KEY (kind, id));
CREATE INDEX sealed_about ON sealed (about) WHERE about <> '';
CREATE INDEX sealed_key ON sealed (key);
CREATE TABLE forgotten (
    kind TEXT NOT NULL, id TEXT NOT NULL, at INTEGER NOT NULL, by TEXT NOT NULL, PRIMARY KEY (kind, id));
CREATE TABLE journal (
    number INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, by TEXT NOT NULL, act TEXT NOT NULL,
    why TEXT NOT NULL, alarm INTEGER NOT NULL);
CREATE INDEX journal_alarms ON journal (number) WHERE alarm = 1;
CREATE TABLE journal_subjects (
    subject TEXT NOT NULL, number INTEGER NOT NULL REFERENCES journal (number), PRIMARY KEY (subject, number)
) WITHOUT ROWID;
CREATE INDEX journal_subjects_number ON journal_subjects (number);
CREATE TABLE accounts (
    id TEXT PRIMARY KEY, at INTEGER NOT NULL, by TEXT NOT NULL, closed_at INTEGER, password TEXT);
CREATE TABLE attempts (who BLOB PRIMARY KEY, failed INTEGER NOT NULL, at INTEGER NOT NULL, until INTEGER NOT NULL);
CREATE TABLE grants (
    account TEXT NOT NULL REFERENCES accounts (id), role TEXT NOT NULL, contest TEXT NOT NULL, panel TEXT NOT NULL,
    seat TEXT NOT NULL, at INTEGER NOT NULL, by TEXT NOT NULL, PRIMARY KEY (account, contest, role, panel, seat));
CREATE INDEX grants_contest ON grants (contest);
CREATE TABLE devices (id TEXT PRIMARY KEY, account TEXT NOT NULL REFERENCES accounts (id), at INTEGER NOT NULL);
CREATE TABLE links (
    hash BLOB PRIMARY KEY, account TEXT NOT NULL REFERENCES accounts (id), contest TEXT NOT NULL, panel TEXT NOT NULL,
    seat TEXT NOT NULL, at INTEGER NOT NULL, by TEXT NOT NULL, until INTEGER NOT NULL, used_at INTEGER);
CREATE INDEX links_account ON links (account);
CREATE TABLE sessions (
    number INTEGER PRIMARY KEY AUTOINCREMENT, hash BLOB NOT NULL UNIQUE, account TEXT NOT NULL REFERENCES accounts (id),
    contest TEXT NOT NULL, panel TEXT NOT NULL, seat TEXT NOT NULL, device TEXT NOT NULL REFERENCES devices (id),
    at INTEGER NOT NULL, seen INTEGER NOT NULL, until INTEGER NOT NULL, ended_at INTEGER);
CREATE INDEX sessions_account ON sessions (account) WHERE ended_at IS NULL;
"""

_GUARD = """
CREATE TRIGGER {table}_{verb} BEFORE {verb} ON {table} BEGIN SELECT RAISE(ABORT, '{table} only grows'); END;
"""

TRIGGERS = "".join(
    _GUARD.format(table=table, verb=verb)
    for table in ("journal", "journal_subjects", "forgotten")
    for verb in ("UPDATE", "DELETE")
)
