"""What one score cell gives: an exact score its aspect takes, a status, nothing yet, or a fault with a hint."""

from __future__ import annotations

import re
from decimal import Decimal

from domain.errors import Fault
from domain.marks import canonical
from domain.rulebook.aspects import Aspect
from domain.scoring import statuses
from web.imports.faults import MERGED, found_wrong
from web.imports.headings import Line
from web.imports.reading.cells import Cell, Odd
from web.imports.spelling import exact_number, is_nothing, text_of

SPELLED = {
    statuses.DID_NOT_START: "缺考,缺席,未参加,未参赛,未到",
    statuses.DID_NOT_FINISH: "未完成,中途退出",
    statuses.DECLINED: "弃考,放弃",
}
STATUS_OF = {
    spelling.lower(): state.word
    for state in statuses.STATUSES
    for spelling in (state.word, state.token, state.zh, state.en, *SPELLED.get(state, state.zh).split(","))
}
HINTS = {
    "date": ("表格软件可能把分数变成了日期", "The spreadsheet program may have made a date of it"),
    "percent": ("请把单元格格式改为数值并写分数", "Make the cell a plain number and write points"),
    "formula": (
        "请在表格软件中打开并保存，或把公式粘贴为数值",
        "Open and save it in a spreadsheet program, or paste values",
    ),
    "computed": ("它是算出来的；请用 ROUND 取整到这一级", "It was computed; ROUND it to that step"),
    "truth": ("", ""),
    "error": ("", ""),
    "none": ("", ""),
    "letter": ("其中有字母 O，不是数字 0", "It holds the letter O instead of the digit 0"),
    "comma": ("小数点请写“.”，不写千位分隔", "Write the decimal point as “.” and no thousands separator"),
}
TYPED = 12  # characters; nobody types a longer score
UNMARKED = {
    each.lower() for each in (statuses.NOT_YET_MARKED.zh, statuses.NOT_YET_MARKED.en, statuses.NOT_YET_MARKED.token)
}

Given = Decimal | str  # a score, or the word of a status from domain.scoring.statuses


def given_in(line: Line, key: str, aspect: Aspect, *, blank_is_fault: bool) -> tuple[Given | None, list[Fault]]:
    """The score or the status's word in a line's cell, None where it gives nothing; and what is wrong with it."""
    cell, place = line.cell(key), line.place(key)
    if line.merged(key):
        return None, [found_wrong(place, cell, *MERGED)]
    text = text_of(cell).lower()
    if is_nothing(cell) or text in UNMARKED:
        return None, [found_wrong(place, cell, _expected(aspect))] if blank_is_fault else []
    if text in STATUS_OF:
        return STATUS_OF[text], []
    value = exact_number(cell)
    if value is None or aspect.objection(value):
        return value, [found_wrong(place, cell, _expected(aspect), _hint(cell))]
    return value, []


def _expected(aspect: Aspect) -> tuple[str, str]:
    low, high, step = canonical(aspect.min), canonical(aspect.max), canonical(aspect.step)
    return (
        f"{low} 到 {high}、以 {step} 为一级的数，或缺考、弃权等状态",
        f"a number from {low} to {high} in steps of {step}, or a status such as DNS",
    )


def _hint(cell: Cell) -> tuple[str, str]:
    """What most likely happened, where that can be told."""
    text = text_of(cell)
    if isinstance(cell, Odd):
        return HINTS[cell.kind]
    if isinstance(cell, Decimal):
        return HINTS["computed"] if len(text) > TYPED and "." in text else HINTS["none"]
    if len(text) > TYPED:
        return HINTS["none"]
    if set(text.lower()) <= set("0123456789o.") and "o" in text.lower():
        return HINTS["letter"]
    return HINTS["comma"] if re.fullmatch(r"[0-9]+[,，、。][0-9]+", text) else HINTS["none"]
