"""One mark more among ten thousand entries: until its row stands ranked on the jury's standings and on the board.

Once with a tree that looks at each entry alone, once with a standardising node, where one mark moves everybody.
"""

from __future__ import annotations

import gc
import random
import time

from domain.recorded import Recorded
from domain.sheets.events import MarkChanged
from projections.wall import Wall
from tests.bench import big, machine

MARKS_MORE = 300
FIELD_WIDE_MORE = 7
STANDARDISED = """
[nodes.exact]
op = "sum"
title = { zh = "原始分", en = "Raw" }
of = ["by_aspect"]
over = "aspects"
[nodes.total]
op = "standardise"
title = { zh = "总分", en = "Total" }
of = ["exact"]
scale = "t"
sd = "population"
round = { places = 2 }
"""


def run() -> None:
    plain = big.rulebook()
    alone = _wall(plain)
    standings, board = _one_more(alone, MARKS_MORE)
    print(f"one mark more, on the standings  {_ms(standings)}   wanted ≤ 0.5 at the median")
    print(f"one mark more, on the board      {_ms(board)}")
    field = _wall(plain[: plain.index("[nodes.total]")] + STANDARDISED)
    standings, board = _one_more(field, FIELD_WIDE_MORE)
    print(f"standardised, on the standings   {_ms(standings)}   everybody's figures anew")
    print(f"standardised, on the board       {_ms(board)}")


def _ms(seconds: list[float]) -> str:
    each = [1000 * one for one in seconds]
    return f"{machine.of(each, 'ms', 3)}, p99 {machine.quantile(each, 0.99):.3f} ms, {len(each)} marks"


def _wall(rules: str) -> Wall:
    wall = Wall(big.CONTEST)
    events = [*big.opening(big.ENTRIES, rules), *((stream, mark) for _, _, stream, mark in big.marks())]
    for position, (stream, event) in enumerate(events, start=1):
        wall.fold(Recorded(position, stream, 1, position, event))
    gc.collect()
    gc.freeze()  # as the server does once it has read its record: what is kept is no garbage
    return wall


def _one_more(wall: Wall, times: int) -> tuple[list[float], list[float]]:
    """A mark of some entry is changed: seconds until its row stands ranked on standings and board."""
    chance = random.Random(7)
    wall.standings.view(), wall.board.view()
    standings, board = [], []
    for turn in range(times):
        code, value = f"{chance.randrange(big.ENTRIES):05d}", str(chance.randrange(11))
        event = MarkChanged("a1", "0", value, 1, 1, 0)
        begun = time.perf_counter()
        position = wall.marks.position + 1
        wall.fold(Recorded(position, f"sheet:{big.CONTEST}/product/{code}/S1", turn + 20, position, event))
        view = wall.standings.view()
        place = view.place(view.row(code))
        between = time.perf_counter()
        shown = wall.board.view()
        same = shown.place(shown.row(code))
        board.append(time.perf_counter() - between)
        standings.append(between - begun)
        if place is None or place != same:
            raise AssertionError(f"{code} stands on {place} and on {same}")
    return standings, board
