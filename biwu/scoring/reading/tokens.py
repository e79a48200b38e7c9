"""What a status in the file of marks is about: the whole entry, a module of a stage, an attempt, or a judge's seat."""

from __future__ import annotations

from collections.abc import Iterable

from biwu.scoring.reading.cells import Cell, Scope
from biwu.scoring.reading.faults import Said
from biwu.scoring.reading.pile import Pile
from biwu.scoring.reading.values.states import judged_only
from domain.marks import WITHOUT_RESULT, takes_token
from domain.scoring.statuses import JUDGE_ABSENT, WITHDRAWN, State

Refusal = tuple[str, Said] | tuple[()]  # () where there is nothing to object to


def stated(pile: Pile, line: int, entry: int, scope: Scope, given: State) -> Refusal | None:
    """Takes down what is said of a performance as a whole; None where single cells are meant."""
    if given is WITHDRAWN:
        if any(scope.key):
            zh = "退赛是整个参赛者的状态：stage、module、aspect、attempt 须留空"
            return "value", (zh, "WDN is of the whole entry: leave stage, module, aspect and attempt empty")
        pile.withdrawn.setdefault(entry, line)
        return ()
    if given is JUDGE_ABSENT or not _whole(scope):
        return None
    return state(pile, line, entry, {cell.module.id for cell in scope.cells}, given.word)


def _whole(scope: Scope) -> bool:
    """No aspect and no one attempt of several named; or the panel has no second cell to name."""
    panel = scope.cells[0].panel
    if scope.cell is not None and len(panel.aspects) == 1:
        return True
    once = all(cell.panel.attempts == 1 for cell in scope.cells)
    return not scope.says("aspect") and (once or not scope.says("attempt"))


def boxes(scope: Scope) -> tuple[Cell, ...]:
    """The cells a status is of: where it is of one attempt of several, not those of panels that have only one."""
    tried = tuple(cell for cell in scope.cells if cell.panel.attempts > 1)
    return tried if scope.says("attempt") and not scope.says("aspect") and tried else scope.cells


def state(pile: Pile, line: int, entry: int, modules: Iterable[str], word: str) -> Refusal:
    """A status of these modules; another one said before is a fault."""
    for module in sorted(modules):
        before, first = pile.statuses.setdefault((entry, module), (word, line))
        if before != word:
            zh = f"第 {first} 行已给出状态“{before}”，此行是“{word}”"
            return "value", (zh, f"line {first} states “{before}” already, this one “{word}”")
    return ()


def in_cells(scope: Scope, given: State) -> Refusal:
    """What keeps a status out of these cells."""
    if given is JUDGE_ABSENT:
        waits = next((cell.panel for cell in scope.cells if cell.panel.absent == "wait"), None)
        if waits is not None:
            zh = f'评分组 {waits.name} 须等候全体裁判（absent = "wait"），不能填 ABS'
            return "value", (zh, f'no ABS: the panel {waits.name} waits for every judge (absent = "wait")')
    elif given.token not in WITHOUT_RESULT:
        zh = f"{given.token} 是整个模块的状态：aspect 和 attempt 须留空"
        return "value", (zh, f"{given.token} is of a whole module: leave aspect and attempt empty")
    elif scope.vague and (scope.says("aspect") or scope.vague[0] in ("stage", "module")):
        return scope.vague
    elif not all(takes_token(cell.panel, cell.aspect) for cell in boxes(scope)):
        return "value", judged_only(given.token)
    return ()
