"""Faults of stages, in words."""

from __future__ import annotations

STAGES: dict[str, tuple[str, str]] = {
    "advance-missing": (
        "要写明多少人进入下一阶段，如 advance = {{ first = 18 }}。",
        "It must say who goes on to the next stage, as in advance = {{ first = 18 }}.",
    ),
    "advance-last": (
        "最后一个阶段之后不再晋级，请删去 advance。",
        "Nobody goes on from the last stage: leave out advance.",
    ),
    "advance-grows": (
        "进入本阶段的有 {stated} 名，不能有 {found} 名晋级。",
        "Only {stated} come into this stage; {found} cannot go on from it.",
    ),
    "stage-unused": ("没有模块在这个阶段进行。", "No module is run in this stage."),
    "later-stage": (
        "这个阶段的总分用到了之后的阶段“{name}”的评分。",
        "This stage's total takes in marks of the later stage “{name}”.",
    ),
    "later-stage-tie": (
        "同分时的这一步用到了之后的阶段“{name}”的评分：本阶段排名时还没有。",
        "This link takes in marks of the later stage “{name}”: they are not there when this stage is ranked.",
    ),
    "first-or-share": (
        "晋级只能写一种：前几名 first，或比例 share。",
        "Write one of first (how many go on) and share (what part of those who started).",
    ),
    "share-and-rounding": (
        'share 要同时写明怎样取整，如 rounding = "up"；first 不写 rounding。',
        'share needs rounding beside it, as in rounding = "up"; first goes without.',
    ),
}
