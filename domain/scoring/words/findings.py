"""Why a step has no value, or one its inputs alone do not show: failures, judges missing, what stands in."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from domain.rulebook.formula.syntax import Call, Name, Number, Tree, parts
from domain.rulebook.nodes.beside import FormulaNode, VetoNode
from domain.rulebook.printing.speech import Said, Speech, exactly
from domain.scoring.numbers import NoResult
from domain.scoring.tree.trace import Input, Step
from domain.scoring.words.labels import label

_SAID: Final[dict[str, Said]] = {
    "failures": ("{of} 个中有 {n} 个无成绩，因此无成绩", "{n} of {of} without a result, therefore no result"),
    "all-failed": ("{of} 个全部无成绩", "not one of {of} brought a result"),
    "vetoed": ("“{what}”大于零", "“{what}” is above zero"),
    "quorum": ("已有 {n} 名裁判的评分，至少须有 {least} 名", "marked by {n}, needed are at least {least} judges"),
}
_STANDS_IN: Final[Said] = ("未评，按 {n} 计", "not marked, taken as {n}")
AS_ZERO: Final[Said] = ("未评，计零", "not marked, counts zero")
_FAILED_AS_ZERO: Final[Said] = ("无成绩，计零", "no result, counts zero")
_AS_FAILED: Final[Said] = (
    '未评，按规则算作无成绩（missing = "no_result"）',
    'not marked, by the rule an attempt without a result (missing = "no_result")',
)


def findings(step: Step, speech: Speech) -> Iterator[str]:
    """Each in a few words; nothing where the inputs speak for themselves."""
    if isinstance(step.stated, VetoNode):
        for given in step.inputs[1:]:
            if isinstance(given.value, Decimal | Fraction) and given.value > 0:
                yield speech.say(_SAID["vetoed"], what=speech.title(label(speech.rulebook, given.node)))
    elif isinstance(step.value, NoResult):
        failed, of = sum(_failed(given, step) for given in step.inputs), len(step.inputs)
        if of > 1 and failed:
            yield speech.say(_SAID["all-failed" if failed == of else "failures"], n=failed, of=of)
    elif not step.complete:
        yield from _quorum(step, speech)


def counts_as(given: Input, step: Step, speech: Speech) -> str:
    """What stands in for an input without a value, and by what rule; empty where nothing does."""
    stated = step.stated
    if isinstance(given.value, NoResult):
        return speech.say(_FAILED_AS_ZERO) if getattr(stated, "failed", "") == "zero" else ""
    if given.value is not None:
        return speech.say(AS_ZERO) if given.unmarked else ""
    if isinstance(stated, FormulaNode):
        found = stands_in(stated.tree.tree).get(given.word)
        return "" if found is None else speech.say(_STANDS_IN, n=exactly(found))
    if getattr(stated, "missing", "") == "no_result" and step.complete:
        return speech.say(_AS_FAILED)
    as_zero = given.unmarked or getattr(stated, "missing", "") == "zero"
    return speech.say(AS_ZERO) if as_zero else ""


def stands_in(tree: Tree) -> dict[str, Decimal]:
    """Word -> the number that `number(word, …)` has stand in for it; of several the first."""
    found: dict[str, Decimal] = {}
    match tree:
        case Call("number", (Name(word), Number(instead))):
            found[word] = instead
    for part in parts(tree):
        found = stands_in(part) | found
    return found


def _failed(given: Input, step: Step) -> bool:
    if given.value is None and given.struck != "absent":
        return getattr(step.stated, "missing", "") == "no_result"
    return isinstance(given.value, NoResult)


def _quorum(step: Step, speech: Speech) -> Iterator[str]:
    """Judges who have marked, where the panel goes on without absent ones as long as enough are there."""
    named = {given.panel for given in step.inputs if given.step is None}
    if len(named) != 1 or len({given.aspect for given in step.inputs}) != 1:
        return
    panel: Any = speech.rulebook.panel(next(iter(named)))
    present = sum(given.value is not None for given in step.inputs)
    if panel.absent == "mean_of_present" and present < panel.quorum:
        yield speech.say(_SAID["quorum"], n=present, least=panel.quorum)
