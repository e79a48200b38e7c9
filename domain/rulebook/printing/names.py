"""What each operation of the marking tree is called, in a word or two."""

from __future__ import annotations

from typing import Final

from domain.rulebook.printing.speech import Said

OPERATIONS: Final[dict[str, Said]] = {
    "mark": ("评分", "mark"),
    "marks": ("各项评分", "the marks"),
    "sum": ("相加", "sum"),
    "product": ("相乘", "product"),
    "mean": ("平均", "mean"),
    "median": ("中位数", "median"),
    "min": ("最小值", "lowest"),
    "max": ("最大值", "highest"),
    "trimmed_mean": ("去掉最高最低后平均", "mean without highest and lowest"),
    "spread": ("最高与最低之差", "distance between highest and lowest"),
    "trimmed_sum": ("去掉最高最低后相加", "sum without highest and lowest"),
    "average_of_five": ("去掉最好最差后平均", "mean without best and worst"),
    "agreement": ("一致认定", "agreed value"),
    "majority": ("多数认定", "what more than half gave"),
    "best": ("取最好", "best"),
    "best_sum": ("最好几次相加", "sum of the best"),
    "best_mean": ("最好几次平均", "mean of the best"),
    "majority_place": ("多数名次", "place of the majority"),
    "weighted_sum": ("加权相加", "weighted sum"),
    "weighted_mean": ("加权平均", "weighted mean"),
    "table": ("查表", "points by table"),
    "difference": ("相减", "difference"),
    "ratio": ("相除", "ratio"),
    "overtime": ("超时扣分", "points lost for overtime"),
    "veto": ("一票否决", "veto"),
    "formula": ("公式", "formula"),
    "rank": ("全场名次", "place in the field"),
    "points_for_place": ("按名次计分", "points for the place"),
    "standardise": ("标准分", "standard score"),
    "worldskills_scale": ("世界技能标准分", "WorldSkills Scale"),
    "ratio_to_best": ("与最好成绩之比", "ratio to the best"),
    "field": ("全场数据", "figure of the field"),
}
DISPLAYS: Final[dict[str, Said]] = {
    "1224": ("并列者名次相同，其后空出（1224）", "equal ones share the place, the next stay empty (1224)"),
    "1223": ("并列者名次相同，其后不空（1223）", "equal ones share the place, none stays empty (1223)"),
    "1334": ("并列者取最后一名（1334）", "equal ones share the last of their places (1334)"),
    "1234": ("名次不并列（1234）", "places are not shared (1234)"),
    "fractional": ("并列者取名次的平均（1 2.5 2.5 4）", "equal ones share the mean of their places (1 2.5 2.5 4)"),
}
BETTER: Final[dict[str, Said]] = {"higher": ("高者为好", "higher is better"), "lower": ("低者为好", "lower is better")}
FIGURES: Final[dict[str, Said]] = {
    "field": ("参与人数", "entries in the field"),
    "better": ("优于此数者", "better"),
    "better-values": ("优于此数的不同数值", "different better values"),
    "equal": ("与此数相等者（含本身）", "equal, itself among them"),
    "turn": ("相等者中的次序", "turn among the equal"),
    "best": ("最好", "best"),
    "worst": ("最差", "worst"),
    "mean": ("平均数", "mean"),
    "median": ("中位数", "median"),
    "mad": ("绝对中位差", "median absolute deviation"),
    "sd": ("标准差", "standard deviation"),
    "sum": ("总和", "sum"),
    "count": ("个数", "number"),
}
AXES: Final[dict[str, Said]] = {
    "judges": ("各裁判", "all judges"),
    "aspects": ("各评分点", "all aspects"),
    "attempts": ("各次", "all attempts"),
}
EACH: Final[dict[str, Said]] = {
    "judges": ("每位裁判", "each judge"),
    "aspects": ("每个评分点", "each aspect"),
    "attempts": ("每次", "each attempt"),
}
