"""Empty tables to fill in and send back: the list of entries, and the scores of registered entries."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from web.exports.delimited import Value, csv_table
from web.exports.workbook import xlsx_table
from web.imports.entries import FIELDS, NAME, NUMBER
from web.imports.scores import SCORE

Language = Literal["zh", "en"]
Form = Literal["xlsx", "csv"]
ENTRIES = {
    "zh": [
        ("001", "示例甲", "合肥代表队", "合肥一队", "职工组", "1", "合肥供电公司", "配电工", "055100000001"),
        ("002", "示例乙", "淮北代表队", "淮北一队", "职工组", "2", "淮北供电公司", "配电工", "056100000002"),
    ],
    "en": [
        ("001", "Example One", "Hefei", "Hefei 1", "workers", "1", "Hefei Power", "lineman", "055100000001"),
        ("002", "Example Two", "Huaibei", "Huaibei 1", "workers", "2", "Huaibei Power", "lineman", "056100000002"),
    ],
}
TITLES = {"entries": {"zh": "参赛名单", "en": "Entries"}, "scores": {"zh": "成绩", "en": "Scores"}}


def entries_template(language: Language, form: Form) -> bytes:
    """The list of entries with every heading and two example rows, to be replaced. It can be read as it is."""
    headings = [each.zh if language == "zh" else each.en for each in FIELDS]
    return _file(form, TITLES["entries"][language], headings, ENTRIES[language])


def scores_template(language: Language, form: Form, entries: Sequence[tuple[str, str]] = ()) -> bytes:
    """The score file with a row for each (entry number or code, name) and the score left blank."""
    headings = [each.zh if language == "zh" else each.en for each in (NUMBER, NAME, SCORE)]
    return _file(form, TITLES["scores"][language], headings, [(number, name, None) for number, name in entries])


def _file(form: Form, title: str, headings: Sequence[str], rows: Sequence[Sequence[Value]]) -> bytes:
    return xlsx_table(title, headings, rows) if form == "xlsx" else csv_table(headings, rows)
