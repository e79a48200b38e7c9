"""One sentence in Chinese and one in English for each kind of event; gaps are the line's own fields."""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter
from typing import Literal, NamedTuple

from domain.rulebook.rulebook import Rulebook
from domain.rulebook.titles import titles
from domain.scoring.statuses import STARTED, STATUSES

Language = Literal["zh", "en"]

SENTENCES: dict[str, tuple[str, str]] = {
    "contest-opened": ("赛项设立：{title_zh}", "Contest set up: {title_en}"),
    "rulebook-fixed": (
        "评分规则第 {version} 版固定，摘要 {digest}",
        "Rulebook version {version} fixed, digest {digest}",
    ),
    "entry-registered": ("参赛号 {number} 登记（{delegation}）", "Entry no. {number} registered ({delegation})"),
    "entry-amended": (
        "{entry} 登记信息更正：参赛号 {number}（{delegation}）",
        "{entry} amended: no. {number} ({delegation})",
    ),
    "entry-withdrawn": ("{entry} 退赛", "{entry} withdrew"),
    "batch-set": ("场次 {batch}：{entries} 个参赛单位", "Batch {batch} set: {entries} entries"),
    "seat-taken": ("{account} 就座 {panel} 裁判号 {seat}", "{account} took seat {seat} of {panel}"),
    "seat-left": ("{panel} 裁判号 {seat} 离座", "Seat {seat} of {panel} was left"),
    "module-opened": ("模块 {module} 开始", "Module {module} opened"),
    "module-closed": ("模块 {module} 结束", "Module {module} closed"),
    "module-reopened": ("模块 {module} 重新开放", "Module {module} reopened"),
    "cuts-decided": ("奖项分数线确定", "Cut scores decided"),
    "entry-described": (
        "{entry} 的名单附加项：{columns} 项",
        "{entry}: {columns} columns of the list of entries",
    ),
    "deduction-made": ("{entry} 裁定扣 {points} 分", "{entry}: {points} points taken off by ruling"),
    "tie-decided": ("{entries} 个同分参赛单位定出先后", "Order of {entries} tied entries decided"),
    "advance-decided": ("{entries} 个参赛单位进入 {stage}", "{entries} entries go on to {stage}"),
    "rulebook-proposed": (
        "{account} 提议修改评分规则，摘要 {digest}，待第二人确认",
        "{account} proposed new rules, digest {digest}; a second person must confirm",
    ),
    "codes-drawn": ("抽签加密：{pairs} 个编号", "{pairs} codes drawn"),
    "codes-decoded": ("解密，见证人 {witnesses} 名", "Codes decoded before {witnesses} witnesses"),
    "sheet-opened": ("{panel} 裁判号 {seat} 打开 {code} 的评分表", "{panel}, seat {seat}: sheet of {code} opened"),
    "mark-entered": (
        "{panel} 裁判号 {seat}：{code} 的 {aspect} 记 {value}",
        "{panel}, seat {seat}: {code} given {value} for {aspect}",
    ),
    "mark-changed": (
        "{panel} 裁判号 {seat}：{code} 的 {aspect} 由 {old} 改为 {value}",
        "{panel}, seat {seat}: {aspect} of {code} changed from {old} to {value}",
    ),
    "mark-corrected": (
        "更正 {panel} 裁判号 {seat}：{code} 的 {aspect} 由 {old} 改为 {value}",
        "Corrected, {panel}, seat {seat}: {aspect} of {code} from {old} to {value}",
    ),
    "sheet-signed": (
        "{panel} 裁判号 {seat} 签署 {code} 的评分表（{marks} 项）",
        "{panel}, seat {seat}: sheet of {code} signed ({marks} marks)",
    ),
    "sheet-reopened": (
        "{panel} 裁判号 {seat}：{code} 的评分表退回重评",
        "{panel}, seat {seat}: sheet of {code} reopened",
    ),
    "seat-signed": (
        "{panel} 裁判号 {seat} 对 {code} 的签名计入",
        "{panel}: signature of seat {seat} for {code} counted",
    ),
    "seat-reopened": (
        "{panel} 裁判号 {seat} 对 {code} 的签名撤回",
        "{panel}: signature of seat {seat} for {code} taken back",
    ),
    "spread-exceeded": (
        "{panel}：{code} 有 {aspects} 项分差超限，须合议",
        "{panel}: marks for {code} lie too far apart in {aspects} aspects",
    ),
    "panel-signed": ("{panel} 对 {code} 全部签署", "{panel}: all seats have signed for {code}"),
    "panel-reopened": ("{panel} 对 {code} 的评分撤回", "{panel}: figures of {code} withdrawn"),
    "performance-stated": ("{panel}：{code} 记为 {status}", "{panel}: {code} stated as {status}"),
    "seat-absent": ("{panel} 裁判号 {seat} 对 {code} 缺席", "{panel}: seat {seat} is absent for {code}"),
    "seat-present": ("{panel} 裁判号 {seat} 对 {code} 到席", "{panel}: seat {seat} is present for {code} after all"),
    "ruling-filed": ("提出 {kind}（{ruling}），涉及 {entry}", "{kind} {ruling} filed about {entry}"),
    "ruling-late": ("{ruling} 逾期，不予受理", "{ruling} came too late and is not accepted"),
    "ruling-decided": ("{ruling} 认定：{outcome}", "{ruling} decided: {outcome}"),
    "correction-made": (
        "{ruling} 第 {number} 次更正：{panel} 裁判号 {seat}，{code} 的 {aspect} 由 {old} 改为 {value}",
        "{ruling}, correction {number}: {panel}, seat {seat}, {aspect} of {code} from {old} to {value}",
    ),
    "ruling-carried-out": ("{ruling} 已执行：{action}", "{ruling} carried out: {action}"),
    "scores-tallied": ("统分完成", "Scores tallied"),
    "provisional-published": ("公布初步成绩，第 {revision} 版", "Provisional result published, revision {revision}"),
    "notice-opened": ("第 {revision} 版成绩开始公示", "Public notice opened for revision {revision}"),
    "final-published": ("公布最终成绩，第 {revision} 版", "Final result published, revision {revision}"),
    "ruling-opened": ("{ruling} 受理，最终成绩暂缓", "{ruling} accepted: no final result until it is settled"),
    "ruling-settled": ("{ruling} 办结", "{ruling} settled"),
    "result-corrected": ("成绩因 {ruling} 更正（第 {number} 次）", "Result corrected after {ruling} (no. {number})"),
}


