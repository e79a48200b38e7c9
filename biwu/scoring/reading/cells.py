"""Which cell of the rulebook a row means: stage, module, panel, aspect and attempt, as far as they need to be said."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from biwu.scoring.reading.faults import Said, one_of, suggestion, wrong
from biwu.scoring.reading.names import folded
from biwu.scoring.reading.values.spelling import Given, read
from domain.rulebook.aspects import Aspect
from domain.rulebook.panels import Module, Panel
from domain.rulebook.parts import Words
from domain.rulebook.rulebook import Rulebook

# In the order in which a row is understood; `panel` comes late, for it is seldom written.
FIELDS = ("stage", "module", "aspect", "panel", "attempt")
Key = tuple[str, ...]  # what a row says of FIELDS


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """One aspect of one attempt in one stage. `written`: what a row may call it by each of FIELDS, its own name first.

    `called`: its names and titles, folded, for rows that do not write an id. `known` remembers how a text was read,
    for there are few different ones.
    """

    index: int
    module: Module
    panel: Panel
    attempt: str
    aspect: Aspect
    written: dict[str, tuple[str, ...]]
    called: dict[str, frozenset[str]]
    known: dict[str, Given] = field(default_factory=dict)

    def give(self, text: str) -> Given:
        given = self.known.get(text)
        if given is None:
            given = self.known[text] = read(text, self.panel, self.aspect)
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
    stages = {stage.id: stage.title for stage in rulebook.stages}
    return tuple(_cells(rulebook, stages))


def _cells(rulebook: Rulebook, stages: Mapping[str, Words]) -> Iterator[Cell]:
    index = 0
    for panel in rulebook.panels:
        module = rulebook.module(panel.module)
        stage = stages.get(module.stage)
        for attempt in panel.tries:
            for item in panel.items:
                for aspect, own in zip(panel.cells(item, attempt), panel.cells(item, ""), strict=True):
                    written = _written(module, panel, attempt, (own.id, aspect.id))
                    titles = {"stage": stage, "module": module.title, "aspect": own.title, "panel": panel.title}
                    called = {column: _called(written[column], titles.get(column), stage) for column in FIELDS}
                    yield Cell(index, module, panel, attempt, aspect, written, called)
                    index += 1


def _written(module: Module, panel: Panel, attempt: str, aspect: tuple[str, str]) -> dict[str, tuple[str, ...]]:
    return {
        "stage": (module.stage,),
        "module": (module.name, module.id),
        "aspect": aspect,
        "panel": (panel.name, panel.id),
        "attempt": (attempt or "1",),
    }


def _called(ids: Sequence[str], title: Words | None, stage: Words | None) -> frozenset[str]:
    """Ids and titles, folded; of what stands once for each stage the title without the stage's before it too."""
    texts = [] if title is None else [title.zh, title.en]
    if title is not None and stage is not None:
        texts += [title.zh.removeprefix(f"{stage.zh} · "), title.en.removeprefix(f"{stage.en} · ")]
    return frozenset(map(folded, (*ids, *texts)))


def needed(cells: Sequence[Cell], there: Collection[str]) -> Sequence[str]:
    """Columns without which rows with only those that are `there` could mean several cells, or several judges."""
    known = [column for column in FIELDS if column in there]
    parts: dict[Key, set[Key]] = {}
    for cell in cells:
        key = tuple(cell.written[column][0] for column in known)
        parts.setdefault(key, set()).add(tuple(cell.written[column][0] for column in FIELDS))
    lacking = [
        column
        for place, column in enumerate(FIELDS)
        if column not in there
        and column != "panel"
        and any(len({each[place] for each in part}) > 1 for part in parts.values())
    ]
    several = "judge" not in there and any(len(cell.panel.seats) > 1 for cell in cells)
    return [*lacking, "judge"] if several else lacking


def scope(key: Key, cells: Sequence[Cell]) -> Scope:
    """The cells that a row with this key means."""
    left = tuple(cells)
    for column, found in zip(FIELDS, key, strict=True):
        if not found:
            continue
        meant = _meant(column, found, left)
        names = [cell.written[column][0] for cell in meant or left]
        if not meant:
            close = ("", "") if column == "attempt" else suggestion(found, names)  # numbers are all alike
            return Scope(key, left, unknown=(column, wrong(found, _expected(column, names), close)))
        if len(set(names)) > 1:
            several = ("同名的不止一个，请写 id", "Several bear this title: write the id")
            return Scope(key, left, unknown=(column, wrong(found, one_of(names), several)))
        left = meant
    if len(left) == 1:
        return Scope(key, left, left[0])
    return Scope(key, left, vague=_vague(left))


def _meant(column: str, found: str, cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """Those with this id; else those with an id or a title that only looks different."""
    alike = folded(found)
    return tuple(cell for cell in cells if found in cell.written[column]) or tuple(
        cell for cell in cells if alike in cell.called[column]
    )


def _expected(column: str, names: Sequence[str]) -> Said:
    return one_of(names) if any(names) else (f"空白（规则中没有 {column}）", f"nothing (the rulebook has no {column})")


def _vague(left: Sequence[Cell]) -> tuple[str, Said]:
    """The first column in which the cells that could be meant differ."""
    for column in FIELDS:
        names = list(dict.fromkeys(cell.written[column][0] for cell in left))
        if len(names) > 1:
            return column, wrong("", one_of(names))
    raise AssertionError(left)  # no two cells of a rulebook have the same names
