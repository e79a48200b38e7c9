"""An explanation with the titles of its nodes, panels and aspects beside their ids, and all a page says."""

from __future__ import annotations

from typing import Any

from domain.rulebook.parts import Words
from domain.rulebook.printing.speech import Language, Speech
from domain.rulebook.rulebook import Rulebook
from domain.scoring.numbers import Absent, NoResult, Value, text
from domain.scoring.tree.trace import Input, Step
from domain.scoring.words.marks import entry, title
from domain.scoring.words.notes import notes
from domain.scoring.words.remarks import STRUCK, TOKENS
from projections.rows.view import Plain


def titled(told: Any, step: Step, rulebook: Rulebook, language: Language) -> Plain:  # noqa: ANN401 - plain maps
    """What was told of the step, as deep as the rulebook's tree; it and those under it also have what a page prints.

    `title` and `member` (of a family, else None) are maps of zh and en, so are `title` and `panel_title` of marks.
    `how` is the operation, `notes` what else there is to say, `shown` the value; inputs have `why_not` they counted
    and, where it is not the points, `entry`.
    """
    return _step(told, step, Speech(rulebook, language))


def _step(told: Any, step: Step, speech: Speech) -> Plain:  # noqa: ANN401 - as above
    pairs = zip(told["inputs"], step.inputs, strict=True)
    inputs = [_input(each, given, speech) for each, given in pairs]
    of_mark = next((given["title"] for given in inputs if given.get("aspect") == step.key), None)
    member = (of_mark or {"zh": step.key, "en": step.key}) if step.key else None
    how, *rest = notes(step, speech)
    said: Plain = {"how": how, "notes": rest, "shown": _shown(step.value, speech), "member": member}
    return {**told, **said, "title": _plain(speech.rulebook.nodes[step.node].title), "inputs": inputs}


def _input(told: Any, given: Input, speech: Speech) -> Plain:  # noqa: ANN401 - as above
    said = {"why_not": speech.say(STRUCK[given.struck]) if given.struck else "", "shown": _shown(given.value, speech)}
    if given.step is not None:
        return {**told, **said, "step": _step(told["step"], given.step, speech)}
    panel = speech.rulebook.panel(given.panel)
    titles = {"panel_title": _plain(panel.title), "title": _plain(title(panel, given.aspect))}
    return {**told, **said, **titles, "entry": entry(given, speech)}


def _shown(value: Value | Absent, speech: Speech) -> str:
    """The number, with what it comes to nearly where it has no end; what has no result in words; empty for none."""
    if value is None:
        return ""
    if isinstance(value, NoResult | Absent):
        return speech.say(TOKENS.get(text(value), (text(value), text(value))))
    return speech.number(value)


def _plain(words: Words) -> Plain:
    return {"zh": words.zh, "en": words.en}
