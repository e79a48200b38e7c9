"""Where in the files it stands what an explanation rests on: marks, judges' names, statuses, rulings and reasons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from biwu.scoring.events import Files, Record
from biwu.scoring.seats import EVERY
from domain.marks import canonical, number
from domain.rulebook.printing.speech import Language
from domain.scoring.beside import Beside
from domain.scoring.statuses import WHOLE_ENTRY, WITHDRAWN
from projections.folds.marks import Marks
from projections.folds.stamp import position_of
from web.pages.past.texts import rule_titles

_OF_FILE: Mapping[Language, str] = {"zh": "{file} 第 {line} 行", "en": "{file} line {line}"}
_REASON: Mapping[Language, str] = {"zh": "{points} 分，{reason}（{where}）", "en": "{points}, {reason} ({where})"}
_UNSAID: Mapping[Language, str] = {"zh": "未写理由", "en": "no reason given"}


@dataclass(frozen=True, slots=True)
class Stated:
    """A status of an entry, for a module ("": the whole entry), and the line that says so."""

    status: str
    module: str
    file: str
    line: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Ruled:
    """Points taken from an entry by a ruling (below zero: given), exact text, with reason and line."""

    points: str
    reason: str
    file: str
    line: int


def marks_lines(marks: Marks, record: Record, code: str) -> dict[tuple[str, str, str], int]:
    """(panel, aspect, seat) → line in the file of marks; 0 where no line says it."""
    return {
        (panel, aspect, seat): record.line(position_of(stamped))
        for panel, work in marks.works.get(code, {}).items()
        for seat, entered in work.entered.items()
        for aspect, stamped in entered.items()
    }


def judges(files: Files, entry: str) -> dict[tuple[str, str, str], str]:
    """(panel, aspect, seat) → the judge's name in the file of marks, where it names one."""
    place, found = files.entries.index(entry), dict[tuple[str, str, str], str]()
    for (of, cell, judge, _), seat in zip(files.pile.rows(), files.seats, strict=True):
        if of == place and seat != EVERY:
            panel = files.cells[cell].panel
            found[panel.id, files.cells[cell].aspect.id, panel.seats[seat]] = files.pile.judges[judge]
    return found


def stated(files: Files, entry: str) -> Iterator[Stated]:
    """What the files say instead of marks, of this entry; of one module the last that was said stands."""
    place, rulings = files.entries.index(entry), files.rulings
    for (of, module), (word, line) in files.pile.statuses.items():
        if of == place:
            yield Stated(word, module, files.marks_file, line)
    for of, modules, word, line in rulings.stated:
        if of == place:
            yield from (
                Stated(word, module, files.rulings_file, line, rulings.reasons.get(line, "")) for module in modules
            )
    for of, line in files.pile.withdrawn.items():
        if of == place:
            yield Stated(WITHDRAWN.word, WHOLE_ENTRY, files.marks_file, line)
    for of, line in rulings.withdrawn:
        if of == place:
            yield Stated(WITHDRAWN.word, WHOLE_ENTRY, files.rulings_file, line, rulings.reasons.get(line, ""))


def ruled(files: Files, entry: str) -> Iterator[Ruled]:
    """Every ruling on the entry's points, in the order of the file."""
    place = files.entries.index(entry)
    for of, points, _, line in files.rulings.taken:
        if of == place:
            yield Ruled(points, files.rulings.reasons.get(line, ""), files.rulings_file, line)


def beside(marks: Marks, record: Record, code: str, language: Language) -> Beside:
    """All of it in words, with the titles of the rules."""
    files, entry = record.files, marks.codes.entry_of[code]
    lines = marks_lines(marks, record, code)
    return Beside(
        {mark: _OF_FILE[language].format(file=files.marks_file, line=line) for mark, line in lines.items() if line},
        judges(files, entry),
        {(each.status, each.module): _where(each, language) for each in stated(files, entry)},
        [_ruling(each, language) for each in ruled(files, entry)],
        rule_titles(),
        dict(_let_in(marks, files, language)),
    )


def _let_in(marks: Marks, files: Files, language: Language) -> Iterator[tuple[tuple[str, str], str]]:
    """(stage, code) → why and by which line somebody was let in, of all entries."""
    codes = {files.entries.index(entry): code for code, entry in marks.codes.entry_of.items()}
    for (stage, of), line in files.rulings.let_in.items():
        if of in codes:
            found = Stated("", "", files.rulings_file, line, files.rulings.reasons.get(line, ""))
            yield (stage, codes[of]), _where(found, language)


def _where(each: Stated, language: Language) -> str:
    where = _OF_FILE[language].format(file=each.file, line=each.line)
    return f"{each.reason} ({where})" if each.reason else where


def _ruling(each: Ruled, language: Language) -> str:
    """A deduction as what was taken, a bonus as what was given."""
    points = number(each.points)
    said: dict[str, Any] = {"points": each.points if points >= 0 else f"+{canonical(points.copy_negate())}"}
    where = _OF_FILE[language].format(file=each.file, line=each.line)
    return _REASON[language].format(reason=each.reason or _UNSAID[language], where=where, **said)
