"""Tells an explanation in Chinese or English, one line a value, what it is made of below it and further in.

A value that several others are made of is told once; where a telling would be long, it stops at the depth that fits.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from domain.rulebook.printing.speech import Language
from domain.rulebook.rulebook import Rulebook
from domain.scoring.beside import NOTHING_BESIDE, Beside
from domain.scoring.numbers import ABSENT, Absent, NoResult, Value, text
from domain.scoring.statuses import NOT_YET_MARKED
from domain.scoring.tree.trace import Input, Step
from domain.scoring.words.alike import alike, struck
from domain.scoring.words.bracket import broken
from domain.scoring.words.findings import counts_as
from domain.scoring.words.labels import Labelled, label, member, seat
from domain.scoring.words.marks import entry, title
from domain.scoring.words.notes import notes
from domain.scoring.words.remarks import REMARKS, STRUCK, TOKENS

_SO_FAR = ("（尚不完整，已有部分为 {n}）", " (not complete, so far {n})")
_RULE = ("规则：{rule}", "rule: {rule}")
_ABOVE = ("见上", "see above")
MORE = "▸"  # behind a value that is made of more than is told
_ENOUGH = 99  # deeper than any tree


def tell(
    step: Step, rulebook: Rulebook, language: Language, beside: Beside = NOTHING_BESIDE, *, most: int | None = None
) -> str:
    """The explanation as lines of text, two spaces deeper for each level.

    `most`: lines it should fit in; deeper values are then left out, and behind what is made of them stands ▸ with
    what to ask for.
    """
    return "\n".join(tell_all([step], rulebook, language, beside, most=most))


def tell_all(
    steps: Sequence[Step],
    rulebook: Rulebook,
    language: Language,
    beside: Beside = NOTHING_BESIDE,
    *,
    most: int | None = None,
) -> list[str]:
    """As `tell`, for several values; what they have in common is told once."""
    found: list[str] = []
    for depth in range(1, _ENOUGH) if most is not None else (_ENOUGH,):
        teller = _Teller(rulebook, language, beside, depth)
        deeper = [line for step in steps for line in teller.lines(step, "")]
        if found and (deeper == found or len(deeper) > (most or 0)):
            break
        found = deeper
    return found


class _Teller:
    def __init__(self, rulebook: Rulebook, language: Language, beside: Beside, depth: int) -> None:
        self._rulebook = rulebook
        self._speech = Labelled(rulebook, language)
        self._is, self._and = ("：", "；") if language == "zh" else (": ", "; ")
        self._open, self._close = ("（", "）") if language == "zh" else (" (", ")")
        self._comma = "，" if language == "zh" else ", "
        self._beside = beside
        self._depth = depth
        self._told: set[tuple[str, str]] = set()

    def lines(self, step: Step, indent: str, before: str = "", after: str = "") -> Iterator[str]:
        """The step's own line, then its inputs' lines."""
        head = f"{indent}{before}{self._title(step)}{self._is}"
        if _is_a_mark(step):
            yield f"{head}{self._mark(step.inputs[0])}{after}"
            return
        deep, again = len(indent) // 2 >= self._depth, (step.node, step.key) in self._told
        if step.inputs and (deep or again):
            more = f" {MORE} {_path(step)}" if deep and not again else self._in_brackets(self._speech.say(_ABOVE))
            yield f"{head}{self._value(step)}{after}{more}"
            return
        yield f"{head}{self._value(step)}{after}"
        yield from self._bracket(step, indent + "  ")
        self._told.add((step.node, step.key))
        for same in alike(step):
            yield from self._input(same[0], step, indent + "  ") if len(same) == 1 else self._same(same, indent + "  ")

    def _input(self, given: Input, step: Step, indent: str) -> Iterator[str]:
        before = "" if given.weight is None else f"{self._speech.number(given.weight)} × "
        before += f"{given.word} = " if given.word and given.word != self._name(given.node) else ""
        counts = counts_as(given, step, self._speech)
        if given.unmarked and counts:
            counts = self._and.join([counts, *self._stated(given)])
        why = struck(given, step, self._rulebook)
        said = [counts if given.value is None or not why else "", self._speech.say(STRUCK[why]) if why else ""]
        after = self._in_brackets(self._and.join(filter(None, said)))
        if given.step is None:
            whose = f"{self._seat(given)} {self._aspect(given)}".lstrip()
            where = self._in_brackets(self._where(given))
            yield f"{indent}{whose}{self._is}{self._figure(given)}{after}{where}"
        elif given.value is None and counts and not any(each.value is not None for each in given.step.inputs):
            yield f"{indent}{before}{self._title(given.step)}{self._is}{counts}"
        else:
            yield from self.lines(given.step, indent, before, after)

    def _same(self, same: Sequence[Input], indent: str) -> Iterator[str]:
        """One line for all of them: the judges who were absent, or what stands in place of all marks."""
        first = same[0]
        if first.struck != "absent":
            stated = self._beside.of_module(self._rulebook.panel(first.panel).module)
            where = dict.fromkeys([*map(self._where, same), *(where for _, where in stated)])
            why = self._in_brackets(self._and.join(filter(None, where)))
            yield f"{indent}{self._aspect(first)}{self._is}{self._figure(first)}{why}"
            return
        if first.step is None:
            what = f"{self._speech.listed(map(self._seat, same))} {self._aspect(first)}"
        else:
            steps = (given.step for given in same if given.step is not None)
            what = f"{self._name(first.node)} · {self._speech.listed(map(self._member, steps))}"
        yield f"{indent}{what}{self._is}{self._number(ABSENT)}{self._in_brackets(self._speech.say(STRUCK['ignored']))}"

    def _stated(self, given: Input) -> Iterator[str]:
        """The status by which what was not marked counts, with where it was stated."""
        for status, where in self._beside.of_module(self._rulebook.panel(given.panel).module):
            yield f"{self._speech.say(REMARKS[status])}{self._is}{where}"

    def _mark(self, given: Input) -> str:
        """A single mark with whose it is."""
        who = [self._seat(given), self._where(given)]
        return self._figure(given) + self._in_brackets(self._comma.join(filter(None, who)))

    def _figure(self, given: Input) -> str:
        if given.struck == "absent":
            return self._number(ABSENT)
        entered = entry(given, self._speech)
        return f"{entered} → {self._number(given.value)}" if entered else self._number(given.value)

    def _where(self, given: Input) -> str:
        return self._beside.marks.get((given.panel, given.aspect, given.seat), "")

    def _seat(self, given: Input) -> str:
        return seat(given, self._rulebook, self._beside.judges)

    def _aspect(self, given: Input) -> str:
        return self._speech.title(title(self._rulebook.panel(given.panel), given.aspect))

    def _bracket(self, step: Step, indent: str) -> Iterator[str]:
        """How the value came about, in lines nobody has to scroll; what was said of another member only once."""
        again = any(node == step.node for node, _ in self._told)
        stated = self._beside.statements(step, self._rulebook)
        said = notes(step, self._speech, stated, self._beside.ruled, again=again)
        yield from broken([*said, *self._rule(step)], self._and, indent)

    def _in_brackets(self, said: str) -> str:
        return f"{self._open}{said}{self._close}" if said else ""

    def _rule(self, step: Step) -> Iterator[str]:
        """By its title; without one by the name of its page."""
        rule = self._beside.rules.get(step.rule)
        yield self._speech.say(_RULE, rule=step.rule if rule is None else self._speech.title(rule))

    def _value(self, step: Step) -> str:
        if step.value is None:
            return "…"
        number = self._number(step.value)
        return number if step.complete else "…" + self._speech.say(_SO_FAR, n=number)

    def _number(self, value: Value | Absent) -> str:
        if value is None:
            return self._speech.say((NOT_YET_MARKED.zh, NOT_YET_MARKED.en))
        if isinstance(value, NoResult | Absent):
            return self._speech.say(TOKENS.get(text(value), (text(value), text(value))))
        return self._speech.number(value)

    def _title(self, step: Step) -> str:
        which = self._member(step)
        return f"{self._name(step.node)} · {which}" if which else self._name(step.node)

    def _name(self, node: str) -> str:
        return self._speech.title(label(self._rulebook, node))

    def _member(self, step: Step) -> str:
        which = member(step, self._rulebook, self._beside.judges)
        return "" if which is None else self._speech.title(which)


def _path(step: Step) -> str:
    """What one asks for to be told of it."""
    return f"{step.node}/{step.key}" if step.key else step.node


def _is_a_mark(step: Step) -> bool:
    """Whether the value is one judge's mark as it was given, so that one line tells all of it."""
    if step.op not in {"mark", "marks"} or len(step.inputs) != 1 or step.taken or step.remark:
        return False
    (given,) = step.inputs
    if given.step is not None or given.unmarked:
        return False
    return given.struck == "absent" or (given.value == step.value and not given.struck)
