"""One node of the tree as a sentence: what it is made of, floor and cap, rounding, what a missing input does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from domain.rulebook.nodes.any import AnyNode
from domain.rulebook.nodes.inputs import Taking
from domain.rulebook.nodes.taking import Weighing
from domain.rulebook.printing.gaps import gaps
from domain.rulebook.printing.names import EACH
from domain.rulebook.printing.speech import Said, Speech, exactly
from domain.rulebook.shape.shapes import Shape

SENTENCES: Final[dict[str, Said]] = {
    "mark": ("{of}", "{of}"),
    "marks": ("{of}，各自保留", "{of}, as they are"),
    "sum": ("{of}相加", "{of}, added up"),
    "product": ("{of}相乘", "{of}, multiplied"),
    "mean": ("{of}的平均数", "the mean of {of}"),
    "median": ("{of}的中位数", "the median of {of}"),
    "min": ("{of}中最小的", "the lowest of {of}"),
    "max": ("{of}中最大的", "the highest of {of}"),
    "trimmed_mean": ("{of}{struck}后平均", "the mean of {of}, {struck}"),
    "trimmed_sum": ("{of}{struck}后相加", "the sum of {of}, {struck}"),
    "spread": ("{of}{struck}最高与最低之差", "the distance between highest and lowest of {of} {struck}"),
    "average_of_five": (
        "{of}去掉最好和最差各一个后平均（{better}；一次无成绩算最差，两次无成绩则没有平均成绩）",
        "the mean of {of} without the best and the worst ({better}; one without a result is the worst, two leave none)",
    ),
    "agreement": ("{of}一致认定的值，不一致则没有值", "the value on which {of} agree, none while they differ"),
    "majority": ("{of}中过半数给出的值，没有则无值", "the value more than half of {of} gave, none if there is none"),
    "best": ("{of}中最好的一个（{better}）", "the best of {of} ({better})"),
    "best_sum": ("{of}中最好的 {count} 个相加（{better}）", "the best {count} of {of}, added up ({better})"),
    "best_mean": ("{of}中最好的 {count} 个平均（{better}）", "the mean of the best {count} of {of} ({better})"),
    "majority_place": ("{of}：{gives}", "of {of}: {gives}"),
    "weighted_sum": ("{of}", "{of}"),
    "weighted_mean": ("（{of}）÷ 权重之和", "({of}) divided by the sum of the weights"),
    "table": ("{of}查表计分：{lines}", "points for {of} by a table: {lines}"),
    "difference": ("{first}减去{second}", "{first} less {second}"),
    "ratio": ("{times}{first}除以{second}", "{times}{first} divided by {second}"),
    "overtime": (
        "{of}超过 {limit} 秒的扣分：{counted} {each} 秒扣 {lose}{most}",
        "points lost for {of} over {limit} s: {lose} for {counted} {each} s{most}",
    ),
    "veto": ("{first}；只要{when}大于零，即为{gives}", "{first}; as soon as {when} is above zero, {gives} instead"),
    "formula": ("{formula}{where}", "{formula}{where}"),
    "rank": ("{of}在{field}中的名次（{better}；{display}）", "the place of {of} in {field} ({better}; {display})"),
    "points_for_place": (
        "{of}在{field}中的名次所得分：{points}（{better}；{ties}）",
        "points for the place of {of} in {field}: {points} ({better}; {ties})",
    ),
    "standardise": (
        "{of}在{field}中的标准分：{centre} + {spread} ×（数值 − 平均数）÷ 标准差（{sd}）",
        "the standard score of {of} in {field}: {centre} + {spread} × (value − mean) ÷ standard deviation ({sd})",
    ),
    "worldskills_scale": (
        "{of}的世界技能标准分：{field}的中位数为 {centre}，每 {factor} × 绝对中位差为 {spread}，{low} 至 {high}",
        "{of} on the WorldSkills Scale: median of {field} at {centre}, {spread} for {factor} × MAD, {low} to {high}",
    ),
    "ratio_to_best": (
        "{of}与{field}最好成绩之比，最好者 {points} 分（{better}）",
        "{of} by its ratio to the best of {field}, who has {points} ({better})",
    ),
    "field": ("{field}中{of}的{take}", "the {take} of {of} over {field}"),
}
_BOUNDS: dict[str, Said] = {
    "at_least": ("最低 {n}", "never below {n}"),
    "at_most": ("最高 {n}", "never above {n}"),
}
_MISSING: dict[str, Said] = {
    "zero": ("未评的算零", "what is not marked counts zero"),
    "ignore": ("未评的不计", "what is not marked is left out"),
    "no_result": ("未评的算作无成绩", "what is not marked is an attempt without a result"),
}
_FAILED: dict[str, Said] = {
    "worst": ("无成绩的算最差", "one without a result is the worst"),
    "ignore": ("无成绩的不计", "those without a result are left out"),
    "zero": ("无成绩的算零", "one without a result counts zero"),
}
_MEMBERS: Said = ("{members}各一个数", "a number for {members}")

_HIDDEN: Said = ("不列入成绩表", "not a column of the results")


def sentence(node: AnyNode, shape: Shape, speech: Speech) -> str:
    """How the node's value comes about, in one sentence without its title."""
    return speech.joined(_clauses(node, shape, speech))


def _clauses(node: AnyNode, shape: Shape, speech: Speech) -> Iterator[str]:
    yield speech.say(SENTENCES[node.op], **gaps(node, speech))
    wide = [axis for axis, names in shape.along if len(names) > 1]
    if wide:
        yield speech.say(_MEMBERS, members=speech.listed(speech.say(EACH[axis]) for axis in wide))
    for bound, said in _BOUNDS.items():
        number = getattr(node, bound)
        if number is not None:
            yield speech.say(said, n=exactly(number))
    if node.round is not None:
        yield speech.rounding(node.round)
    if not node.show:
        yield speech.say(_HIDDEN)
    if isinstance(node, Taking | Weighing):
        yield speech.say(_MISSING[node.missing]) if node.missing in _MISSING else ""
        as_usual = node.op == "average_of_five" or (node.op == "best" and node.failed == "ignore")
        yield speech.say(_FAILED[node.failed]) if node.failed in _FAILED and not as_usual else ""
