"""Faults of one value by itself, in words."""

from __future__ import annotations

VALUES: dict[str, tuple[str, str]] = {
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
    "too-few": ("至少要有 {min_length} 项。", "At least {min_length} are needed."),
    "too-many": ("最多只能有 {max_length} 项。", "At most {max_length} can stand here."),
    "places-or-step": ("places 和 step 要写且只写一个。", "Exactly one of places and step is needed."),
    "does-not-fit": ("此处的值不合格。", "The value does not fit here."),
    "number-or": ("这里要写数字，或者 {expected}。", "A number is needed here, or {expected}."),
    "words-needed": ("这里要写文字，或者 {{ zh = …, en = … }}。", "Text is needed here, or {{ zh = …, en = … }}."),
    "points-or-loss": (
        "points、lose 和 lose_percent 要写且只写一个。",
        "Exactly one of points, lose and lose_percent is needed.",
    ),
    "not-zero": ("不得为 0。", "It must not be zero."),
}
