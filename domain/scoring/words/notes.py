"""What a step says of itself: operation, line of the table reached, figures of the field, rounding, ruling."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from domain.rulebook.nodes.beside import FormulaNode, OvertimeNode, RatioNode, TableNode, VetoNode
from domain.rulebook.nodes.field import PointsForPlaceNode, RankNode
from domain.rulebook.nodes.inputs import AcrossField
from domain.rulebook.nodes.taking import BestMeanNode, BestSumNode, MajorityPlaceNode
from domain.rulebook.printing.gaps import gaps
from domain.rulebook.printing.names import FIGURES, OPERATIONS
from domain.rulebook.printing.nodes import SENTENCES
from domain.rulebook.printing.speech import Said, Speech, exactly, mode_words
from domain.scoring.numbers import Absent, NoResult, Num, negated
from domain.scoring.rounding import rounded
from domain.scoring.statuses import STATUSES
from domain.scoring.tree.trace import Step
from domain.scoring.words.findings import findings
from domain.scoring.words.inner import cuts
from domain.scoring.words.remarks import REMARKS

# operations whose name alone does not say what they do
_TOLD_IN_FULL = (
    AcrossField | FormulaNode | OvertimeNode | RatioNode | VetoNode | BestSumNode | BestMeanNode | MajorityPlaceNode
)
_STATUS_WORDS = frozenset(state.word for state in STATUSES)
_SAID: Final[dict[str, Said]] = {
    "divided": ("除以 {n}", "divided by {n}"),
    "rounded": ("由 {before} 按 {grain} {mode}", "rounded from {before} to {grain}, {mode}"),
    "cut": ("{function} 由 {before} 得 {after}", "{function} made {after} of {before}"),
    "floor": ("低于最低值 {bound}：由 {before} 提到 {bound}", "raised from {before} to the least, {bound}"),
    "cap": ("高于最高值 {bound}：由 {before} 降到 {bound}", "cut from {before} to the most, {bound}"),
    "taken": ("裁决由 {before} 扣 {n}", "{n} taken off {before} by a ruling"),
    "given": ("裁决在 {before} 上加 {n}", "{n} added to {before} by a ruling"),
    "because": ("{what}：{why}", "{what}: {why}"),
    "again": ("{what}，同上", "{what}, as above"),
    "rank": ("全场 {field} 个中 {better} 个更好", "of {field} in the field {better} better"),
    "place": (
        "全场 {field} 个中 {better} 个更好，即第 {place}",
        "of {field} in the field {better} better: place {place}",
    ),
    "equal": ("另有 {n} 个相等", "{n} more equal to it"),
    "line": ("达到表中 {start} 一行：{points}", "line from {start} of the table reached: {points}"),
    "below": ("低于表中第一行", "below the first line of the table"),
    "not-in-table": ("表中没有这个值", "not in the table"),
    "figure": ("{what} {n}", "{what} {n}"),
}


def notes(
    step: Step, speech: Speech, stated: Sequence[str] = (), ruled: Sequence[str] = (), *, again: bool = False
) -> Iterator[str]:
    """All there is to say, in the order of the computation.

    `stated` and `ruled`: where the status that set the value was stated, and the rulings that took points from it.
    `again`: what the operation does was said of another member of the family.
    """
    yield _operation(step, speech, again=again)
    yield from _reached(step, speech)
    yield from _of_the_field(step, speech)
    if step.divisor > 1 and not isinstance(step.value, NoResult):
        yield speech.say(_SAID["divided"], n=step.divisor)
    yield from findings(step, speech)
    for cut in cuts(step):
        before, after = (", ".join(map(speech.number, numbers)) for numbers in (cut.before, cut.after))
        yield speech.say(_SAID["cut"], function=cut.function, before=before, after=after)
    yield from _finished(step, speech)
    if step.taken:
        yield _because(_ruling(step, step.taken, speech), ruled, speech)
    if step.remark and step.remark != "no-result":  # that there is none, the value says
        said = speech.say(REMARKS.get(step.remark, (step.remark, step.remark)))
        yield _because(said, stated, speech) if step.remark in _STATUS_WORDS else said


def bounded(step: Step) -> Num | None:
    """The exact value after floor and cap; None where there is none."""
    if step.before is None or isinstance(step.before, NoResult | Absent):
        return None
    low, high = getattr(step.stated, "at_least", None), getattr(step.stated, "at_most", None)
    if low is not None and step.before < low:
        return low  # type: ignore[no-any-return]  # a bound of the node
    return high if high is not None and step.before > high else step.before


def _because(said: str, why: Sequence[str], speech: Speech) -> str:
    return speech.say(_SAID["because"], what=said, why=speech.joined(why)) if why else said


def _ruling(step: Step, points: Num, speech: Speech) -> str:
    """What a ruling took or gave, and from which value."""
    after = bounded(step)
    if after is not None and step.rounding is not None:
        after = rounded(after, 1, step.rounding)
    word, n = ("taken", points) if points > 0 else ("given", negated(points))
    return speech.say(_SAID[word], n=speech.number(n), before="…" if after is None else speech.number(after))


def _operation(step: Step, speech: Speech, *, again: bool) -> str:
    name = speech.say(OPERATIONS[step.op])
    if not isinstance(step.stated, _TOLD_IN_FULL):
        return name
    if again:
        return speech.say(_SAID["again"], what=name)
    known = gaps(step.stated, speech)
    if isinstance(step.stated, FormulaNode):  # its words stand beside the inputs
        known["where"] = ""
    return f"{name}{speech.say(('：', ': '))}{speech.say(SENTENCES[step.op], **known)}"


def _of_the_field(step: Step, speech: Speech) -> Iterator[str]:
    """A place in plain words; of other figures each by its name."""
    known = dict(step.details)
    if isinstance(step.stated, RankNode | PointsForPlaceNode) and "better" in known:
        better, word = known["better"], "rank" if isinstance(step.stated, RankNode) else "place"
        yield speech.say(_SAID[word], place=better + 1, field=known["field"], better=better)
        if known["equal"] > 1:
            yield speech.say(_SAID["equal"], n=known["equal"] - 1)
        return
    for word, number in step.details:
        what = speech.say(FIGURES[word]) if word in FIGURES else f"{word} ="
        yield speech.say(_SAID["figure"], what=what, n=speech.number(number))


def _reached(step: Step, speech: Speech) -> Iterator[str]:
    """The line of a table that the value reached."""
    given = step.inputs[0].value if step.inputs else None
    if not isinstance(step.stated, TableNode) or given is None or isinstance(given, NoResult | Absent):
        return
    lines = sorted(step.stated.table, key=lambda line: line.source)
    place = bisect_right([line.source for line in lines], given) - 1
    if place < 0:
        yield speech.say(_SAID["below"])
    elif step.stated.exact and lines[place].source != given:
        yield speech.say(_SAID["not-in-table"])
    else:
        line = lines[place]
        yield speech.say(_SAID["line"], start=exactly(line.source), points=exactly(line.points))


def _finished(step: Step, speech: Speech) -> Iterator[str]:
    """Floor or cap, then the rounding."""
    after = bounded(step)
    if after is None or isinstance(step.before, NoResult | Absent | None):
        return
    if after != step.before:
        word = "floor" if after > step.before else "cap"
        yield speech.say(_SAID[word], before=speech.number(step.before), bound=exactly(after))
    if step.rounding is not None and after != rounded(after, 1, step.rounding):
        grain, mode = exactly(step.rounding.grain), speech.say(mode_words(step.rounding.mode))
        yield speech.say(_SAID["rounded"], before=speech.number(after), grain=grain, mode=mode)
