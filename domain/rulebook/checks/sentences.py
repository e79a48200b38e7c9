"""What is said about each fault of a rulebook, in Chinese and English; gaps in braces take what was found."""

from __future__ import annotations

from domain.errors import Fault

SENTENCES: dict[str, tuple[str, str]] = {
    # one value by itself
    "missing": ("缺少这一项。", "This is missing."),
    "unknown-key": ("不认识这一项。", "This key is not known here."),
    "text-needed": ("这里要写文字，不能为空。", "Text is needed here, and not an empty one."),
    "bad-id": (
        "代号只能由字母、数字、- 和 _ 组成，以字母或数字开头，最多 40 个字符。",
        "An id is made of letters, digits, - and _, begins with a letter or digit and has at most 40 characters.",
    ),
    "number-needed": ("这里要写数字（不加引号）。", "A number is needed here, without quotes."),
    "number-too-long": (
        "数字过长：整数部分最多 12 位，小数最多 9 位。",
        "The number is too long: at most 12 digits before the point and 9 after it.",
    ),
    "count-needed": ("这里要写整数。", "A whole number is needed here."),
    "at-least": ("不得小于 {ge}。", "It must be at least {ge}."),
    "above": ("必须大于 {gt}。", "It must be above {gt}."),
    "at-most": ("不得大于 {le}。", "It must be at most {le}."),
    "true-or-false": ("这里只能写 true 或 false。", "Only true or false can stand here."),
    "one-of": ("这里只能写：{expected}。", "Only one of these can stand here: {expected}."),
    "list-needed": ("这里要写列表 [ … ]。", "A list [ … ] is needed here."),
    "table-needed": ("这里要写表 {{ … }}。", "A table {{ … }} is needed here."),
    "not-empty": ("至少要有一项。", "At least one is needed."),
    "places-or-step": ("places 和 step 要写且只写一个。", "Exactly one of places and step is needed."),
    "does-not-fit": ("此处的值不合格。", "The value does not fit here."),
    # names
    "twice": ("代号“{name}”重复出现。", "The id “{name}” stands here twice."),
    "unknown-module": ("没有名为“{name}”的模块。", "There is no module “{name}”."),
    "unknown-panel": ("没有名为“{name}”的裁判组。", "There is no panel “{name}”."),
    "unknown-aspect": ("该裁判组没有名为“{name}”的评分点。", "The panel has no aspect “{name}”."),
    "unknown-node": ("没有名为“{name}”的节点。", "There is no node “{name}”."),
    "no-panel": ("没有裁判组给这个模块评分。", "No panel marks this module."),
    "panel-unused": ("这个裁判组的评分没有计入任何节点。", "No node takes in this panel's marks."),
    "import-panel": (
        "成绩由文件导入的模块，其裁判组只能有一个席位和一个评分点。",
        "A module whose scores are imported has one panel with a single seat and a single aspect.",
    ),
    # the tree
    "cycle": ("节点循环引用：{name}。", "These nodes go round in a circle: {name}."),
    "node-family": ("“{name}”不是一个数，还要再合并。", "“{name}” is not one number; combine it first."),
    "panel-or-of": ("panel 和 of 要写且只写一个。", "Exactly one of panel and of is needed."),
    "over-needed": (
        '要写明 over = "judges" 或 over = "aspects"。',
        'It needs over = "judges" or over = "aspects".',
    ),
    "over-one-family": ("写了 over 时，of 里只能有一个节点。", "With over, of holds exactly one node."),
    "other-axis": ("“{name}”不是沿这个方向排列的。", "“{name}” does not lie along this axis."),
    "no-family": ("“{name}”已是一个数，不能再写 over。", "“{name}” is one number already; leave out over."),
    "child-is-family": (
        "“{name}”是一组数：请单独用 over 合并它。",
        "“{name}” is a family of numbers: combine it with over first.",
    ),
    "mark-one-seat": (
        "裁判组“{name}”不止一个席位，mark 只读一个席位的评分。",
        "The panel “{name}” has several seats; mark reads the mark of a single one.",
    ),
    "mark-which-aspect": (
        "裁判组“{name}”不止一个评分点，请写明 aspect。",
        "The panel “{name}” has several aspects; say which one.",
    ),
    "too-few-to-trim": (
        "只有 {name} 个评分，去掉最高最低后一个不剩。",
        "There are only {name} marks; none is left when highest and lowest are struck out.",
    ),
    # figures
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
    "no-end": (
        "总分可能除不尽，请在这里或其下的节点写明 round。",
        "The total may have no end as a decimal: round here or in a node below.",
    ),
    "too-many-places": (
        "小数可能多达 {name} 位，请在其下的节点写明 round。",
        "It may have {name} decimals: round in a node below.",
    ),
}


def fault(place: str, reason: str, **gaps: object) -> Fault:
    """A fault at a place in the rulebook, its gaps filled."""
    zh, en = SENTENCES[reason]
    return Fault(place, zh.format(**gaps), en.format(**gaps))
