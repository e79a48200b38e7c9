"""Tells an explanation in Chinese or English, one line a value, what it is made of below it and further in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from domain.rulebook.parts import Words
from domain.rulebook.rulebook import Rulebook
from domain.scoring.numbers import text
from domain.scoring.statuses import NOT_YET_MARKED, STATUSES
from domain.scoring.tree.trace import Input, Step

Language = Literal["zh", "en"]

_OPERATIONS = {
    "mark": ("评分", "mark"),
    "sum": ("相加", "sum"),
    "mean": ("平均", "mean"),
    "trimmed_mean": ("去掉最高最低后平均", "mean without highest and lowest"),
    "agreement": ("一致认定", "agreed value"),
    "weighted_sum": ("加权相加", "weighted sum"),
}
_MODES = {
    "half_up": ("四舍五入", "half up"),
    "half_even": ("四舍六入五成双", "half to even"),
    "down": ("舍去", "towards zero"),
    "up": ("进一", "away from zero"),
}
_STRUCK = {"highest": ("去掉：最高", "struck out: highest"), "lowest": ("去掉：最低", "struck out: lowest")}
_SAID = {
    "rounded": ("由 {before} 按 {grain} {mode}", "rounded from {before} to {grain}, {mode}"),
    "so-far": ("目前", "so far"),
    "disagree": ("意见不一致", "they disagree"),
    "divided": ("除以 {divisor}", "divided by {divisor}"),
    "rule": ("规则：{rule}", "rule: {rule}"),
}
_ENGLISH = (": ", "; ", " (", ")")
_STATUS_WORDS = {state.word: (state.zh, state.en) for state in STATUSES}


def tell(
    step: Step, rulebook: Rulebook, language: Language, beside: Mapping[tuple[str, str, str], str] | None = None
) -> str:
    """The whole explanation as lines of text, two spaces deeper for each level.

    `beside`: (panel, aspect, seat) -> what to write behind a mark, such as its time and position in the record.
    """
    return "\n".join(_Teller(rulebook, language, beside or {}).lines(step, ""))


class _Teller:
    def __init__(self, rulebook: Rulebook, language: Language, beside: Mapping[tuple[str, str, str], str]) -> None:
        self._rulebook = rulebook
        self._side = 0 if language == "zh" else 1
        self._is, self._and, self._open, self._close = ("：", "；", "（", "）") if language == "zh" else _ENGLISH
        self._beside = beside

    def lines(self, step: Step, indent: str, before: str = "", after: str = "") -> Iterator[str]:
        """The step's own line, then its inputs' lines."""
        yield f"{indent}{before}{self._title(step)}{self._is}{self._value(step)}{after}"
        notes = [_OPERATIONS[step.op][self._side], *self._notes(step)]
        deeper = indent + "  "
        yield f"{deeper}[{self._and.join(notes)}]"
        for given in step.inputs:
            yield from self._input(given, deeper)

    def _input(self, given: Input, indent: str) -> Iterator[str]:
        before = "" if given.weight is None else f"{text(given.weight)} × "
        after = f"{self._open}{_STRUCK[given.struck][self._side]}{self._close}" if given.struck else ""
        if given.step is not None:
            yield from self.lines(given.step, indent, before, after)
            return
        aspect = self._rulebook.panel(given.panel).aspect(given.aspect)
        value = (NOT_YET_MARKED.zh, NOT_YET_MARKED.en)[self._side] if given.value is None else text(given.value)
        beside = self._beside.get((given.panel, given.aspect, given.seat), "")
        after += f"{self._open}{beside}{self._close}" if beside else ""
        yield f"{indent}{given.seat} {self._in(aspect.title)}{self._is}{value}{after}"

    def _notes(self, step: Step) -> Iterator[str]:
        if step.divisor > 1:
            yield self._say("divided", divisor=step.divisor)
        if step.rounding is not None and step.before is not None:
            grain, mode = text(step.rounding.grain), _MODES[step.rounding.mode][self._side]
            yield self._say("rounded", before=text(step.before), grain=grain, mode=mode)
        if step.remark == "disagree":
            yield self._say("disagree")
        elif step.remark:
            yield _STATUS_WORDS[step.remark][self._side]
        yield self._say("rule", rule=step.rule)

    def _value(self, step: Step) -> str:
        if step.value is None:
            return "…"
        return text(step.value) if step.complete else f"{self._say('so-far')} {text(step.value)}"

    def _title(self, step: Step) -> str:
        title = self._in(self._rulebook.nodes[step.node].title)
        return f"{title} · {self._member(step)}" if step.key else title

    def _member(self, step: Step) -> str:
        """The aspect's title, or the seat."""
        for given in step.inputs:
            if given.aspect == step.key:
                return self._in(self._rulebook.panel(given.panel).aspect(given.aspect).title)
        return step.key

    def _in(self, words: Words) -> str:
        return (words.zh, words.en)[self._side]

    def _say(self, what: str, **gaps: object) -> str:
        return _SAID[what][self._side].format(**gaps)
