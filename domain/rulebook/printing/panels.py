"""Who marks what, in sentences: modules, panels, and what each aspect is entered as and worth."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from domain.rulebook import aspects
from domain.rulebook.aspects import Aspect
from domain.rulebook.panels import Module, Panel
from domain.rulebook.printing.speech import Said, Speech, exactly

_KINDS: Final[dict[str, Said]] = {
    "theory": ("理论", "theory"),
    "practical": ("实操", "practical"),
    "oral": ("口试", "oral"),
}
_ROLES: Final[dict[str, Said]] = {
    "floor_judge": ("现场裁判", "floor judge(s)"),
    "scoring_judge": ("评分裁判", "scoring judge(s)"),
    "entry_clerk": ("录入员", "entry clerk(s)"),
}
_SCORING: Final[dict[str, Said]] = {
    "process": ("过程评分", "scored while it happens"),
    "product": ("结果评分", "scored on the finished work"),
    "paper": ("试卷评分", "scored on paper"),
}
_SAID: Final[dict[str, Said]] = {
    "module": ("{title}（{kind}）{stage}{imported}{score}", "{title} ({kind}){stage}{imported}{score}"),
    "stage": ("，在“{stage}”进行", ", in “{stage}”"),
    "imported": ("，成绩由文件导入", ", its scores come from a file"),
    "score": ("，得分为“{node}”", ", its score is “{node}”"),
    "panel": ("{title}：{module}；{scoring}；{who}", "{title}: {module}; {scoring}; {who}"),
    "seats": ("{n} 名{role}（{seats}）", "{n} {role} ({seats})"),
    "attempts": ("每人 {n} 次", "{n} attempts each"),
    "agree": ("各裁判必须一致，否则{then}", "the judges must agree, or else {then}"),
    "spread": ("分差超过 {n} 时{then}", "further than {n} apart: {then}"),
    "consult": ("合议", "they consult"),
    "re-mark": ("重新评分", "they mark again"),
    "mean_of_present": ("裁判缺席时取在场者，至少 {n} 名", "an absent judge is left out, at least {n} must be there"),
    "substitute": ("裁判缺席时由替补评分", "a substitute marks for an absent judge"),
    "double": ("数据须双人录入并一致", "figures are keyed twice and must agree"),
    "once": ("填写名次，每名裁判在一组内各名次只给一次", "places, each given once within a class by every judge"),
    "same_delegation": ("不得评本队选手", "nobody marks their own delegation"),
    "declared_interest": ("申报利害关系者回避", "who has declared an interest does not sit"),
    "each-mark": ("每次评分即时公布", "shown at each mark"),
    "worth": ("{title}：{how}", "{title}: {how}"),
    "mark": ("{low}–{high} 分，步长 {step}", "{low}–{high} in steps of {step}"),
    "time": ("时间，秒，步长 {step}", "a time in seconds, in steps of {step}"),
    "measured": ("实测值{bounds}", "a measured number{bounds}"),
    "between": ("，{low} 至 {high}", ", from {low} to {high}"),
    "steps": ("，步长 {step}", ", in steps of {step}"),
    "deduction": ("扣分 0–{high}", "points lost, 0–{high}"),
    "judgement": ("评价 0–{scale}，满分 {worth}", "a level from 0 to {scale}, worth {worth} at most"),
    "yes_no": ("是得 {worth}，否得 0", "yes {worth}, no 0"),
    "voiding": ("否定项：是或否", "a voiding fault: found or not"),
    "count": ("个数 0–{of}{worth}", "how many of {of}{worth}"),
    "choice": ("分档，满分 {worth}：{choices}", "one of several levels, worth {worth} at most: {choices}"),
    "difference": (
        "目标 {target}，每差 {away} 扣 {lose}，满分 {worth}",
        "target {target}, {lose} lost for each {away} away from it, worth {worth} at most",
    ),
    "indicator": ("目标 {target}{worth}", "against the target {target}{worth}"),
    "fault_item": ("满分 {worth}，扣分制{faults}", "{worth} less the points lost{faults}"),
    "most": ("，满分 {n}", ", worth {n} at most"),
    "level": ("{title}（得 {n}）", "{title} ({n})"),
    "limit": ("，最多 {n}", ", at most {n}"),
}


def module_line(module: Module, speech: Speech) -> str:
    """One module: its kind, where its scores come from and which node is its score."""
    alone = module.id == module.name  # else its title says the stage
    stage = next((speech.title(each.title) for each in speech.rulebook.stages if alone and each.id == module.stage), "")
    has_score = module.node in speech.rulebook.nodes
    return speech.say(
        _SAID["module"],
        title=speech.title(module.title),
        kind=speech.say(_KINDS[module.kind]),
        stage=speech.say(_SAID["stage"], stage=stage) if stage else "",
        imported=speech.say(_SAID["imported"]) if module.marked_by == "import" else "",
        score=speech.say(_SAID["score"], node=speech.node(module.node)) if has_score else "",
    )


def panel_lines(panel: Panel, speech: Speech) -> Iterator[str]:
    """The panel's own line, then one for each aspect."""
    clauses = speech.joined(_clauses(panel, speech))
    module = speech.title(speech.rulebook.module(panel.module).title)
    scoring = speech.say(_SAID[panel.scoring] if panel.scoring in _SAID else _SCORING[panel.scoring])
    yield speech.say(_SAID["panel"], title=speech.panel(panel), module=module, scoring=scoring, who=clauses)
    for item in panel.items:
        how = speech.joined([aspect_words(item, speech), speech.rounding(item.round) if item.round else ""])
        yield "  " + speech.say(_SAID["worth"], title=speech.title(item.title), how=how)


