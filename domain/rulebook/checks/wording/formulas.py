"""Faults of formulas, in words."""

from __future__ import annotations

FORMULAS: dict[str, tuple[str, str]] = {
    "formula-empty": ("公式是空的。", "The formula is empty."),
    "formula-too-long": (
        "公式过长：{found} 个字符，最多 {most} 个。",
        "The formula is too long: {found} characters, at most {most}.",
    ),
    "formula-too-deep": (
        "公式第 {position} 个字符处嵌套过深，请拆成几个节点。",
        "At character {position} the formula is nested too deeply: make several nodes of it.",
    ),
    "formula-unexpected": (
        "公式第 {position} 个字符处不应出现“{found}”。",
        "At character {position} of the formula “{found}” cannot stand.",
    ),
    "formula-ends-early": (
        "公式不完整，结尾缺少内容。",
        "The formula ends too early: something is missing at its end.",
    ),
    "formula-unclosed": (
        "公式第 {position} 个字符处的括号没有闭合。",
        "The parenthesis at character {position} of the formula is not closed.",
    ),
    "formula-number-too-long": (
        "公式第 {position} 个字符处的数字过长，最多 {most} 个字符。",
        "The number at character {position} of the formula is too long: at most {most} characters.",
    ),
    "formula-unknown-function": (
        "公式第 {position} 个字符处：没有名为“{name}”的函数。",
        "At character {position} of the formula: there is no function “{name}”.",
    ),
    "formula-arguments": (
        "公式第 {position} 个字符处：函数 {name} 的参数个数应为 {expected}，写了 {found} 个。",
        "At character {position} of the formula: the number of arguments of {name} is {expected}, not {found}.",
    ),
    "formula-no-family": (
        "公式第 {position} 个字符处：{name} 的括号里要有一组数的名称。",
        "At character {position} of the formula: {name} needs the name of a family of numbers inside.",
    ),
    "formula-places": (
        "公式第 {position} 个字符处：round 的位数须是 -{most} 到 {most} 的整数。",
        "At character {position} of the formula: round takes a whole number of places from -{most} to {most}.",
    ),
    "formula-rounding": (
        "公式第 {position} 个字符处：取整方式只能写：{expected}。",
        "At character {position} of the formula: the way of rounding is one of {expected}, in quotes.",
    ),
    "formula-zero-divisor": (
        "公式第 {position} 个字符处：除数恒为 0。",
        "At character {position} the formula divides by zero, whatever the marks.",
    ),
    "formula-exponent": (
        "公式第 {position} 个字符处：指数过大，最多 {most}。",
        "At character {position} of the formula: the exponent is too large, at most {most}.",
    ),
    "formula-too-large": (
        "公式第 {position} 个字符处：这个乘方超过 {most} 位数。",
        "At character {position} of the formula: this power has more than {most} digits.",
    ),
}
