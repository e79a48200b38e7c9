"""Columns of the list of entries that nothing uses, and cells that are empty where the entries are parted by them."""

from __future__ import annotations

from collections.abc import Iterator

from biwu.scoring.events import Files
from biwu.scoring.reading.entries import spoken
from biwu.scoring.reading.faults import Said, suggestion
from biwu.scoring.reading.headings import ENTRIES
from biwu.scoring.remarked.classes import apart
from biwu.scoring.remarked.naming import listed
from domain.rulebook.results.columns import asked_columns, needed_columns


def columns(files: Files) -> Iterator[Said]:
    """Each a sentence in Chinese and English."""
    yield from _unused(files)
    yield from _empty(files)


def _unused(files: Files) -> Iterator[Said]:
    """Those that look like another's name one by one, as they are probably misspelt; the others together."""
    asked = {*ENTRIES, *asked_columns(files.rulebook), *needed_columns(files.rulebook)}
    names = (*asked, *(each for chinese in ENTRIES.values() for each in chinese))
    free = [name for name in names if name not in files.entries.headings]
    known, others = set(map(spoken, asked)), list[str]()
    for column in [each for each in files.entries.headings if spoken(each) not in known]:
        zh, en = suggestion(column.lower(), free)
        if en:
            yield f"名单中的列“{column}”没有用到。{zh}", f"nothing uses the column “{column}” of the entries. {en}"
        else:
            others.append(column)
    if others:
        told = listed(others)
        yield f"名单中没有用到的列：{told}", f"columns of the entries that nothing uses: {told}"


def _empty(files: Files) -> Iterator[Said]:
    for column in apart(files.rulebook):
        empty = [entry.id for entry in files.entries.rows if not entry.columns.get(column, "")]
        if empty:
            who = listed(empty)
            zh = f"“{column}”列空白，空白者自成一组：{who}"
            yield zh, f"no “{column}”, so these are a group of their own: {who}"
