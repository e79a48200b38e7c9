"""A marking scheme as a rulebook: criteria become modules, each form a panel, the total of 100 the scale of 700."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from decimal import Decimal

from biwu.rulebooks.marking_scheme.scheme import Method, Scheme, SchemeAspect, SubCriterion
from domain.marks import canonical
from web.exports.safe import printable

_STEPS = (Decimal("0.05"), Decimal("0.01"))  # marks move in steps of 0.05; finer where a maximum is no multiple of it
_METHODS: dict[Method, tuple[str, str]] = {"M": ("测量", "measurement"), "J": ("评价", "judgement")}
_HEAD = """\
# 由评分表 {file} 导入。测量分（M）{full}；评价分（J）由三名专家给 0–3，相差超过 1 须合议（此规定未经证实）。
# Brought in from the marking scheme {file}. Measurement (M): {en_full}; judgement (J): three experts give 0 to 3,
# further than 1 apart they consult (that rule is not verified). 奖项尚未规定 prizes are still to be written.

format = 1
id = {id}
title = {title}
source = {{ zh = {zh}, en = {en} }}
total = "scaled"

# ---- 评分标准 criteria
"""
_TAIL = """
[nodes.marks]
op = "sum"
title = {{ zh = "得分", en = "Marks" }}
of = [{criteria}]

[nodes.scaled] # 中位数为 700 the median stands at 700
op = "worldskills_scale"
title = {{ zh = "700 分标尺", en = "Scale of 700" }}
of = "marks"

[ranking]
ties = [{{ node = "marks" }}]
"""


def as_rulebook(scheme: Scheme, name: str, file: str, *, full_or_zero: bool) -> str:
    """The rulebook's text; `name` is its id, `file` the workbook's name."""
    source = {"zh": quoted(f"评分表 {file}"), "en": quoted(f"marking scheme {file}")}
    says = ("满分或零分", "full mark or zero") if full_or_zero else ("0 至满分", "0 to the maximum")
    head = {"file": printable(file), "full": says[0], "en_full": says[1], "id": quoted(name)}
    parts = [_HEAD.format(**head, **source, title=quoted(scheme.title))]
    for letter in scheme.letters:
        known = scheme.criteria.get(letter)
        title = f"{letter} {known.title}" if known is not None and known.title else letter
        parts.append(f"\n[[modules]]\nid = {quoted(letter)}\ntitle = {quoted(title)}\n")
    parts.append("\n# ---- 评分表 forms\n")
    forms = [(part, method) for part in scheme.parts for method in _METHODS if part.of(method)]
    parts += [_panel(part, method, full_or_zero=full_or_zero) for part, method in forms]
    parts.append("\n# ---- 计分 score\n")
    parts += [_form_node(part, method) for part, method in forms]
    for letter in scheme.letters:
        own = [quoted(f"{part.id}-{method}") for part, method in forms if part.criterion == letter]
        parts.append(_node(letter, "sum", letter, f"of = [{', '.join(own)}]"))
    parts.append(_TAIL.format(criteria=", ".join(map(quoted, scheme.letters))))
    return "".join(parts)


def quoted(text: str) -> str:
    """Text as TOML writes it, whatever it holds."""
    return json.dumps(printable(text), ensure_ascii=False).replace("\x7f", "\\u007f")


def _panel(part: SubCriterion, method: Method, *, full_or_zero: bool) -> str:
    zh, en = _METHODS[method]
    titles = f"{{ zh = {quoted(f'{part.id} {part.title}：{zh}')}, en = {quoted(f'{part.id} {part.title}: {en}')} }}"
    lines = ["", "[[panels]]" + (f" # {_remark(f'评分日 day {part.day}')}" if part.day else "")]
    lines += [f'id = "{part.id}-{method}"', f'module = "{part.criterion}"', f"title = {titles}"]
    if method == "J":
        lines += ['seats = ["E1", "E2", "E3"]', "max_spread = 1"]
    lines += ['may_not_sit = ["same_delegation"]', "aspects = ["]
    lines += [line for each in part.of(method) for line in _aspect(each, full_or_zero=full_or_zero)]
    return "\n".join([*lines, "]", ""])


def _aspect(aspect: SchemeAspect, *, full_or_zero: bool) -> Iterator[str]:
    remarks = [f"WSOS {aspect.section}"] if aspect.section else []
    says = {"J": 'kind = "judgement", ', "M": 'kind = "yes_no", ' if full_or_zero else ""}[aspect.method]
    step = f", step = {_step(aspect.max)}" if aspect.method == "M" and not full_or_zero else ""
    text = f'  {{ id = "{aspect.id}", title = {quoted(aspect.title)}, {says}max = {canonical(aspect.max)}{step} }},'
    yield text + (f" # {_remark('; '.join(remarks))}" if remarks else "")
    for level, words in sorted(aspect.levels.items()):
        if words:
            yield f"  #   {level}: {_remark(words)}"


def _step(top: Decimal) -> str:
    exponent = top.as_tuple().exponent
    own = Decimal(1).scaleb(exponent) if isinstance(exponent, int) else top
    return canonical(next((step for step in _STEPS if top % step == 0), own))


def _remark(text: str) -> str:
    """Text that stays within one line of remarks."""
    return " ".join(printable(text).replace("\x7f", "").split())


def _form_node(part: SubCriterion, method: Method) -> str:
    """A form's sum; of judged aspects each is rounded by itself first."""
    name, several, panel = f"{part.id}-{method}", len(part.of(method)) > 1, f'panel = "{part.id}-{method}"'
    zh, en = _METHODS[method]
    titles = (f"{part.id} {zh}", f"{part.id} {en}")
    if method == "M":
        return _node(name, "sum" if several else "mark", titles, panel)
    to_hundredths = "round = { places = 2 }"
    if not several:
        return _node(name, "mean", titles, panel, to_hundredths)
    each = (f"{part.id} {zh}各评分点", f"{part.id} {en}, aspect by aspect")
    family = _node(f"{name}-aspects", "mean", each, panel, 'over = "judges"', to_hundredths)
    return family + _node(name, "sum", titles, f'of = "{name}-aspects"')


def _node(name: str, op: str, title: str | Sequence[str], *keys: str) -> str:
    said = quoted(title) if isinstance(title, str) else f"{{ zh = {quoted(title[0])}, en = {quoted(title[1])} }}"
    return "\n".join(["", f"[nodes.{name}]", f'op = "{op}"', f"title = {said}", *keys, ""])
