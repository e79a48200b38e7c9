"""Faults of figures, in words: what does not add up, what is too large or too small."""

from __future__ import annotations

FIGURES: dict[str, tuple[str, str]] = {
    "step-not-positive": ("step 必须大于 0。", "step must be above zero."),
    "range-empty": ("max 必须大于 min。", "max must be above min."),
    "step-does-not-divide": (
        "从 {low} 到 {high} 不能按步长 {step} 整分。",
        "Steps of {step} from {low} do not reach {high}.",
    ),
    "aspects-do-not-add-up": (
        "各评分点满分之和是 {found}，不是 {stated}。",
        "The aspects' maxima add up to {found}, not to {stated}.",
    ),
    "weights-do-not-add-up": ("权重之和是 {found}，不是 {stated}。", "The weights add up to {found}, not to {stated}."),
    "ratios-above-one": ("各奖项比例之和是 {found}，超过了 1。", "The ratios add up to {found}, more than 1."),
    "must-agree": (
        "裁判组“{name}”要求意见一致，请写 max_spread = 0。",
        "The panel “{name}” has to agree: write max_spread = 0 there.",
    ),
    "weights-come-to-nothing": (
        "权重之和是 0，无法求平均。",
        "The weights come to zero: there is no mean.",
    ),
    "bounds-crossed": ("at_least（{low}）大于 at_most（{high}）。", "at_least ({low}) is above at_most ({high})."),
    "low-above-high": ("low（{low}）必须小于 high（{high}）。", "low ({low}) must be below high ({high})."),
    "line-twice": ("表中 from = {name} 出现了两次。", "The line from = {name} stands in the table twice."),
    "drops-number": (
        'drops 的左边要写评分个数，如 "5" = 1；“{name}”不是。',
        'drops has a number of marks on its left, as in "5" = 1; “{name}” is none.',
    ),
    "drops-too-many": (
        "{name} 个评分中最高最低各去掉 {found} 个，一个不剩。",
        "Of {name} marks {found} fall at either end: none is left.",
    ),
    "count-above": (
        "要取 {found} 个，但一共只有 {name} 个。",
        "The best {found} are wanted, but there are only {name}.",
    ),
    "own-scale": (
        'centre 和 spread 只在 scale = "own" 时使用。',
        'centre and spread are used only with scale = "own".',
    ),
    "quorum-above-seats": (
        "quorum 是 {found}，但裁判组只有 {name} 个席位。",
        "quorum is {found}, but the panel has only {name} seats.",
    ),
    "panel-too-large": (
        "席位、试做次数和评分点相乘是 {found} 个评分，最多 {name} 个。",
        "Seats, attempts and aspects come to {found} marks, at most {name}.",
    ),
    "lose-above-max": (
        "扣 {found} 分超过了满分 {stated}。",
        "It loses {found} points, more than the maximum of {stated}.",
    ),
    "choice-above-max": (
        "得 {found} 分超过了满分 {stated}。",
        "It brings {found} points, more than the maximum of {stated}.",
    ),
    "no-whole-places": (
        "each_place_once 用于填写名次的评分点：min = 1，step = 1，从 1 起的整数。",
        "With each_place_once every aspect is a place: whole numbers from 1, so min = 1 and step = 1.",
    ),
    "points-above-limit": (
        "一次扣 {found} 分超过了上限 {stated}。",
        "Once costs {found} points, more than the limit of {stated}.",
    ),
}
