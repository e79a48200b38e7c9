"""The frames the server says: receipts, busy, errors and the last word; docs/protocol.md describes each."""

from __future__ import annotations

from collections.abc import Mapping

from domain.errors import Detail, Fault
from domain.rulebook.rulebook import Rulebook
from judges_console.frames import Frame
from judges_console.words import NO_DETAILS, error_sentences, farewell
from ledger.orders import Receipt

MOST_FAULTS = 20  # told in one frame


def receipt_frame(n: int, receipt: Receipt, value: str | None = None, rulebook: Rulebook | None = None) -> Frame:
    """The desk's stored answer; `value` is what the record holds after an accepted mark. A refusal speaks in titles."""
    if not receipt.accepted:
        zh, en = error_sentences(receipt.reason, receipt.details, rulebook)
        refused = {"reason": receipt.reason, "details": dict(receipt.details), "zh": zh, "en": en}
        return {"t": "receipt", "n": n, "outcome": receipt.outcome, "at": receipt.at, **refused}
    frame = {"t": "receipt", "n": n, "outcome": receipt.outcome, "position": receipt.last, "at": receipt.at}
    if value is not None:
        frame["value"] = value
    return frame


def busy_frame(n: int, retry_after_ms: int) -> Frame:
    """Nothing was decided: the same command again after so long."""
    return {"t": "busy", "n": n, "retry_after_ms": retry_after_ms}


def error_frame(
    reason: str, n: int | None = None, faults: list[Fault] | None = None, details: Mapping[str, Detail] = NO_DETAILS
) -> Frame:
    """What was wrong with a frame; `n` says with which command, if that much could be read."""
    zh, en = error_sentences(reason, details)
    frame: Frame = {"t": "error", "reason": reason, "zh": zh, "en": en}
    if n is not None:
        frame["n"] = n
    if faults:
        frame["faults"] = [{"place": one.place, "zh": one.zh, "en": one.en} for one in faults[:MOST_FAULTS]]
    return frame


def bye_frame(reason: str, details: Mapping[str, Detail] = NO_DETAILS) -> Frame:
    """The last frame before the server closes."""
    last = farewell(reason, details)
    frame: Frame = {"t": "bye", "reason": reason, "zh": last.zh, "en": last.en}
    if last.retry_after_ms is not None:
        frame["retry_after_ms"] = last.retry_after_ms
    return frame
