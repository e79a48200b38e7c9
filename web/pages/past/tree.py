"""An explanation with the titles of its nodes, panels and aspects beside their ids, and all a page says."""

from __future__ import annotations

from typing import Any

from domain.rulebook.parts import Words
from domain.rulebook.printing.speech import Language, Said
from domain.rulebook.rulebook import Rulebook
from domain.scoring.beside import Beside
from domain.scoring.numbers import Absent, NoResult, Value, text
from domain.scoring.tree.trace import Input, Step
from domain.scoring.words.findings import counts_as
from domain.scoring.words.labels import Labelled, label, member
from domain.scoring.words.marks import entry, title
from domain.scoring.words.notes import notes
from domain.scoring.words.remarks import STRUCK, TOKENS
from projections.rows.view import Plain

_ABOVE: Said = ("组成见上", "what it is made of stands above")


def titled(told: Any, step: Step, rulebook: Rulebook, language: Language, beside: Beside) -> Plain:  # noqa: ANN401 - plain maps
    """What was told of the step, as deep as the rulebook's tree; it and those under it also have what a page prints.

    `title` and `member` (of a family, else None) are maps of zh and en, so are `title` and `panel_title` of marks.
    `how` is the operation, `notes` what else there is to say, `shown` the value; inputs have `why_not` they counted,
    `counts` what stands in for one that is missing and, where it is not the points, `entry`. A step that was told
    already has no inputs.
    """
    return _Titled(rulebook, language, beside).step(told, step)


class _Titled:
    def __init__(self, rulebook: Rulebook, language: Language, beside: Beside) -> None:
        self._speech = Labelled(rulebook, language)
        self._rulebook = rulebook
        self._beside = beside
        self._told: set[tuple[str, str]] = set()

    def step(self, told: Any, step: Step) -> Plain:  # noqa: ANN401 - as above
        again = (step.node, step.key) in self._told and bool(step.inputs)
        self._told.add((step.node, step.key))
        pairs = () if again else zip(told["inputs"], step.inputs, strict=True)
        how, *rest = notes(step, self._speech, self._beside.statements(step, self._rulebook), self._beside.ruled)
        if again:
            rest = [self._speech.say(_ABOVE)]
        which = member(step, self._rulebook, self._beside.judges)
        said: Plain = {"how": how, "notes": rest, "shown": self._shown(step.value)}
        said |= {"title": _plain(label(self._rulebook, step.node)), "member": which and _plain(which)}
        return {**told, **said, "inputs": [self._input(each, given, step) for each, given in pairs]}

    def _input(self, told: Any, given: Input, step: Step) -> Plain:  # noqa: ANN401 - as above
        said: Plain = {
            "why_not": self._speech.say(STRUCK[given.struck]) if given.struck else "",
            "counts": counts_as(given, step, self._speech),
            "shown": self._shown(given.value),
        }
        if given.step is not None:
            return {**told, **said, "step": self.step(told["step"], given.step)}
        panel = self._rulebook.panel(given.panel)
        titles = {"panel_title": _plain(panel.title), "title": _plain(title(panel, given.aspect))}
        return {**told, **said, **titles, "entry": entry(given, self._speech)}

    def _shown(self, value: Value | Absent) -> str:
        """The number, with what it comes to nearly where it has no end; no result in words; empty for none."""
        if value is None:
            return ""
        if isinstance(value, NoResult | Absent):
            return self._speech.say(TOKENS.get(text(value), (text(value), text(value))))
        return self._speech.number(value)


def _plain(words: Words) -> Plain:
    return {"zh": words.zh, "en": words.en}
