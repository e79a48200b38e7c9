"""Faults of the tree, in words: circles, misfits and numbers without an end."""

from __future__ import annotations

TREE: dict[str, tuple[str, str]] = {
    "cycle": ("节点循环引用：{name}。", "These nodes go round in a circle: {name}."),
    "node-family": ("“{name}”不是一个数，还要再合并。", "“{name}” is not one number; combine it first."),
    "panel-or-of": ("panel 和 of 要写且只写一个。", "Exactly one of panel and of is needed."),
    "over-needed": (
        "要写明 over：这些数沿 {name} 排列。",
        "It needs over: these numbers lie along {name}.",
    ),
    "over-one-family": ("写了 over 时，of 里只能有一个节点。", "With over, of holds exactly one node."),
    "other-axis": ("“{name}”不是沿这个方向排列的。", "“{name}” does not lie along this axis."),
    "no-family": ("“{name}”已是一个数，不能再写 over。", "“{name}” is one number already; leave out over."),
    "other-axes": (
        "“{name}”与其他各项排列的方向不同：请先单独用 over 合并它。",
        "“{name}” does not lie along the same axes as the others: combine it with over first.",
    ),
    "other-names": (
        "“{name}”与其他各项同沿 {axis} 排列，代号却不同（{found}；其他为 {stated}）：请统一代号，或先用 over 合并。",
        (
            "“{name}” lies along {axis} like the others, but under other names ({found}; there {stated}):"
            " give them the same ids, or combine it with over first."
        ),
    ),
    "over-unused": ("marks 原样取用评分，不能写 over。", "marks takes the marks as they are: leave out over."),
    "then-better-count": (
        "then_better 要为 of 中第一个之后的每个节点各写一项：应有 {name} 项，写了 {found} 项。",
        "then_better needs one for each node of “of” behind the first: {name}, not {found}.",
    ),
    "one-node": ("of 里要写且只写一个节点。", "Exactly one node is needed in of."),
    "two-nodes": ("of 里要写且只写两个节点。", "Exactly two nodes are needed in of."),
    "aspect-or-aspects": ("aspect 和 aspects 只能写一个。", "Only one of aspect and aspects can stand here."),
    "aspects-without-panel": (
        "只有写了 panel 才能选评分点。",
        "Aspects can be picked only where a panel is named.",
    ),
    "mark-one-attempt": (
        "裁判组“{name}”不止一次试做，mark 只读一个评分；请用 best、sum 等。",
        "The panel “{name}” has several attempts; mark reads a single mark: use best, sum or the like.",
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
    "no-end": (
        "总分可能除不尽，请在这里或其下的节点写明 round。",
        "The total may have no end as a decimal: round here or in a node below.",
    ),
    "too-many-places": (
        "小数可能多达 {name} 位，请在其下的节点写明 round。",
        "It may have {name} decimals: round in a node below.",
    ),
}
