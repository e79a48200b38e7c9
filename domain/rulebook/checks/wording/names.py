"""Faults of ids and of what names them, in words."""

from __future__ import annotations

NAMES: dict[str, tuple[str, str]] = {
    "twice": ("代号“{name}”重复出现。", "The id “{name}” stands here twice."),
    "unknown-module": ("没有名为“{name}”的模块。", "There is no module “{name}”."),
    "unknown-panel": ("没有名为“{name}”的裁判组。", "There is no panel “{name}”."),
    "unknown-aspect": ("该裁判组没有名为“{name}”的评分点。", "The panel has no aspect “{name}”."),
    "unknown-node": ("没有名为“{name}”的节点。", "There is no node “{name}”."),
    "no-panel": ("没有裁判组给这个模块评分。", "No panel marks this module."),
    "unknown-stage": ("没有名为“{name}”的阶段。", "There is no stage “{name}”."),
    "unknown-word": (
        "公式中的“{name}”不是节点，也不是“裁判组.评分点”；名称里的 - 在公式中写作 _。",
        "“{name}” in the formula is no node and no “panel.aspect”; a - in a name is written _ in a formula.",
    ),
    "spoken-alike": (
        "公式中的“{name}”可以指 {found}，请给其中一个改名。",
        "“{name}” in the formula may mean {found}: rename one of them.",
    ),
    "names-a-panel": (
        '“{name}”是裁判组，不是节点：请写 panel = "{name}"，或先为它建一个节点。',
        '“{name}” is a panel, not a node: write panel = "{name}", or make a node of it first.',
    ),
    "not-in-stage": ("“{name}”在阶段“{stage}”中不存在。", "“{name}” does not stand in the stage “{stage}”."),
    "stands-once": (
        "“{name}”不含分阶段的评分，只有一个，不能按阶段“{stage}”取用。",
        "“{name}” is made of nothing that is marked in several stages: it stands once, not for the stage “{stage}”.",
    ),
    "stage-and-panel": (
        "“{name}”既是阶段又是裁判组，请给其中一个改名。",
        "“{name}” is both a stage and a panel: rename one of them.",
    ),
    "reserved-id": (
        "“{name}”在公式中指参赛名单，不能用作代号。",
        "“{name}” means the list of entries in a formula and cannot be an id here.",
    ),
    "aspect-shared": (
        "模块“{module}”的裁判组“{first}”和“{second}”都有评分点“{name}”，评分表只写模块和评分点时分不清；请给其中一个改名，或让两个裁判组各有自己的模块。",
        (
            "The panels “{first}” and “{second}” of the module “{module}” both have an aspect “{name}”, so that module"
            " and aspect alone do not tell whose mark it is: rename one of the two, or give each panel a module of its"
            " own."
        ),
    ),
    "panel-unused": ("这个裁判组的评分没有计入任何节点。", "No node takes in this panel's marks."),
    "import-panel": (
        "成绩由文件导入的模块，其裁判组只能有一个席位（double_entry 为两个）和一个评分点。",
        "A module whose scores are imported has one panel with one seat (two with double_entry) and one aspect.",
    ),
}
