"""What the files say that nobody may have meant: marks forgotten, marks beside a status, judges spelled in two ways."""

from __future__ import annotations

from collections.abc import Iterator

from biwu.scoring.events import Files
from biwu.scoring.reading.faults import Said
from biwu.scoring.reading.names import folded
from biwu.scoring.reading.pile import ALL
from biwu.scoring.remarked.absences import absences
from biwu.scoring.remarked.groups import Groups
from biwu.scoring.remarked.naming import FEW, listed
from biwu.scoring.remarked.rare import rare_judges
from domain.scoring.statuses import DECLINED, DID_NOT_FINISH, DID_NOT_START, STATUSES

# Who is disqualified may have marks; who never began, gave up or declined has them by mistake, or not that status.
_WITHOUT_MARKS = {DID_NOT_START.word, DID_NOT_FINISH.word, DECLINED.word}
_TOKENS = {state.word: state.token for state in STATUSES}


def noticed(files: Files) -> Iterator[Said]:
    """Each a sentence in Chinese and English."""
    yield from _spelled(files)
    groups = Groups(files)
    yield from absences(files, groups)
    yield from groups.strayed()
    yield from rare_judges(files)
    yield from _beside_a_status(files)
    yield from _own_delegation(files)


def _spelled(files: Files) -> Iterator[Said]:
    for judge, spellings in files.pile.spelled.items():
        name, others = files.pile.judges[judge], ", ".join(f"“{each}”" for each in sorted(spellings))
        yield (
            f"裁判“{name}”也写作{others}：按同一名裁判计",
            f"the judge “{name}” is also written {others}: taken as one",
        )


def _beside_a_status(files: Files) -> Iterator[Said]:
    """Marks of a module that a status in the same file takes out of the result."""
    gone = {key: said for key, said in files.pile.statuses.items() if _takes_away(files, key[0], said[0])}
    if not gone:
        return
    marks: dict[tuple[int, str], list[str]] = {}
    for entry, index, _, place in files.pile.rows():
        key = (entry, files.cells[index].module.id)
        if key in gone and files.pile.values[place] not in _TOKENS.values():
            shown = f"{files.cells[index].aspect.id} {files.pile.values[place]}"
            marks.setdefault(key, []).append(f"{shown} ({files.pile.lines[place]})")
    for (entry, module), beside in marks.items():
        word, line = gone[entry, module]
        who, what = files.entries.rows[entry].id, ", ".join(beside[:FEW]) + (" …" if len(beside) > FEW else "")
        zh = f"{who} 在 {module} 是 {_TOKENS[word]}（第 {line} 行），同时有分数，这些分数不计：{what}（行号）"
        yield zh, f"{who} is {_TOKENS[word]} in {module} (line {line}), so these marks do not count: {what}"


def _takes_away(files: Files, entry: int, word: str) -> bool:
    whole = all((entry, each.id) in files.pile.statuses for each in files.rulebook.modules)
    return word in _WITHOUT_MARKS and files.rulebook.statuses.effect(word, whole=whole) != "counts"


def _own_delegation(files: Files) -> Iterator[Said]:
    """Judges who bear the name of an entry they mark, or of its delegation: all that a file says of who they are."""
    bound = {panel.id for panel in files.rulebook.panels if "same_delegation" in panel.may_not_sit}
    if not bound:
        return
    judges = [folded(name) for name in files.pile.judges]
    own = [{folded(entry.id), folded(entry.columns.get("group", ""))} - {""} for entry in files.entries.rows]
    found = {
        f"{files.entries.rows[entry].id} / {files.pile.judges[judge]} ({files.pile.lines[place]})": None
        for entry, cell, judge, place in files.pile.rows()
        if files.cells[cell].panel.id in bound and judge != ALL and judges[judge] in own[entry]
    }
    if found:
        who = listed(list(found))
        zh = f"may_not_sit = same_delegation，但裁判与选手同单位：{who}（行号）"
        yield zh, f"may_not_sit = same_delegation, but judges mark their own (entry / judge, line): {who}"
