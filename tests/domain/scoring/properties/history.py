"""A random contest over every operation, as the record tells it: one event a mark, in any order of arrival."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st

from domain import streams
from domain.codes.events import CodesDecoded, CodesDrawn
from domain.contest.events import ContestOpened, DeductionMade, EntryDescribed, EntryRegistered, RulebookFixed
from domain.notes import NO_NOTE
from domain.panels.events import PerformanceStated
from domain.rulebook.reading import fixed
from domain.scoring.numbers import text
from domain.sheets.events import MarkEntered
from domain.streams import PanelKey, SheetKey
from tests.domain.scoring.explaining.field_of_all import entries, texts

RESULTS = Path(__file__).with_name("results.toml").read_text(encoding="utf-8")
C = "c"


@st.composite
def contests(draw):
    """(rulebook as written, code -> what is given of it), with places, prizes, teams and titles."""
    written = draw(texts()) + "\n" + RESULTS
    rules = fixed(written)
    return written, {f"{n:02}": draw(entries(rules)) for n in range(1, draw(st.integers(2, 4)) + 1)}


def beginning(written, field):
    """What the record holds before the first mark: open codes, already decoded."""
    whole = streams.contest(C)
    pairs = tuple((code, f"e{code}") for code in field)
    yield whole, ContestOpened("", "", "Asia/Shanghai", drill=False)
    yield whole, RulebookFixed(1, "", written)
    for code, each in field.items():
        yield whole, EntryRegistered(f"e{code}", code, each.columns["group"], "", b"")
        yield whole, EntryDescribed(f"e{code}", tuple(each.columns.items()), official=True)
    yield streams.codes(C), CodesDrawn(pairs, b"")
    yield streams.codes(C), CodesDecoded((), (), b"")


def arrivals(field):
    """Marks, statuses and deductions, each an event of its own."""
    for code, each in field.items():
        for panel, aspects in each.marks.items():
            for aspect, of_seat in aspects.items():
                for seat, mark in of_seat.items():
                    stream = streams.sheet(SheetKey(C, panel, code, seat))
                    yield stream, MarkEntered(aspect, text(mark), 1, 1, 0)
        if "items" in each.statuses:
            yield streams.panel(PanelKey(C, "k", code)), PerformanceStated(each.statuses["items"], NO_NOTE)
        for points in each.taken.values():
            yield streams.contest(C), DeductionMade(f"e{code}", text(points), NO_NOTE)
