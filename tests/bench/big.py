"""A record of half a million marks, written the way the desk writes them, and the rulebook they are marked under."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from domain.codes.events import CodesDrawn
from domain.commands import NAMES
from domain.contest.events import ContestOpened, EntryRegistered, ModuleOpened, RulebookFixed
from domain.decision import Actor
from domain.rulebook.reading import digest as rulebook_digest
from domain.sheets.commands import EnterMark
from domain.sheets.events import MarkEntered
from ledger.codec import digest
from ledger.deciding.draft import Draft
from ledger.event_names import CODEC
from ledger.orders import Order
from ledger.record import Record

CONTEST = "big"
ENTRIES, JUDGES, ASPECTS = 10_000, 5, 10
MARKS = ENTRIES * JUDGES * ASPECTS
_AT = 1_800_000_000_000_000


_RULEBOOK = """
format = 1
id = "big"
edition = "1"
title = { zh = "大赛", en = "Big contest" }
source = { zh = "测速用", en = "Made for measuring" }
total = "total"
[[modules]]
id = "task"
title = { zh = "实操", en = "Practical" }
kind = "practical"
score = "total"
[[panels]]
id = "product"
module = "task"
title = { zh = "成品", en = "Product" }
scoring = "product"
role = "scoring_judge"
release = "each-mark"
seats = [SEATS]
aspects = [ASPECTS]
[nodes.by_aspect]
op = "trimmed_mean"
title = { zh = "各项", en = "By aspect" }
panel = "product"
over = "judges"
[nodes.total]
op = "sum"
title = { zh = "总分", en = "Total" }
of = ["by_aspect"]
over = "aspects"
round = { places = 2 }
"""


def rulebook(judges: int = JUDGES, aspects: int = ASPECTS) -> str:
    """Highest and lowest struck out for each aspect, added, rounded to two places; shown at each mark."""
    seats = ", ".join(f'"S{n}"' for n in range(1, judges + 1))
    marked = ", ".join(
        f'{{ id = "a{n}", title = {{ zh = "第{n}项", en = "Aspect {n}" }}, max = 10, step = 0.5 }}'
        for n in range(1, aspects + 1)
    )
    return _RULEBOOK.replace("SEATS", seats).replace("ASPECTS", marked)


def opening(entries: int, text: str) -> list[tuple[str, Any]]:
    """The (stream, event) pairs before the first mark."""
    pairs = tuple((f"{n:05d}", f"e{n}") for n in range(entries))
    return [
        (f"contest:{CONTEST}", ContestOpened("大赛", "Big contest", "Asia/Shanghai", drill=True)),
        (f"contest:{CONTEST}", RulebookFixed(1, rulebook_digest(text), text)),
        *((f"contest:{CONTEST}", EntryRegistered(f"e{n}", f"{n}", "", "", b"")) for n in range(entries)),
        (f"codes:{CONTEST}", CodesDrawn(pairs, b"")),
        (f"contest:{CONTEST}", ModuleOpened("task", 1)),
    ]


def write(folder: Path) -> int:
    """Writes the record; how many events it has. Every mark has a receipt and a link of the chain of its own."""
    with_versions: dict[str, int] = {}
    record = Record.owned(folder)
    draft = Draft(record.head())
    started = [_body(with_versions, stream, event) for stream, event in opening(ENTRIES, rulebook())]
    command = EnterMark(CONTEST, "product", "00000", "S1", "a1", "0")
    draft.accept(Order(Actor("chen", "chief_judge"), "d0", 1, command), b"", _AT, started, ())
    for counter, (actor, device, stream, mark) in enumerate(marks(), start=1):
        order = Order(actor, device, counter, command)
        paid = digest(NAMES[EnterMark], command)
        draft.accept(order, paid, _AT + counter * 1000, [_body(with_versions, stream, mark)], ())
        if counter % 5000 == 0:
            record.append(draft.batch)
            draft = Draft(draft.head)
    head = record.head()
    record.close()
    return head.position


def marks() -> Iterator[tuple[Actor, str, str, MarkEntered]]:
    """Who marks on which device, the sheet's stream, and the mark."""
    actors = [Actor(f"sam{n}", "scoring_judge", f"product.S{n}") for n in range(1, JUDGES + 1)]
    for entry in range(ENTRIES):
        for n, actor in enumerate(actors, start=1):
            stream = f"sheet:{CONTEST}/product/{entry:05d}/S{n}"
            for aspect in range(1, ASPECTS + 1):
                value = (entry * 7 + aspect * 3 + n * 5 + entry * aspect * n) % 21
                text = f"{value // 2}.5" if value % 2 else f"{value // 2}"
                yield actor, f"d{n}", stream, MarkEntered(f"a{aspect}", text, 1, 1, 0)


def _body(versions: dict[str, int], stream: str, event: Any) -> tuple[str, int, str, bytes]:
    versions[stream] = versions.get(stream, 0) + 1
    name, body = CODEC.encode(event)
    return stream, versions[stream], name, body
