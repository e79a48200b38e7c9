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
}
