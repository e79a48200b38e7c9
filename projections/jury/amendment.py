"""What a new version of the rules changed: the official result of the same marks under the old and the new one.

Shown only after two persons have decided it (docs/rules/amending.md); neither saw it before.
"""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, replace

from domain.contest.events import RulebookFixed
from domain.rulebook.reading import fixed
from projections.effect import Moved, effect
from projections.folds.marks import Marks
from projections.result import Result, official_result
from projections.standings import Standings


@dataclass(frozen=True, slots=True)
class Amendment:
    """`before` and `after` are digests of the two versions; `rows` what differs, in order of the places afterwards."""

    version: int
    before: str
    after: str
    rows: tuple[Moved, ...]


def amendments(marks: Marks) -> tuple[Amendment, ...]:
    """Each version fixed after a module had opened, on the marks as they stand now; nothing of them is changed."""
    found = []
    for old, new in zip(marks.rulebooks, marks.rulebooks[1:], strict=False):
        if new.version in marks.amended:
            rows = effect(result_under(marks, old), result_under(marks, new))
            found.append(Amendment(new.version, old.digest, new.digest, rows))
    return tuple(found)


def result_under(marks: Marks, version: RulebookFixed) -> Result:
    """The official result these marks would give under a version of the rules; what it does not know is left out."""
    rulebook = fixed(version.text)
    known = {panel.id for panel in rulebook.panels}
    other = copy(marks)
    other.contest = replace(marks.contest, rulebook=rulebook, digest=version.digest, version=version.version)
    other.works = {
        code: {panel: work for panel, work in works.items() if panel in known} for code, works in marks.works.items()
    }
    other.of_code = {
        code: {panel: sheets for panel, sheets in of_panel.items() if panel in known}
        for code, of_panel in marks.of_code.items()
    }
    return official_result(other, Standings(other))
