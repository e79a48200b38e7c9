"""Why somebody has not the prize or honour that a place would bring, or why a prize stays vacant, in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

_SENTENCES: dict[str, tuple[str, str]] = {
    "not-complete": ("成绩尚不完整", "the result is not complete yet"),
    "no-result": ("没有成绩", "there is no result"),
    "below-minimum": ("{node} 未达到要求（{bar}）", "{node} does not reach what is asked ({bar})"),
    "no-figure": (
        "“{node}”没有数值，无法判断是否达到要求",
        "“{node}” has no value, so nobody can tell whether it is reached",
    ),
    "cap": ("将超出本奖项表合计 {count} 名的上限", "there would be more than the {count} prizes of the list in all"),
    "column": ("“{column}”不符合要求（应为 {expected}）", "column “{column}” does not say {expected}"),
    "limit": ("{by}“{unit}”的获奖名额已满（{count}）", "{by} “{unit}” has its {count} already"),
    "tie": ("并列跨越奖项界线，尚未裁定", "a tie across the line has not been decided"),
    "tie-demoted": ("并列者降为下一奖项", "those who tied across the line got the next prize"),
    "tie-above": ("名额已被上一奖项的并列者占用", "a tie at the line above used it up"),
    "awarded": ("已获其他奖项", "has a prize of another list already"),
    "medals": ("按奖牌并列规则不颁发", "not given, by the rule of tied medals"),
    "nobody-left": ("没有更多可获奖者", "nobody is left who could get it"),
    "field-size": ("参赛规模为 {found}，不设此项", "not given in a field of {found}"),
    "edition": ("本届不适用", "not for this edition"),
    "worker": ("不是职工", "not a worker"),
    "no-worker": ("是职工", "a worker"),
    "grade": ("现有技能等级“{found}”不符合要求", "the grade held, “{found}”, is not among those asked for"),
    "held": ("已获得过该称号", "the title is held already"),
    "grade-held": ("已具备该等级或更高等级“{found}”", "this grade or a higher one, “{found}”, is held already"),
    "no-grade": ("现有技能等级“{found}”无法识别", "the grade held, “{found}”, is none of the eight"),
    "yes-or-no": ("“{column}”应为是或否，实为“{found}”", "column “{column}” says neither yes nor no: “{found}”"),
    "members": ("有成绩的队员 {found} 名，需要 {needed} 名", "members with a figure: {found}, needed: {needed}"),
    "members-of": (
        "“{node}”有成绩的队员 {found} 名，需要 {needed} 名",
        "members with a figure of “{node}”: {found}, needed: {needed}",
    ),
    "not-above": ("团体成绩不高于 {bar}", "the team's figure is not above {bar}"),
    "beside": ("已推荐其他荣誉“{name}”", "recommended for “{name}” already"),
    "unofficial": ("不计名次参赛", "takes part without a place"),
    "cuts-above": ("前面奖项表的分数线尚未确定", "the jury has not decided the cuts of an earlier list"),
    "no-cut": ("分数线尚未确定", "the jury has not decided where it begins"),
}


@dataclass(frozen=True, slots=True)
class Reason:
    """`word` names the reason, `gaps` what its sentence is filled with."""

    word: str
    gaps: tuple[tuple[str, str], ...] = ()

    def told(self, language: Literal["zh", "en"]) -> str:
        return _SENTENCES[self.word][0 if language == "zh" else 1].format(**dict(self.gaps))


def reason(word: str, **gaps: object) -> Reason:
    return Reason(word, tuple((gap, str(found)) for gap, found in gaps.items()))
