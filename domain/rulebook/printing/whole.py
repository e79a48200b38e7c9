"""A whole rulebook as an organiser would read it, part by part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from domain.rulebook.printing.awards import award_lines, further_lines
from domain.rulebook.printing.nodes import sentence
from domain.rulebook.printing.panels import module_line, panel_lines
from domain.rulebook.printing.results import ranking_lines, status_lines, window_lines
from domain.rulebook.printing.speech import Language, Said, Speech
from domain.rulebook.printing.stages import stage_lines
from domain.rulebook.rulebook import Rulebook
from domain.rulebook.shape.shapes import in_order, shapes

_HEADINGS: Final[dict[str, Said]] = {
    "stages": ("阶段", "Stages"),
    "modules": ("模块", "Modules"),
    "panels": ("裁判组和评分点", "Panels and aspects"),
    "score": ("计分（从总成绩往下）", "The score, from the total down"),
    "ranking": ("名次", "Places"),
    "statuses": ("缺赛、未完赛等", "Did not start, did not finish and the like"),
    "awards": ("奖项", "Awards"),
    "teams": ("团体", "Teams"),
    "honours": ("荣誉", "Honours"),
    "windows": ("裁决和时效", "Rulings and windows"),
}
_EDITION: Final[Said] = ("届次：{edition}", "edition {edition}")
_SOURCE: Final[Said] = ("来源：{source}", "source: {source}")
_NODE: Final[Said] = ("{title} = {how}。", "{title} = {how}.")


def printed_rules(rulebook: Rulebook, language: Language) -> str:
    """All rules as lines of text, under a heading each; what the rulebook does not have is left out."""
    speech = Speech(rulebook, language)
    lines = [speech.title(rulebook.title), speech.say(_EDITION, edition=rulebook.edition)]
    lines.append(speech.say(_SOURCE, source=speech.title(rulebook.source)))
    for word, found in _parts(speech):
        listed = list(found)
        if listed:
            lines += ["", speech.say(_HEADINGS[word]), *(f"  {line}" for line in listed)]
    return "\n".join(lines) + "\n"


def _parts(speech: Speech) -> Iterator[tuple[str, Iterable[str]]]:
    rulebook = speech.rulebook
    yield "stages", stage_lines(speech)
    yield "modules", (module_line(module, speech) for module in rulebook.modules)
    yield "panels", (line for panel in rulebook.panels for line in panel_lines(panel, speech))
    yield "score", node_lines(speech)
    yield "ranking", ranking_lines(speech)
    yield "statuses", status_lines(speech)
    yield "awards", award_lines(speech)
    yield "teams", further_lines(speech, "teams")
    yield "honours", further_lines(speech, "honours")
    yield "windows", window_lines(speech)


def node_lines(speech: Speech) -> Iterator[str]:
    """How each node comes about, each before those it is made of."""
    rulebook = speech.rulebook
    known = shapes(rulebook.nodes, {panel.id: panel for panel in rulebook.panels})
    for name in reversed(in_order(rulebook.nodes)):
        how = sentence(rulebook.nodes[name], known[name], speech)
        yield speech.say(_NODE, title=speech.node(name), how=how)
