"""Every command by its name: what doors write in frames and the desk writes into payload digests."""

from __future__ import annotations

from typing import Any

from domain.codes.commands import DecodeCodes, DrawCodes
from domain.contest.commands import (
    CloseModule,
    ConfirmRulebook,
    DecideAdvance,
    DecideCuts,
    DecideTie,
    DescribeEntry,
    FixRulebook,
    LeaveSeat,
    MakeDeduction,
    OpenContest,
    OpenModule,
    ProposeRulebook,
    RegisterEntries,
    ReopenModule,
    SetBatch,
    TakeSeat,
    WithdrawEntry,
)
from domain.panels.commands import StatePerformance, StateSeatAbsent, StateSeatPresent
from domain.publication.commands import OpenNotice, PublishFinal, PublishProvisional, TallyScores
from domain.rulings.commands import DecideRuling, FileRuling, MakeCorrection
from domain.sheets.commands import EnterMark, EnterScores, OpenSheet, ReopenSheet, SignSheet

COMMANDS: dict[str, type[Any]] = {
    "open-contest": OpenContest,
    "fix-rulebook": FixRulebook,
    "propose-rulebook": ProposeRulebook,
    "confirm-rulebook": ConfirmRulebook,
    "register-entries": RegisterEntries,
    "describe-entry": DescribeEntry,
    "withdraw-entry": WithdrawEntry,
    "set-batch": SetBatch,
    "take-seat": TakeSeat,
    "leave-seat": LeaveSeat,
    "open-module": OpenModule,
    "close-module": CloseModule,
    "reopen-module": ReopenModule,
    "draw-codes": DrawCodes,
    "decode-codes": DecodeCodes,
    "open-sheet": OpenSheet,
    "enter-mark": EnterMark,
    "sign-sheet": SignSheet,
    "reopen-sheet": ReopenSheet,
    "enter-scores": EnterScores,
    "state-performance": StatePerformance,
    "state-seat-absent": StateSeatAbsent,
    "state-seat-present": StateSeatPresent,
    "decide-advance": DecideAdvance,
    "make-deduction": MakeDeduction,
    "decide-tie": DecideTie,
    "decide-cuts": DecideCuts,
    "tally-scores": TallyScores,
    "publish-provisional": PublishProvisional,
    "open-notice": OpenNotice,
    "publish-final": PublishFinal,
    "file-ruling": FileRuling,
    "decide-ruling": DecideRuling,
    "make-correction": MakeCorrection,
}
NAMES: dict[type[Any], str] = {command: name for name, command in COMMANDS.items()}
