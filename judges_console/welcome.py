"""The first frame after a hello: where its session is, and what it needs to know there before it can begin."""

from __future__ import annotations

from collections.abc import Iterator

from domain.marks import WITHOUT_RESULT, canonical, takes_token
from domain.rulebook.aspects import Aspect, ChoiceAspect, FaultItemAspect
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
        "panel": panel_frame(panel, lang),
        "module": {"id": module.id, "title": _in(module.title, lang), "open": is_open},
    }


def panel_frame(panel: Panel, lang: str) -> Frame:
    """The panel with all that a console must know to ask for each mark: docs/protocol.md, `welcome`."""
    aspects = list(_aspects(panel, lang))
    return {"id": panel.id, "title": _in(panel.title, lang), "aspects": aspects, "seats": list(panel.seats)}


def _aspects(panel: Panel, lang: str) -> Iterator[Frame]:
    """All that is entered, attempt by attempt, in the order of `panel.aspects`."""
    for attempt in panel.tries:
        for item in panel.items:
            cells = panel.cells(item, attempt)
            apart = _faults(item, lang) or [{"short": _in(item.title, lang)} if attempt else {}]
            for cell, further in zip(cells, apart, strict=True):
                tried = {"attempt": attempt} if attempt else {}
                tokens = {"tokens": list(WITHOUT_RESULT)} if takes_token(panel, cell) else {}
                yield {**_aspect(cell, lang), **tried, **further, **tokens}


def _faults(item: Aspect, lang: str) -> list[Frame]:
    """What the faults of a fault sheet's item have besides: the item's title, their own, what each finding costs."""
    if not isinstance(item, FaultItemAspect):
        return []
    title = _in(item.title, lang)
    return [
        {"item": title, "short": _in(fault.title, lang), "points": canonical(fault.points)} for fault in item.faults
    ]


def _aspect(aspect: Aspect, lang: str) -> Frame:
    frame: Frame = {
        "id": aspect.id,
        "title": _in(aspect.title, lang),
        "kind": aspect.kind,
        "max": canonical(aspect.max),
        "step": canonical(aspect.step),
        "min": canonical(aspect.min),
    }
    worth = getattr(aspect, "worth", None)
    if worth is not None:
        frame["worth"] = canonical(worth)
    if isinstance(aspect, ChoiceAspect):
        frame["choices"] = [{"id": each.id, "title": _in(each.title, lang)} for each in aspect.choices]
    return frame


def _in(words: Words, lang: str) -> str:
    return words.en if lang == "en" else words.zh
