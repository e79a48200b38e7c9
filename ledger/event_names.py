"""The names events are stored under. The table only grows: a name once released stays, with the bytes it stands for.

A new event goes at the end of its block as `/1`. When an event's shape changes beyond new fields with defaults at
the end, the new shape gets the next number below the old one, and UPCASTS turns the old fields into the new.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from domain.codes import events as codes
from domain.contest import events as contest
from domain.panels import events as panels
from domain.publication import events as publication
from domain.rulings import events as rulings
from domain.sheets import events as sheets
from ledger import events as ledger
from ledger.codec import Codec, Upcast

EVENT_NAMES: dict[str, type[Any]] = {
    "clock-anchored/1": ledger.ClockAnchored,
    "contest-opened/1": contest.ContestOpened,
    "rulebook-fixed/1": contest.RulebookFixed,
    "entry-registered/1": contest.EntryRegistered,
    "entry-amended/1": contest.EntryAmended,
    "entry-withdrawn/1": contest.EntryWithdrawn,
    "batch-set/1": contest.BatchSet,
    "seat-taken/1": contest.SeatTaken,
    "seat-left/1": contest.SeatLeft,
    "module-opened/1": contest.ModuleOpened,
    "module-closed/1": contest.ModuleClosed,
    "module-reopened/1": contest.ModuleReopened,
    "cuts-decided/1": contest.CutsDecided,
    "entry-described/1": contest.EntryDescribed,
    "deduction-made/1": contest.DeductionMade,
    "tie-decided/1": contest.TieDecided,
    "advance-decided/1": contest.AdvanceDecided,
    "rulebook-proposed/1": contest.RulebookProposed,
    "codes-drawn/1": codes.CodesDrawn,
    "codes-decoded/1": codes.CodesDecoded,
    "sheet-opened/1": sheets.SheetOpened,
    "mark-entered/1": sheets.MarkEntered,
    "mark-changed/1": sheets.MarkChanged,
    "sheet-signed/1": sheets.SheetSigned,
    "sheet-reopened/1": sheets.SheetReopened,
    "mark-corrected/1": sheets.MarkCorrected,
    "seat-signed/1": panels.SeatSigned,
    "seat-reopened/1": panels.SeatReopened,
    "spread-exceeded/1": panels.SpreadExceeded,
    "panel-signed/1": panels.PanelSigned,
    "panel-reopened/1": panels.PanelReopened,
    "performance-stated/1": panels.PerformanceStated,
    "seat-absent/1": panels.SeatAbsent,
    "seat-present/1": panels.SeatPresent,
    "ruling-filed/1": rulings.RulingFiled,
    "ruling-late/1": rulings.RulingLate,
    "ruling-decided/1": rulings.RulingDecided,
    "correction-made/1": rulings.CorrectionMade,
    "ruling-carried-out/1": rulings.RulingCarriedOut,
    "scores-tallied/1": publication.ScoresTallied,
    "provisional-published/1": publication.ProvisionalPublished,
    "notice-opened/1": publication.NoticeOpened,
    "final-published/1": publication.FinalPublished,
    "ruling-opened/1": publication.RulingOpened,
    "ruling-settled/1": publication.RulingSettled,
    "result-corrected/1": publication.ResultCorrected,
}

UPCASTS: Mapping[str, Upcast] = {}

CODEC = Codec(EVENT_NAMES, UPCASTS)
