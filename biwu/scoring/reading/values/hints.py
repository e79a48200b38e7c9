"""The way out of a value that cannot be read: a decimal comma, a unit, a time with points, a misspelt status."""

from __future__ import annotations

import re

from biwu.scoring.reading.faults import Said
from biwu.scoring.reading.values.numbers import bare_number, entered, seconds, timed
from biwu.scoring.reading.values.states import likely, permitted
from domain.marks import canonical
from domain.rulebook.aspects import Aspect, TimeAspect
from domain.rulebook.panels import Panel

_TIMED = (
    "“:”之后是两位数，从 00 到 59，如 1:02.50",
    "What stands behind a “:” has two digits and is below 60, as in 1:02.50",
)
_POINTS = re.compile(r"([0-9]{1,3})\.([0-9]{2}\.[0-9]+)", re.ASCII)
_UNIT = re.compile(r"([+-]?[0-9]*\.?[0-9]+)\s*([^0-9\s.,:;%+-][^0-9]*)", re.ASCII)


def way_out(text: str, panel: Panel, aspect: Aspect) -> Said:
    """What to say behind what was found and expected; nothing where there is nothing to say."""
    if re.fullmatch(r"[+-]?[0-9:]+[,、。][0-9]+", text):
        return "小数点请写“.”，不写千位分隔", "Write the decimal point as “.” and no thousands separator"
    if ":" in text:
        return _of_time(text, aspect)
    if re.fullmatch(r"[0-9.]*[eE][+-]?[0-9]+", text):
        return "请写出全部数字，不用科学计数法", "Write the number in full, without an exponent"
    if text.endswith("%"):
        return "请写分数，不写百分号", "Write points, without the per cent sign"
    if re.match(r"[+-]?[.]?[0-9]", text):
        return _of_number(text, aspect)
    close, statuses = likely(text), permitted(panel, aspect)
    return close[0] + statuses[0], f"{close[1]} {statuses[1]}".strip()


def _of_time(text: str, aspect: Aspect) -> Said:
    """A time that cannot be read, or one that is too long because its hundredths stand behind a colon."""
    found = timed(text)
    if not isinstance(aspect, TimeAspect):
        return "时间只能填在计时项", "A time with “:” stands only in an aspect of kind time"
    if found is None or (total := seconds(found)) is None:
        return _TIMED
    long, most = canonical(total), canonical(aspect.max)
    zh, en = f"这是 {long} 秒，最多 {most} 秒", f"That is {long} s, at most {most} s"
    shorter = ".".join(text.rsplit(":", 1))
    read = entered(shorter, aspect)
    if found[1] is None or read is None or aspect.objection(read):
        return zh, en
    return f"{zh}；是否指 {shorter}？", f"{en}; did you mean {shorter}?"


def _of_number(text: str, aspect: Aspect) -> Said:
    """What begins like a number: a time whose minutes end in a point, a number with its unit behind it."""
    points = _POINTS.fullmatch(text)
    if points and isinstance(aspect, TimeAspect):
        meant = f"{points[1]}:{points[2]}"
        return f"分与秒之间用“:”；是否指 {meant}？", f"Minutes end in a “:”. Did you mean {meant}?"
    unit = _UNIT.fullmatch(text)
    if unit and bare_number(unit[1]) is not None:
        return (
            f"只写数，不写单位“{unit[2]}”：{unit[1]}",
            f"Write the number alone, without the unit “{unit[2]}”: {unit[1]}",
        )
    return "", ""
