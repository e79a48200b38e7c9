"""Faults of ties, prizes, teams and honours, in words."""

from __future__ import annotations

RESULTS: dict[str, tuple[str, str]] = {
    "node-or-column": ("node 和 column 要写且只写一个。", "Exactly one of node and column is needed."),
    "bar-needed": (
        "要写明达到什么：node 配 at_least 或 at_most，column 配 is。",
        "Say what to reach: at_least or at_most with node, is with column.",
    ),
    "unknown-prize": ("没有名为“{name}”的奖项。", "There is no prize “{name}”."),
    "unknown-honour": ("没有名为“{name}”的荣誉。", "There is no honour “{name}”."),
    "reversed": ("下限 {low} 高于或等于上限 {high}。", "It begins at {low} and ends at {high}: nothing lies between."),
    "succession-by-place": (
        "递补只能按名次：请写 place_to 或 share_to，不写 award。",
        "Succession goes by place: write place_to or share_to, and no award.",
    ),
    "count-or-ratio": ("count 和 ratio 要写且只写一个。", "Exactly one of count and ratio is needed."),
    "exact-nearest": (
        'rounding = "exact" 时 at_the_line 只能是 "nearest"：请改 at_the_line，或写明 rounding 如何取整。',
        'With rounding = "exact" only at_the_line = "nearest" goes: write that, or say how it is made whole.',
    ),
    "no-grade": (
        "“{name}”不是技能等级。请写如 高级工、3、高级工(3)、三级/高级工；其他文字请用 when 按列比较。",
        "“{name}” is no skill grade. Write 高级工, 3, 高级工(3) or 三级/高级工; other texts go with when and column.",
    ),
    "team-figure": (
        "团体的奖项只看团体成绩：这里只能写 node = {name}，或都不写。",
        "Prizes of teams look at the team's own figure: only node = {name} can stand here, or nothing.",
    ),
    "other-category": (
        "名次按“{name}”分别排定，奖项也要按它分。",
        "Places are counted for each “{name}”; prizes have to be, too.",
    ),
}
