"""Names of streams and claims: the only place that spells them.

A stream is the history of one thing decided about. A claim is a key that can be taken once, ever; what can
end carries an epoch, so a mark that names the epoch it was decided in cannot slip in after the end.
"""

from __future__ import annotations

from typing import NamedTuple

CLOCK = "clock"


class PanelKey(NamedTuple):
    """One panel's work on one code."""

    contest: str
    panel: str
    code: str


class SheetKey(NamedTuple):
    """One seat's sheet for one code in one panel."""

    contest: str
    panel: str
    code: str
    seat: str

    @property
    def of_panel(self) -> PanelKey:
        return PanelKey(self.contest, self.panel, self.code)


def contest(contest_id: str) -> str:
    return f"contest:{contest_id}"


def codes(contest_id: str) -> str:
    return f"codes:{contest_id}"


def publication(contest_id: str) -> str:
    return f"publication:{contest_id}"


def ruling(contest_id: str, ruling_id: str) -> str:
    return f"ruling:{contest_id}/{ruling_id}"


def panel(key: PanelKey) -> str:
    return f"panel:{key.contest}/{key.panel}/{key.code}"


def sheet(key: SheetKey) -> str:
    return f"sheet:{key.contest}/{key.panel}/{key.code}/{key.seat}"


def parts(stream: str) -> tuple[str, ...]:
    """`sheet:c/p/07/S1` -> ("sheet", "c", "p", "07", "S1"): kind first, then contest, then the rest."""
    kind, _, rest = stream.partition(":")
    return (kind, *rest.split("/")) if rest else (kind,)


def kind(stream: str) -> str:
    """The word before the colon: contest, codes, sheet, panel, ruling, publication or clock."""
    return stream.partition(":")[0]


def closed_module(contest_id: str, module: str, epoch: int) -> str:
    """Taken when a module closes; every mark in it needs it untaken."""
    return f"closed:{contest_id}/{module}/{epoch}"


def left_seat(contest_id: str, seat: str, epoch: int) -> str:
    """Taken when a judge leaves a seat; every mark from it needs it untaken."""
    return f"left:{contest_id}/{seat}/{epoch}"


def tallied(contest_id: str) -> str:
    """Taken by the tally; opening a module again needs it untaken."""
    return f"tallied:{contest_id}"
