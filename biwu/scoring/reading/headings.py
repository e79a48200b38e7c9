"""Which column of a file each heading means, in English or Chinese; what is wrong with the headings."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from biwu.scoring.reading.faults import Faults, Said, one_of, suggestion, wrong
from biwu.scoring.reading.names import folded
from web.exports.safe import bare
from web.imports.spelling import tidy

# The column's own name → Chinese headings for it, those that say it best first.
_ENTRY = ("编号", "选手编号", "参赛编号", "参赛号", "选手")
ENTRIES: Mapping[str, Sequence[str]] = {
    "entry": _ENTRY,
    "group": ("组", "代表队", "代表团", "单位"),
    "category": ("类别", "组别"),
    "official": ("正式", "正式参赛", "是否正式"),
    "worker": ("职工", "是否职工", "在职职工"),
    "grade": ("技能等级", "职业技能等级"),
    "titles": ("已获称号", "称号", "荣誉称号"),
    "edition": ("届次",),
}
MARKS: Mapping[str, Sequence[str]] = {
    "entry": _ENTRY,
    "stage": ("阶段", "赛段"),
    "module": ("模块",),
    "panel": ("裁判组", "评分组", "评委组"),
    "attempt": ("次", "次数", "轮次", "第几次"),
    "aspect": ("评分项", "评分点", "项目"),
    "judge": ("裁判", "评委", "裁判号"),
    "value": ("分值", "得分", "分数", "成绩", "评分"),
}
RULINGS: Mapping[str, Sequence[str]] = {
    "entry": _ENTRY,
    "kind": ("种类", "裁定"),
    "value": ("值", "分值"),
    "reason": ("理由", "原因", "事由"),
    "stage": ("阶段", "赛段"),
}


def _nothing(_there: Collection[str]) -> Sequence[str]:
    return ()


@dataclass(frozen=True, slots=True)
class Columns:
    """What columns a file may have. `others`: columns of any other name too, as they are written.

    `kept`: headings that are columns of their own although Chinese for one of ours. `needed` tells, of the columns
    that are there, which others the rows may need to be understood.
    """

    names: Mapping[str, Sequence[str]]
    required: Sequence[str]
    others: bool = False
    kept: Collection[str] = ()
    needed: Callable[[Collection[str]], Sequence[str]] = _nothing

    def places(self, file: str, line: int, texts: Sequence[str], faults: Faults) -> dict[str, int] | None:
        """Heading → its place in a row; None, with faults, where the rows cannot be read by these headings."""
        found, good, told = self._ours(texts), True, False
        missing = [each for each in self.required if each not in found]
        lacking = [*missing, *self.needed(found)]
        for place, text in enumerate(tidy(bare(text)) for text in texts):
            if place in found.values():
                continue
            if self.others and text and text not in found:
                found[text] = place
            else:
                good, told = False, told or bool(text)
                said = self._wrong(text, found, lacking) if text else _none(place)
                faults.add(file, line, text, said)
        for each in () if told else missing:  # a heading that is none says already which ones are missing
            said = wrong(", ".join(texts), (f"列“{each}”", f"a column “{each}”"))
            faults.add(file, line, each, said)
        if lacking and not missing and not good:
            faults.add(file, line, "", _unread(lacking))
        return None if missing or (lacking and not good) else found

    def _ours(self, texts: Sequence[str]) -> dict[str, int]:
        alike = ["" if tidy(text) in self.kept else folded(text) for text in texts]
        found: dict[str, int] = {}
        for name, chinese in self.names.items():
            written = next((each for each in (name, *chinese) if each in alike), None)
            if written is not None:
                found[name] = alike.index(written)
        return found

    def _wrong(self, text: str, found: Mapping[str, int], lacking: Sequence[str]) -> Said:
        """Of a heading that is none, or is there already: it was meant for one of those that are missing."""
        meant = next((name for name, chinese in self.names.items() if folded(text) in (name, *chinese)), text)
        if meant in found:
            return f"列“{meant}”出现两次", f"the column “{meant}” stands there twice"
        missing = [name for name in self.names if name not in found]
        known = [each for name in missing for each in (name, *self.names[name])]
        expected = self._named(lacking or missing) if missing else ("不再有别的列", "no further column")
        return wrong(text, expected, suggestion(text.lower(), known))

    def _named(self, columns: Sequence[str]) -> Said:
        """In Chinese with the Chinese heading that says it best."""
        chinese = [f"{each}（{self.names[each][0]}）" for each in columns]
        return one_of(chinese)[0], one_of(columns)[1]


def _none(place: int) -> Said:
    return f"第 {place + 1} 列没有列名", f"column {place + 1} has no heading"


def _unread(columns: Sequence[str]) -> Said:
    zh, en = "、".join(columns), ", ".join(columns)
    return (
        f"没有列 {zh}，各行无法读懂，因此未检查各行",
        f"without the column {en} the rows cannot be understood: they were not checked",
    )
