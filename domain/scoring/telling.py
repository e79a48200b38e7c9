"""Tells an explanation in Chinese or English, one line a value, what it is made of below it and further in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from domain.rulebook.parts import Words
from domain.rulebook.printing.speech import Language, Speech
from domain.rulebook.rulebook import Rulebook
from domain.scoring.numbers import Absent, NoResult, Value, text
from domain.scoring.statuses import NOT_YET_MARKED
from domain.scoring.tree.trace import Input, Step
from domain.scoring.words.marks import entry, title
from domain.scoring.words.notes import notes
from domain.scoring.words.remarks import AS_ZERO, FAILED_AS_ZERO, STRUCK, TOKENS

Beside = Mapping[tuple[str, str, str], str]
_SO_FAR = ("目前", "so far")
_RULE = ("规则：{rule}", "rule: {rule}")
_TITLED_RULE = ("规则：{title}（{rule}）", "rule: {title} ({rule})")


def tell(
    step: Step,
    rulebook: Rulebook,
    language: Language,
    beside: Beside | None = None,
    rules: Mapping[str, Words] | None = None,
) -> str:
    """The whole explanation as lines of text, two spaces deeper for each level.

    `beside`: (panel, aspect, seat) -> what to write behind a mark, such as its time and position in the record.
    `rules`: page of a rule -> the title of its text.
    """
    return "\n".join(_Teller(rulebook, language, beside or {}, rules or {}).lines(step, ""))


class _Teller:
    def __init__(self, rulebook: Rulebook, language: Language, beside: Beside, rules: Mapping[str, Words]) -> None:
        self._rulebook = rulebook
        self._speech = Speech(rulebook, language)
        self._is, self._and = ("：", "；") if language == "zh" else (": ", "; ")
        self._open, self._close = ("（", "）") if language == "zh" else (" (", ")")
        self._beside = beside
        self._rules = rules

    def lines(self, step: Step, indent: str, before: str = "", after: str = "") -> Iterator[str]:
        """The step's own line, then its inputs' lines."""
        yield f"{indent}{before}{self._title(step)}{self._is}{self._value(step)}{after}"
        deeper = indent + "  "
        yield f"{deeper}[{self._and.join([*notes(step, self._speech), self._rule(step)])}]"
        for given in step.inputs:
            yield from self._input(given, step, deeper)

    def _input(self, given: Input, step: Step, indent: str) -> Iterator[str]:
        before = "" if given.weight is None else f"{self._speech.number(given.weight)} × "
        before += f"{given.word} = " if given.word and given.word != given.node else ""
        after = self._in_brackets(self._counts(given, step))
        if given.step is not None:
            yield from self.lines(given.step, indent, before, after)
            return
        aspect = self._speech.title(title(self._rulebook.panel(given.panel), given.aspect))
        entered = entry(given, self._speech)
        value = f"{entered} → {self._number(given.value)}" if entered else self._number(given.value)
        after += self._in_brackets(self._beside.get((given.panel, given.aspect, given.seat), ""))
        yield f"{indent}{given.seat} {aspect}{self._is}{value}{after}"

    def _counts(self, given: Input, step: Step) -> str:
        """Why an input did not count, or that it counted as zero."""
        if given.struck:
            return self._speech.say(STRUCK[given.struck])
        stated = step.stated
        missing = given.value is None and getattr(stated, "missing", "") == "zero"
        if isinstance(given.value, NoResult) and getattr(stated, "failed", "") == "zero":
            return self._speech.say(FAILED_AS_ZERO)
        return self._speech.say(AS_ZERO) if missing or given.unmarked else ""

    def _in_brackets(self, said: str) -> str:
        return f"{self._open}{said}{self._close}" if said else ""

    def _rule(self, step: Step) -> str:
        rule = self._rules.get(step.rule)
        if rule is None:
            return self._speech.say(_RULE, rule=step.rule)
        return self._speech.say(_TITLED_RULE, title=self._speech.title(rule), rule=step.rule)

    def _value(self, step: Step) -> str:
        if step.value is None:
            return "…"
        number = self._number(step.value)
        return number if step.complete else f"{self._speech.say(_SO_FAR)} {number}"

    def _number(self, value: Value | Absent) -> str:
        if value is None:
            return self._speech.say((NOT_YET_MARKED.zh, NOT_YET_MARKED.en))
        if isinstance(value, NoResult | Absent):
            return self._speech.say(TOKENS.get(text(value), (text(value), text(value))))
        return self._speech.number(value)

    def _title(self, step: Step) -> str:
        name = self._speech.title(self._rulebook.nodes[step.node].title)
        return f"{name} · {self._member(step)}" if step.key else name

    def _member(self, step: Step) -> str:
        """The aspect's title, or the member's name: seat, attempt."""
        for given in step.inputs:
            if given.aspect == step.key:
                return self._speech.title(title(self._rulebook.panel(given.panel), given.aspect))
        return step.key
