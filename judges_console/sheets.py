"""What stands on the sheets of one seat, read from the record itself: all that is committed by then is in the frame."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from domain import streams
from domain.recorded import Recorded
from domain.scoring.statuses import WITHDRAWN
from domain.sheets import events
from domain.streams import SheetKey
from judges_console.frames import Frame
from ledger.record import Record
from projections.folds.marks import Marks


@dataclass(slots=True)
class Shown:
    """`state`: waiting, open, signed or reopened; `reason`: why it was reopened, empty otherwise; `marks` by aspect."""

    state: str = "waiting"
    reason: str = ""
    marks: dict[str, Frame] = field(default_factory=dict)


def shown(history: Iterable[Recorded]) -> Shown:
    """A sheet as its judge sees it, from the events of its stream in order."""
    sheet = Shown()
    for position, _, _, at, event in history:
        match event:
            case events.MarkEntered() | events.MarkChanged() | events.MarkCorrected():
                sheet.marks[event.aspect] = {"value": event.value, "position": position, "at": at}
            case events.SheetOpened():
                sheet.state = "open"
            case events.SheetSigned():
                sheet.state, sheet.reason = "signed", ""
            case events.SheetReopened():
                sheet.state, sheet.reason = "reopened", event.reason
    return sheet


def sheet_frame(record: Record, marks: Marks, key: SheetKey, batch: str) -> Frame:
    """`aspects`: those the panel did not agree on, when that is why the sheet is open again."""
    sheet = shown(record.stream(streams.sheet(key)))
    work = marks.works.get(key.code, {}).get(key.panel)
    status = WITHDRAWN.word if marks.is_withdrawn(key.code) else work.status if work else ""
    apart = list(work.apart) if work and sheet.reason in {"disagreement", "spread"} else []
    return {
        "t": "sheet",
        "code": key.code,
        "state": sheet.state,
        "marks": sheet.marks,
        "batch": batch,
        "reason": sheet.reason,
        "aspects": apart,
        "status": status,
    }


def batches(marks: Marks) -> dict[str, str]:
    """Code → batch, batches in the order they were set, codes in none last; within a batch by code, shorter first."""
    entered = {entry: batch for batch, entries in marks.contest.batches.items() for entry in entries}
    order = {batch: number for number, batch in enumerate(marks.contest.batches)}
    by_code = {code: entered.get(marks.codes.entry_of.get(code, ""), "") for code in marks.codes.codes}
    return dict(sorted(by_code.items(), key=lambda pair: (order.get(pair[1], len(order)), len(pair[0]), pair[0])))
