"""The next step of a contest: one thing to do or to wait for, and whose it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from domain.contest.staging import later_stage
from domain.roles import ALLOWED, ROLES
from domain.rulebook.panels import Panel
from domain.rulebook.results import cuts_of_the_jury
from projections.folds.marks import Marks
from projections.progress import Progress, Unsigned
from projections.wall import Wall

_LISTED = 60  # codes of one panel; the rest is counted


@dataclass(frozen=True, slots=True)
class Step:
    """`word` says what (templates/desk/steps.html), `page` where; `roles` may do it, none where one can only wait.

    `about` is a module, `count` how many are still missing, `at` until when to wait (µs UTC).
    """

    word: str
    page: str
    roles: tuple[str, ...] = ()
    about: str = ""
    count: int = 0
    at: int = 0


def next_step(wall: Wall, now: int, empty_seats: int = 0) -> Step:
    """What comes next at official time `now` (µs UTC); `empty_seats`: judges' seats that nobody has been named for."""
    marks = wall.marks
    match marks.phase:
        case "draft":
            return _by("fix-rulebook", "contest", "fix-rulebook", "draft")
        case "entry":
            return _before(marks, empty_seats) or _module_to_open(marks) or Step("await-marks", "modules")
        case "marking":
            return _before(marks, 0) or _marking(marks, wall.progress())
        case "tallied":
            return _tallied(marks)
        case "provisional" | "notice":
            return _published(marks, now)
    return Step("done", "publication")


@dataclass(frozen=True, slots=True)
class OpenPanel:
    """A panel with the codes it has not signed for, the first of them in `listed`."""

    panel: Panel
    count: int
    listed: tuple[Unsigned, ...]


def open_panels(wall: Wall, *, begun: bool) -> list[OpenPanel]:
    """What is not signed yet, panel by panel; `begun`: only in modules that have opened.

    Raises: LookupError while no rulebook is fixed.
    """
    rulebook, contest = wall.marks.rulebook, wall.marks.contest
    by_panel: dict[str, list[Unsigned]] = {}
    for each in wall.progress().unsigned:
        by_panel.setdefault(each.panel, []).append(each)
    found = [OpenPanel(rulebook.panel(panel), len(each), tuple(each[:_LISTED])) for panel, each in by_panel.items()]
    return [each for each in found if not begun or contest.module(each.panel.module).epoch]


def _before(marks: Marks, empty_seats: int) -> Step | None:
    taking_part = marks.contest.entries.keys() - marks.contest.withdrawn
    if not taking_part:
        return _by("import-entries", "entries", "register-entries", marks.phase)
    without = marks.codes.without_code(taking_part)
    if without:
        return _by("draw-codes", "codes", "draw-codes", marks.phase, count=without)
    return Step("name-judges", "seats", ("organiser",), count=empty_seats) if empty_seats else None


def _marking(marks: Marks, progress: Progress) -> Step:
    waiting = {module.module: 0 for module in progress.modules}
    for each in progress.unsigned:
        waiting[marks.rulebook.panel(each.panel).module] += 1
    for module in progress.modules:
        if module.is_open and not waiting[module.module]:
            return _by("close-module", "modules", "close-module", "marking", module.module)
    for module in progress.modules:
        if module.is_open and any(panel.role == "entry_clerk" for panel in marks.rulebook.panels_of(module.module)):
            return _by("import-scores", "scores", "enter-scores", "marking", module.module, waiting[module.module])
    in_open = sum(waiting[module.module] for module in progress.modules if module.is_open)
    if in_open:
        return Step("await-marks", "modules", count=in_open)
    return _module_to_open(marks) or next(_unfinished(progress, waiting), _by("tally", "publication", "tally-scores"))


def _module_to_open(marks: Marks) -> Step | None:
    for module in marks.rulebook.modules:
        if not marks.contest.module(module.id).epoch:
            stage = later_stage(marks.contest, module.id)
            if stage and stage not in marks.contest.advanced:
                return _by("decide-advance", "decisions", "decide-advance", about=module.id)
            return _by("open-module", "modules", "open-module", marks.phase, module.id)
    return None


def _unfinished(progress: Progress, waiting: dict[str, int]) -> Iterator[Step]:
    """Modules that were closed while something in them was not signed yet."""
    for module in progress.modules:
        if waiting[module.module]:
            yield _by("reopen-module", "modules", "reopen-module", "marking", module.module, waiting[module.module])


def _tallied(marks: Marks) -> Step:
    if not marks.codes.decoded:
        return _by("decode", "codes", "decode-codes", "tallied")
    if cuts_of_the_jury(marks.rulebook.awards) and not marks.contest.cuts:
        return _by("decide-cuts", "publication", "decide-cuts", "tallied")
    return _by("publish-provisional", "publication", "publish-provisional", "tallied")


def _published(marks: Marks, now: int) -> Step:
    result, is_notice = marks.publication, marks.phase == "notice"
    closes_at = result.notice_closes_at if is_notice else max(result.queries_close_at, result.appeals_close_at)
    if result.open_rulings:
        return Step("await-rulings", "appeals", ("arbitrator",), count=len(result.open_rulings))
    if result.published != result.corrections:
        return _by("publish-corrected", "publication", "publish-provisional", marks.phase)
    if now <= closes_at:
        return Step("await-notice" if is_notice else "await-window", "publication", at=closes_at)
    if is_notice:
        return _by("publish-final", "publication", "publish-final", "notice")
    return _by("open-notice", "publication", "open-notice", "provisional")


def _by(  # noqa: PLR0913, PLR0917 - the fields of a step
    word: str, page: str, action: str, phase: str = "marking", about: str = "", count: int = 0
) -> Step:
    roles = tuple(role for role in ROLES if (role, action, phase) in ALLOWED)
    return Step(word, page, roles, about, count)