WORDS: dict[str, tuple[str, str]] = {
    **{state.word: (state.zh, state.en) for state in STATUSES},
    STARTED: ("已参赛", "started after all"),
    "floor-report": ("现场报告", "Floor report"),
    "score-query": ("成绩核查", "Score query"),
    "appeal": ("申诉", "Appeal"),
    "objection": ("公示异议", "Objection"),
    "upheld": ("成立", "upheld"),
    "upheld-no-change": ("成立，不改分", "upheld, no mark changes"),
    "dismissed": ("驳回", "dismissed"),
    "make-deduction": ("裁定扣分", "points taken off"),
    "decide-tie": ("同分定序", "order of a tie decided"),
}
_SPOKEN = ("status", "kind", "outcome", "action")  # fields whose values are words of the record, not of a language


class Word(NamedTuple):
    """A piece of a sentence; `id` is what the record calls a thing that is told by its title, else ""."""

    text: str
    id: str = ""


def words(
    kind: str, gaps: Mapping[str, object], language: Language, rulebook: Rulebook | None = None
) -> tuple[Word, ...]:
    """The sentence with its gaps filled: lists count their members, and what the rulebook knows has its title.

    Raises: KeyError for an unknown kind or word.
    """
    english = language == "en"
    known = titles(gaps, rulebook) if rulebook else {}
    told: list[Word] = []
    for text, gap, _, _ in Formatter().parse(SENTENCES[kind][english]):
        told.append(Word(text))
        if gap in known:
            told.append(Word(known[gap].en if english else known[gap].zh, str(gaps[gap])))
        elif gap:
            told.append(Word(_said(gap, gaps[gap], english=english)))
    return tuple(word for word in told if word.text)


def _said(gap: str, value: object, *, english: bool) -> str:
    if gap in _SPOKEN:
        return WORDS[str(value)][english]
    return str(len(value) if isinstance(value, list) else value)
