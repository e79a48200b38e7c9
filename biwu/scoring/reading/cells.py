"""Which cell of the rulebook a row means: stage, module, panel, aspect and attempt, as far as they need to be said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from biwu.scoring.reading.faults import Said, one_of, suggestion, wrong
from biwu.scoring.reading.spelling import Given, read
from domain.rulebook.aspects import Aspect
from domain.rulebook.panels import Module, Panel
from domain.rulebook.rulebook import Rulebook

# In the order in which a row is understood; `panel` comes late, for it is seldom written.
FIELDS = ("stage", "module", "aspect", "panel", "attempt")
Key = tuple[str, ...]  # what a row says of FIELDS


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """One aspect of one attempt in one stage. `written`: what a row may call it by each of FIELDS, its own name first.

    `known` remembers how a text was read, for there are few different ones.
    """

    index: int
    module: Module
    panel: Panel
    attempt: str
    aspect: Aspect
    written: dict[str, tuple[str, ...]]
    known: dict[str, Given] = field(default_factory=dict)

    def give(self, text: str) -> Given:
        given = self.known.get(text)
        if given is None:
            given = self.known[text] = read(text, self.aspect)
        return given


@dataclass(frozen=True, slots=True)
class Scope:
    """What the rows with one key are about. `unknown`: a name nobody bears, as (column, sentences).

    `cell` is the only cell meant; without it `vague` says which column would have to tell.
    """

    key: Key
    cells: tuple[Cell, ...]
    cell: Cell | None = None
    unknown: tuple[str, Said] | None = None
    vague: tuple[str, Said] | None = None

    def says(self, column: str) -> bool:
        return bool(self.key[FIELDS.index(column)])


def all_cells(rulebook: Rulebook) -> tuple[Cell, ...]:
    """Every cell there is, in the order of the rulebook."""
    return tuple(
        Cell(index, module, panel, attempt, aspect, _written(module, panel, attempt, aspect))
        for index, (module, panel, attempt, aspect) in enumerate(_parts(rulebook))
    )


def _parts(rulebook: Rulebook) -> Iterator[tuple[Module, Panel, str, Aspect]]:
    for panel in rulebook.panels:
        for attempt in panel.tries:
            for item in panel.items:
                for aspect in panel.cells(item, attempt):
                    yield rulebook.module(panel.module), panel, attempt, aspect


def _written(module: Module, panel: Panel, attempt: str, aspect: Aspect) -> dict[str, tuple[str, ...]]:
    own = aspect.id.removeprefix(f"{attempt}.") if attempt else aspect.id
    return {
        "stage": (module.stage,),
        "module": (module.name, module.id),
        "aspect": (own, aspect.id),
        "panel": (panel.name, panel.id),
        "attempt": (attempt or "1",),
    }


def scope(key: Key, cells: Sequence[Cell]) -> Scope:
    """The cells that a row with this key means."""
    left = tuple(cells)
    for column, found in zip(FIELDS, key, strict=True):
        if not found:
            continue
        meant = tuple(cell for cell in left if found in cell.written[column])
        if not meant:
            names = [cell.written[column][0] for cell in left]
            close = ("", "") if column == "attempt" else suggestion(found, names)  # numbers are all alike
            return Scope(key, left, unknown=(column, wrong(found, _expected(column, names), close)))
        left = meant
    if len(left) == 1:
        return Scope(key, left, left[0])
    return Scope(key, left, vague=_vague(left))


def _expected(column: str, names: Sequence[str]) -> Said:
    return one_of(names) if any(names) else (f"空白（规则中没有 {column}）", f"nothing (the rulebook has no {column})")


def _vague(left: Sequence[Cell]) -> tuple[str, Said]:
    """The first column in which the cells that could be meant differ."""
    for column in FIELDS:
        names = list(dict.fromkeys(cell.written[column][0] for cell in left))
        if len(names) > 1:
            return column, wrong("", one_of(names))
    raise AssertionError(left)  # no two cells of a rulebook have the same names
