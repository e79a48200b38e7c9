"""Why one entry has its place, its prizes and its figures, with the line each mark and ruling stands in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from biwu.faults import Unusable
from biwu.scoring.events import Record
from biwu.scoring.reading.entries import spelled
from biwu.scoring.reading.faults import suggestion
from biwu.scoring.result import Result
from biwu.scoring.told import beside, judges, marks_lines, ruled, stated
from domain.rulebook.printing.speech import Language
from domain.rulebook.rulebook import Rulebook
from domain.rulebook.shape.under import nodes_under
from domain.scoring.beside import Beside
from domain.scoring.explanation import as_map
from domain.scoring.result import settled
from domain.scoring.scheme import scheme
from domain.scoring.telling import MORE, tell_all
from domain.scoring.tree.trace import Step, Trace
from domain.scoring.why.entry import Why, plain, why
from domain.scoring.why.telling import PARTS, tell_why
from projections.folds.marks import Marks
from projections.rows.outcome import known, outcome
from web.pages.past.texts import rule_titles

SCREENS = 80  # lines: two screens, of which the tree may take what the result leaves
_LEAST = 40
_ENDLESS = 1_000_000
_SHORT = 20  # what a tie rests on, where the place alone is asked for
# what one may ask for by the heading of the result, too
_ASKED = {**{part: part for part in PARTS}, "rank": "place", "award": "awards", "teams": "awards"}
_NODES = "nodes."  # before the name of a node that is called like one of these
_RULES: Mapping[Language, str] = {
    "zh": "规则：{title}（{edition}）；来源：{source}",
    "en": "rules: {title} ({edition}); source: {source}",
}
_COMPARED: Mapping[Language, str] = {
    "zh": "“{node}”的由来见 --explain {entry}/{node}",
    "en": "how “{node}” came about: --explain {entry}/{node}",
}
_DEEPER: Mapping[Language, str] = {
    "zh": MORE + " 后为节点名，其明细见 --explain {entry}/节点名；加 --full 列出全部",
    "en": MORE + " and a node's name: --explain {entry}/NODE tells what it is made of, --full tells everything",
}


@dataclass(frozen=True, slots=True)
class Explained:
    """What was asked for: `parts` of the result, `steps` of the tree, and `compared`: of ties that are not in it."""

    code: str
    entry: str
    why: Why
    parts: Sequence[str]
    steps: Sequence[Step]
    compared: Sequence[Step] = ()


def explained(result: Result, asked: str) -> Explained:
    """ENTRY, ENTRY/place, /awards, /honours, ENTRY/NODE or ENTRY/NODE/MEMBER; all members if none is named.

    Raises: Unusable for an entry, node or member that is not there.
    """
    marks = result.marks
    code, rest = _found(marks, asked)
    trace = Trace()
    scored = scheme(marks.rulebook).evaluate_all(result.field, {code: trace}, families=True)
    told = why(marks.rulebook, outcome(marks, {each: settled(one) for each, one in scored.items()}), known(marks), code)
    parts = PARTS if not rest else tuple(part for word, part in _ASKED.items() if word == rest)
    steps = [] if rest and parts else _steps(marks.rulebook, trace, rest or told.node)
    compared = _compared(marks.rulebook, trace, told, steps) if "place" in parts else []
    return Explained(code, marks.codes.entry_of[code], told, parts, steps, compared)


def in_words(result: Result, record: Record, found: Explained, language: Language, *, full: bool = False) -> str:
    """As lines of text; unless `full` no deeper than fits two screens."""
    return "\n".join(_lines(result, record, found, language, full=full))


def as_maps(result: Result, record: Record, found: Explained) -> dict[str, Any]:
    """For JSON. An input that is a mark has its `line`, None where no line says it, and its `judge`."""
    marks = result.marks
    lines, names = marks_lines(marks, record, found.code), judges(record.files, found.entry)
    told = _named(plain(found.why), marks.codes.entry_of)
    result_keys = {"place": ("place", "stages"), "awards": ("prizes", "teams"), "honours": ("honours",)}
    return {
        "entry": found.entry,
        **{key: told[key] for part in found.parts for key in result_keys[part]},
        "statuses": [plain(each) for each in stated(record.files, found.entry)],
        "rulings": [plain(each) for each in ruled(record.files, found.entry)],
        "steps": [_placed(as_map(step, rule_titles()), lines, names) for step in found.steps],
    }


def _lines(result: Result, record: Record, found: Explained, language: Language, *, full: bool) -> Iterator[str]:
    marks, rulebook = result.marks, result.marks.rulebook
    beside_it = beside(marks, record, found.code, language)
    told: list[str] = []
    if found.parts:
        en = language == "en"
        source, title = (words.en if en else words.zh for words in (rulebook.source, rulebook.title))
        told.append(_RULES[language].format(title=title, edition=rulebook.edition, source=source))
        names = marks.codes.entry_of
        told += tell_why(
            found.why, rulebook, language, lambda code: names.get(code, code), found.parts, beside=beside_it
        ).splitlines()
    most = _ENDLESS if full else max(SCREENS - len(told), _LEAST)
    tree = _tree(found, rulebook, language, beside_it, most)
    yield from told
    yield from [""] if told and tree else []
    yield from tree
    if any(f" {MORE} " in line for line in tree):
        yield _DEEPER[language].format(entry=found.entry)


def _tree(found: Explained, rulebook: Rulebook, language: Language, beside_it: Beside, most: int) -> list[str]:
    """The steps asked for, and those of a tie where they fit in too; else what to ask for."""
    everything = [*found.steps, *found.compared]
    whole = tell_all(everything, rulebook, language, beside_it)
    if len(whole) <= (most if found.steps or most == _ENDLESS else _SHORT):
        return whole
    tree = tell_all(found.steps, rulebook, language, beside_it, most=most)
    nodes = dict.fromkeys(step.node for step in found.compared)
    return tree + [_COMPARED[language].format(node=node, entry=found.entry) for node in nodes]


def _compared(rulebook: Rulebook, trace: Trace, told: Why, steps: Sequence[Step]) -> list[Step]:
    """Of the nodes that parted the entry from its neighbours those that are not told with the steps."""
    stood = (told.place, *told.stages)
    ties = (each for one in stood for each in (one.ahead, one.behind) if each is not None and each.by == "tie")
    found: list[Step] = []
    for node in dict.fromkeys(tie.node for tie in ties if tie.node):
        if not any(node in nodes_under(step.node, rulebook.nodes) for step in (*steps, *found)):
            found += trace.of(node).values()
    return found


def _steps(rulebook: Rulebook, trace: Trace, asked: str) -> list[Step]:
    """A node's steps; one that stands once for each stage may be asked for without its stage."""
    node, _, key = asked.removeprefix(_NODES).partition("/")
    named = [node, *(f"{stage.id}.{node}" for stage in rulebook.stages)]
    nodes = [name for name in named if name in rulebook.nodes]
    if not nodes:
        _missing(f"没有节点 {node}", f"there is no node {node}", suggestion(node, [*rulebook.nodes, *_ASKED]))
    found = [step for name in nodes for step in trace.of(name).values()]
    members = [step for step in found if step.key == key] if key else found
    if not members:
        known_keys = ", ".join(dict.fromkeys(step.key for step in found if step.key))
        if not known_keys:
            raise Unusable(f"{node} 只是一个数，没有成员 {key}", f"{node} is one number: it has no member {key}")
        raise Unusable(
            f"{node} 没有成员 {key}（有：{known_keys}）", f"{node} has no member {key} (it has: {known_keys})"
        )
    return members


