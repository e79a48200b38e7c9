"""Files that were read and shown but not entered yet: kept here, so that what is confirmed is what was shown.

A preview must not trust the browser with its rows. So they stay in this process, under the session's secret and the
number of the command that would enter them, for a quarter of an hour and in no more than so many pieces; the form that
confirms brings nothing but that number and the digest of the plan that was on the screen. The plan is made again from
the rows and from what stands by then; when its digest differs, the new plan is shown and nothing is entered. After a
restart, or when it has been too long, the file has to be chosen again. Names lie here in memory only, never on a disk.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from starlette.datastructures import FormData, UploadFile

from domain.errors import Fault, Malformed, Refused
from web.identity.forms import text_of
from web.imports.plans import EntriesPlan, ScoresPlan
from web.pages.organiser.doing import counter_of
from web.pages.organiser.visit import Visit

KEPT_US = 15 * 60 * 1_000_000
MOST, MOST_EACH = 60, 6  # files, of everybody and of one session


@dataclass(frozen=True, slots=True)
class Upload:
    """What one file said: `rows` with what the page needs to make its plan again."""

    contest: str
    kind: str
    name: str
    read: Any
    choices: dict[str, str]


class Tray:
    """`elapsed` tells µs on a clock nobody sets."""

    def __init__(self, elapsed: Callable[[], int]) -> None:
        self._elapsed = elapsed
        self._lying: OrderedDict[tuple[str, int], tuple[int, Upload]] = OrderedDict()

    def keep(self, owner: str, n: int, upload: Upload) -> None:
        """Lays it down; the oldest of this owner, or of all, make room."""
        self._clear()
        self._lying[owner, n] = (self._elapsed(), upload)
        own = [key for key in self._lying if key[0] == owner]
        for key in own[:-MOST_EACH]:
            del self._lying[key]
        while len(self._lying) > MOST:
            self._lying.popitem(last=False)

    def find(self, owner: str, n: int, contest: str, kind: str) -> Upload:
        """Raises: Refused("upload-gone")."""
        self._clear()
        _, upload = self._lying.get((owner, n), (0, None))
        if upload is None or (upload.contest, upload.kind) != (contest, kind):
            raise Refused("upload-gone")
        return upload

    def _clear(self) -> None:
        oldest = self._elapsed() - KEPT_US
        for key in [key for key, (since, _) in self._lying.items() if since < oldest]:
            del self._lying[key]


def tray_of(visit: Visit) -> Tray:
    state = visit.request.app.state
    if not hasattr(state, "tray"):
        state.tray = Tray(visit.parts.desk.clock.elapsed)
    tray: Tray = state.tray
    return tray


class PlanMoved(Exception):  # noqa: N818 - nothing is at fault: the plan as it is now is shown instead
    """What stands has changed since the plan was on the screen."""


def as_seen(visit: Visit, form: FormData, plan: EntriesPlan | ScoresPlan) -> None:
    """Raises: PlanMoved unless this is the plan that was on the screen, or its command has been answered already."""
    if visit.parts.record.receipt(visit.identity.device, counter_of(form)) is not None:
        return
    if digest_of(plan) != text_of(form, "seen"):
        raise PlanMoved


def digest_of(plan: EntriesPlan | ScoresPlan) -> str:
    """What a plan says, down to each value old and new, in 64 hex digits."""
    return hashlib.sha256(repr(plan).encode()).hexdigest()


async def file_in(visit: Visit, field: str = "file") -> tuple[bytes, str]:
    """The bytes and the name of the file a form brings. Raises: Malformed when none was chosen."""
    sent = (await visit.request.form()).get(field)
    if not isinstance(sent, UploadFile) or not sent.filename:
        raise Malformed([Fault("—", "请先选择文件。", "Choose a file first.")])
    return await sent.read(), sent.filename
