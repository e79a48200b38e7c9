"""What fills the gaps of a node's sentence: titles, numbers and the short words of its keys."""

from __future__ import annotations

from typing import Final

from domain.rulebook.nodes import beside, field, taking
from domain.rulebook.nodes.any import AnyNode
from domain.rulebook.nodes.inputs import AcrossField, Taking
from domain.rulebook.printing.names import AXES, BETTER, DISPLAYS, FIGURES
from domain.rulebook.printing.speech import Said, Speech, exactly

_TIES: Final[dict[str, Said]] = {
    "each": ("并列者各得该名次的分", "equal ones each have the points of their place"),
    "shared": ("并列者平分所占名次的分", "equal ones divide the points of the places they take up"),
    "mean": ("并列者平分所占名次的分", "equal ones divide the points of the places they take up"),
}
_COUNTED: Final[dict[str, Said]] = {
    "started": ("每满或不满", "each started"),
    "whole": ("每满", "each whole"),
    "exact": ("按比例，每", "in proportion, each"),
}
_GIVES: Final[dict[str, Said]] = {
    "place": ("过半数裁判给出的最好名次", "the best place that more than half gave or better"),
    "count": ("给出多数名次或更好名次的裁判人数", "how many gave the place of the majority or a better one"),
    "sum": ("多数名次及更好名次之和", "the sum of the places up to that of the majority"),
}
_SD: Final[dict[str, Said]] = {
    "population": ("总体", "of the whole field"),
    "sample": ("样本", "of a sample, by n − 1"),
}
_STRUCK: Final[Said] = ("去掉 {high} 个最高、{low} 个最低", "without the {high} highest and the {low} lowest")
_DROPS: Final[Said] = ("（{n} 个评分时各去 {drop} 个）", " (with {n} present {drop} of each)")
_LINE: Final[Said] = ("{start} 起 {points}", "from {start} {points}")
_EXACT_LINE: Final[Said] = ("等于 {start} 得 {points}", "{start} exactly gives {points}")
_BELOW: Final[Said] = ("其他 {points}", "else {points}")
_FIELD: Final[Said] = ("全场", "the field")
_PART: Final[Said] = ("同一“{by}”的各方", "those of the same “{by}”")
_ZEROS: Final[Said] = ("（无成绩者以零参加）", " (who has no value takes part with zero)")
_AND: Final[Said] = ("、", ", ")
_THEN: Final[Said] = ("；相同的看{node}，{better}", "; equal ones by {node}, {better}")
_GUESTS: Final[Said] = ("（含非正式选手）", " (unofficial entries among them)")
_SCALES: Final = {"z": ("0", "1"), "t": ("50", "10")}


def gaps(node: AnyNode, speech: Speech) -> dict[str, str]:
    """Gap -> its words, for SENTENCES of the same operation."""
    found = {"better": speech.say(BETTER[node.better])} if hasattr(node, "better") else {}
    for further, better in getattr(node, "further", ()):
        found["better"] += speech.say(_THEN, node=speech.node(further), better=speech.say(BETTER[better]))
    match node:
        case Taking():
            return {**found, "of": _of(node, speech), **_of_taking(node, speech)}
        case taking.WeightedSumNode() | taking.WeightedMeanNode():
            return {"of": " + ".join(f"{exactly(by)} × {speech.node(of)}" for of, by in node.weights.items())}
        case AcrossField():
            return {**found, "of": speech.node(node.of[0]), "field": _field(node, speech), **_across(node, speech)}
        case beside.FormulaNode():
            where = [f"{word} = {speech.node(of)}" for word, of in node.names.items() if speech.node(of) != word]
            said = speech.say(("（{where}）", " ({where})"), where=", ".join(where))
            return {"formula": node.tree.text, "where": said if where else ""}
    return _beside(node, speech)