def _found(marks: Marks, asked: str) -> tuple[str, str]:
    """An entry's id may hold a slash itself: the longest id that fits is meant."""
    code_of = {entry: code for code, entry in marks.codes.entry_of.items()}
    parts = spelled(asked).split("/")
    for end in range(len(parts), 0, -1):
        entry = "/".join(parts[:end])
        if entry in code_of:
            return code_of[entry], "/".join(parts[end:])
    _missing(f"没有参赛者 {parts[0]}", f"there is no entry {parts[0]}", suggestion(parts[0], code_of))
    raise AssertionError  # the line above has raised


def _missing(zh: str, en: str, close: tuple[str, str]) -> None:
    raise Unusable(f"{zh}。{close[0]}" if close[0] else zh, f"{en}. {close[1]}" if close[1] else en)


def _named(told: Any, names: Mapping[str, str]) -> Any:  # noqa: ANN401 - plain values
    """With entries' ids instead of codes."""
    match told:
        case dict():
            return {
                word: _id(each, names)
                if word in {"entry", "other", "out", "key", "sharing", "counted"}
                else _named(each, names)
                for word, each in told.items()
            }
        case list():
            return [_named(each, names) for each in told]
    return told


def _id(told: Any, names: Mapping[str, str]) -> Any:  # noqa: ANN401 - a code or several
    return [names.get(each, each) for each in told] if isinstance(told, list) else names.get(told, told)


def _placed(step: Any, lines: Mapping[Any, int], names: Mapping[Any, str]) -> dict[str, Any]:  # noqa: ANN401
    return {**step, "inputs": [_placed_input(given, lines, names) for given in step["inputs"]]}


def _placed_input(given: Any, lines: Mapping[Any, int], names: Mapping[Any, str]) -> dict[str, Any]:  # noqa: ANN401
    if "step" in given:
        return {**given, "step": _placed(given["step"], lines, names)}
    mark = (given["panel"], given["aspect"], given["seat"])
    return {**given, "line": lines.get(mark) or None, **({"judge": names[mark]} if mark in names else {})}
