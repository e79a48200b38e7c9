"""The first frame after a hello: where its session is, and what it needs to know there before it can begin."""

from __future__ import annotations

from domain.marks import canonical
from domain.rulebook.panels import Panel
from domain.rulebook.parts import Words
from judges_console.frames import Frame
from projections.folds.marks import Marks


def welcome_frame(marks: Marks, lang: str, device: str, counter: int, official: int) -> Frame:
    """What every session is told. `counter`: the highest known of its device; `official`: time, µs UTC."""
    contest = {
        "id": marks.contest_id,
        "title": marks.title[lang],
        "drill": marks.drill,
        "zone": marks.contest.zone,
        "phase": marks.phase,
    }
    return {"t": "welcome", "contest": contest, "device": device, "counter": counter, "official": official}


def place_of_judge(marks: Marks, panel_id: str, seat: str, lang: str) -> Frame:
    """What a judge is told besides: the seat, its panel with the aspects to mark, and its module. Raises: KeyError."""
    panel = marks.rulebook.panel(panel_id)
    module = marks.rulebook.module(panel.module)
    is_open = marks.contest.module(module.id).is_open
    return {
        "roles": [panel.role],
        "seat": seat,
        "panel": _panel(panel, lang),
        "module": {"id": module.id, "title": _in(module.title, lang), "open": is_open},
    }


def _panel(panel: Panel, lang: str) -> Frame:
    aspects = [
        {
            "id": aspect.id,
            "title": _in(aspect.title, lang),
            "max": canonical(aspect.max),
            "step": canonical(aspect.step),
            "min": canonical(aspect.min),
        }
        for aspect in panel.aspects
    ]
    return {"id": panel.id, "title": _in(panel.title, lang), "aspects": aspects, "seats": list(panel.seats)}


def _in(words: Words, lang: str) -> str:
    return words.en if lang == "en" else words.zh