def _clauses(panel: Panel, speech: Speech) -> Iterator[str]:
    role = speech.say(_ROLES[panel.role])
    yield speech.say(_SAID["seats"], n=len(panel.seats), role=role, seats=", ".join(panel.seats))
    if panel.attempts > 1:
        yield speech.say(_SAID["attempts"], n=panel.attempts)
    if panel.max_spread is not None:
        then = speech.say(_SAID[panel.on_spread])
        yield speech.say(_SAID["spread" if panel.max_spread else "agree"], n=exactly(panel.max_spread), then=then)
    if panel.absent != "wait":
        yield speech.say(_SAID[panel.absent], n=panel.quorum)
    if panel.double_entry:
        yield speech.say(_SAID["double"])
    if panel.each_place_once:
        yield speech.say(_SAID["once"])
    for reason in panel.may_not_sit:
        yield speech.say(_SAID[reason])
    if panel.release == "each-mark":
        yield speech.say(_SAID["each-mark"])


def aspect_words(item: Aspect, speech: Speech) -> str:
    """How an aspect is entered and what it is worth."""
    found = {
        word: exactly(number) for word in ("worth", "target", "lose", "step") if (number := getattr(item, word, None))
    }
    found |= {"low": exactly(item.min), "high": exactly(item.max), "worth": found.get("worth", "")}
    match item:
        case aspects.JudgementAspect():
            found["scale"] = str(item.scale)
        case aspects.CountAspect() | aspects.IndicatorAspect():
            found["of"] = str(getattr(item, "of", ""))
            found["worth"] = speech.say(_SAID["most"], n=found["worth"]) if item.worth is not None else ""
        case aspects.DifferenceAspect():
            found |= {"away": exactly(item.difference), "target": exactly(item.target), "lose": exactly(item.lose)}
        case aspects.ChoiceAspect():
            found["choices"] = ", ".join(_choice(choice, item.worth, speech) for choice in item.choices)
        case aspects.MeasuredAspect():
            found["bounds"] = _bounds(item, speech)
        case aspects.FaultItemAspect():
            found["faults"] = "".join(f"; {_fault(fault, speech)}" for fault in item.faults)
    return speech.say(_SAID[item.kind], **found)


def _choice(choice: aspects.Choice, worth: Decimal, speech: Speech) -> str:
    """A level with the points it brings."""
    lost = choice.lose if choice.lose is not None else worth * (choice.lose_percent or Decimal(0)) / 100
    points = worth - lost if choice.points is None else choice.points
    return speech.say(_SAID["level"], title=speech.title(choice.title), n=exactly(points))


def _bounds(item: aspects.MeasuredAspect, speech: Speech) -> str:
    """What the rulebook states of them; a number of any size in the finest steps needs no words."""
    usual = type(item).model_fields
    stated = [word for word in ("min", "max", "step") if getattr(item, word) != usual[word].default]
    said = ""
    if {"min", "max"} & set(stated):
        said += speech.say(_SAID["between"], low=exactly(item.min), high=exactly(item.max))
    return said + (speech.say(_SAID["steps"], step=exactly(item.step)) if "step" in stated else "")


def _fault(fault: aspects.Fault, speech: Speech) -> str:
    limit = "" if fault.limit is None else speech.say(_SAID["limit"], n=exactly(fault.limit))
    return f"{speech.title(fault.title)} {exactly(fault.points)}{limit}"