def _of(node: Taking, speech: Speech) -> str:
    """The judges' marks of a panel, or the nodes taken in."""
    over = speech.listed(speech.say(AXES[axis]) for axis in node.over)
    if node.panel is None:
        named = speech.listed(speech.node(child) for child in node.of)
        return speech.say(("{named}（{over}）", "{named} over {over}"), named=named, over=over) if over else named
    panel = speech.rulebook.panel(node.panel)
    titles = [speech.title(item.title) for item in panel.items if item.id in node.picked]
    named = speech.say(("“{panel}”的评分", "the marks of “{panel}”"), panel=speech.panel(panel))
    if titles:
        named += speech.say(("（{which}）", " ({which})"), which=speech.listed(titles))
    return named + (speech.say(("（{over}）", " over {over}"), over=over) if over else "")


def _of_taking(node: Taking, speech: Speech) -> dict[str, str]:
    match node:
        case taking.SpreadNode() if not (node.drop_high or node.drop_low or node.drops):
            return {"struck": ""}
        case taking.Trimming():
            drops = "".join(speech.say(_DROPS, n=n, drop=drop) for n, drop in node.drops.items())
            return {"struck": speech.say(_STRUCK, high=node.drop_high, low=node.drop_low) + drops}
        case taking.BestSumNode() | taking.BestMeanNode():
            return {"count": str(node.count)}
        case taking.MajorityPlaceNode():
            return {"gives": speech.say(_GIVES[node.gives])}
    return {}


def _beside(node: AnyNode, speech: Speech) -> dict[str, str]:
    match node:
        case beside.TableNode():
            return {"of": speech.node(node.of[0]), "lines": table(node, speech)}
        case beside.DifferenceNode():
            return {"first": speech.node(node.of[0]), "second": speech.node(node.of[1])}
        case beside.RatioNode():
            times = "" if node.times == 1 else f"{exactly(node.times)} × "
            return {"first": speech.node(node.of[0]), "second": speech.node(node.of[1]), "times": times}
        case beside.OvertimeNode():
            most = "" if node.most is None else exactly(node.most)
            numbers = {"limit": exactly(node.limit), "each": exactly(node.each), "lose": exactly(node.lose)}
            said = speech.say(("，最多 {n}", ", at most {n}"), n=most) if most else ""
            return {
                **numbers,
                "of": speech.node(node.of[0]),
                "counted": speech.say(_COUNTED[node.counted]),
                "most": said,
            }
        case beside.VetoNode():
            none = speech.say(("无成绩", "no result"))
            gives = none if node.gives == "no_result" else exactly(node.gives)
            when = speech.listed(speech.node(each) for each in node.when)
            return {"first": speech.node(node.of[0]), "when": when, "gives": gives}
    return {}


def table(node: beside.TableNode, speech: Speech) -> str:
    """All its lines, lowest first."""
    said = _EXACT_LINE if node.exact else _LINE
    lines = [
        speech.say(said, start=exactly(line.source), points=exactly(line.points))
        for line in sorted(node.table, key=lambda line: line.source)
    ]
    return ", ".join([*lines, *([speech.say(_BELOW, points=exactly(node.below))] if node.below is not None else [])])


def _field(node: AcrossField, speech: Speech) -> str:
    part = speech.say(_PART, by=speech.say(_AND).join(node.by)) if node.by else speech.say(_FIELD)
    zeros = speech.say(_ZEROS) if node.among == "all_as_zero" else ""
    return part + zeros + (speech.say(_GUESTS) if node.unofficial == "in" else "")


def _across(node: AcrossField, speech: Speech) -> dict[str, str]:  # noqa: PLR0911 - one answer a kind of node
    match node:
        case field.RankNode():
            return {"display": speech.say(DISPLAYS[node.display])}
        case field.PointsForPlaceNode():
            return {"points": ", ".join(map(exactly, node.points)), "ties": speech.say(_TIES[node.ties])}
        case field.StandardiseNode():
            centre, spread = _SCALES.get(node.scale, (exactly(node.centre), exactly(node.spread)))
            return {"centre": centre, "spread": spread, "sd": speech.say(_SD[node.sd])}
        case field.WorldSkillsScaleNode():
            return {word: exactly(getattr(node, word)) for word in ("centre", "spread", "factor", "low", "high")}
        case field.RatioToBestNode():
            return {"points": exactly(node.points)}
        case field.OfFieldNode():
            return {"take": speech.say(FIGURES[node.take])}
    return {}
