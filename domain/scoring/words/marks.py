"""What a judge entered and the points it became, in a few words: `2 of 0–3 → 1`."""

from __future__ import annotations

from decimal import Decimal

from domain.rulebook import aspects
from domain.rulebook.aspects import Aspect, FaultAspect, FaultItemAspect
from domain.rulebook.panels import Panel
from domain.rulebook.parts import Words
from domain.rulebook.printing.speech import Said, Speech, exactly
from domain.scoring.tree.trace import Input

_OF: Said = ("{n}（{low}–{high}）", "{n} of {low}–{high}")
_COUNT: Said = ("{of} 中的 {n}", "{n} of {of}")
_CHOICE: Said = ("第 {n} 档 {title}", "level {n} {title}")
_TARGET: Said = ("{n}（目标 {target}）", "{n}, target {target}")
_LOST: Said = ("扣 {n}", "{n} lost")
_NO_FAULT: Said = ("无缺陷", "no fault found")
_YES_NO: tuple[Said, Said] = (("否", "no"), ("是", "yes"))


def entry(given: Input, speech: Speech) -> str:
    """What was entered, as people read it; empty where the entry is the points or there is none."""
    if isinstance(given.item, FaultItemAspect) and given.item.faults:
        if given.value is None or given.unmarked:
            return ""
        lost = [f"{_fault(name, given.item, speech)} {exactly(points)}" for name, points in given.faults]
        return speech.say(_LOST, n=", ".join(lost)) if lost else speech.say(_NO_FAULT)
    if given.item is None or given.entered is None:
        return ""
    return _entered(given.item, given.entered, speech)


def _entered(item: Aspect, entered: Decimal, speech: Speech) -> str:  # noqa: PLR0911 - one answer a kind of aspect
    n = exactly(entered)
    match item:
        case aspects.JudgementAspect():
            return speech.say(_OF, n=n, low=0, high=item.scale)
        case aspects.YesNoAspect() | aspects.VoidingAspect():
            return speech.say(_YES_NO[bool(entered)])
        case aspects.CountAspect():
            return speech.say(_COUNT, n=n, of=item.of)
        case aspects.ChoiceAspect():
            return speech.say(_CHOICE, n=n, title=speech.title(item.choices[int(entered) - 1].title))
        case aspects.DifferenceAspect() | aspects.IndicatorAspect():
            return speech.say(_TARGET, n=n, target=exactly(item.target))
        case aspects.DeductionAspect() | aspects.FaultAspect() | aspects.FaultItemAspect():
            return speech.say(_LOST, n=n)
    return n


def _fault(name: str, item: FaultItemAspect, speech: Speech) -> str:
    """The fault's title; an entered aspect is called by item and fault, with the attempt before them."""
    return next(speech.title(fault.title) for fault in item.faults if name.endswith(f"{item.id}.{fault.id}"))


def title(panel: Panel, aspect_id: str) -> Words:
    """The title of what a mark is for: of a fault that of its item, with the attempt where there are several."""
    aspect = panel.aspect(aspect_id)
    if not isinstance(aspect, FaultAspect):
        return aspect.title
    item = next(item for item in panel.items if item.id == aspect.item)
    attempt, _, rest = aspect_id.partition(".")
    if panel.attempts > 1 and rest:
        return Words(zh=f"第 {attempt} 次 · {item.title.zh}", en=f"Attempt {attempt} · {item.title.en}")
    return item.title
