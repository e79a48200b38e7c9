"""The file of rulings: what was decided beside the marks, one row a decision."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from biwu.scoring.reading.entries import Entries
from biwu.scoring.reading.faults import Faults, Said, one_of, suggestion, wrong
from biwu.scoring.reading.spelling import bare_number, is_empty, plain
from biwu.scoring.reading.tables import Table
from domain.marks import canonical
from domain.rulebook.rulebook import Rulebook
from domain.scoring.statuses import DECLINED, DID_NOT_FINISH, DID_NOT_START, DISQUALIFIED, MODULE_VOID
from web.imports.spelling import tidy

COLUMNS = ("entry", "kind", "value", "reason")
_STATED = {
    "disqualification": DISQUALIFIED.word,
    "did_not_start": DID_NOT_START.word,
    "did_not_finish": DID_NOT_FINISH.word,
    "declined": DECLINED.word,
    "module_void": MODULE_VOID.word,
}


@dataclass(slots=True)
class Rulings:
    """Entries by their place in the list, each with the line it stands in.

    `taken`: (entry, canonical points, line), below zero for a bonus. `stated`: (entry, module ids, status, line).
    `turns`: turn from 1 → entries. `cuts`: prize → lowest total. `advanced`: stage → entries.
    """

    taken: list[tuple[int, str, int]] = field(default_factory=list)
    stated: list[tuple[int, tuple[str, ...], str, int]] = field(default_factory=list)
    withdrawn: list[tuple[int, int]] = field(default_factory=list)
    turns: dict[int, list[int]] = field(default_factory=dict)
    cuts: dict[str, str] = field(default_factory=dict)
    advanced: dict[str, list[int]] = field(default_factory=dict)


def read_rulings(table: Table, entries: Entries, rulebook: Rulebook, faults: Faults) -> Rulings:
    """All rulings of the table."""
    reader = _Reader(table.name, rulebook, faults)
    for line, row in table.rows:
        said = {column: row[place] if place < len(row) else "" for column, place in table.columns.items()}
        kind = tidy(said.get("kind", "")).lower().replace(" ", "_").replace("-", "_")
        take = reader.kinds.get(kind)
        if take is None:
            reader.fault(
                line, "kind", wrong(said.get("kind", ""), one_of(reader.kinds), suggestion(kind, reader.kinds))
            )
            continue
        entry = entries.index(said["entry"])
        if kind != "cut_score" and entry is None:
            reader.fault(line, "entry", entries.unknown(said["entry"], faults))
            continue
        value = said.get("value", "")
        take(line, kind, -1 if entry is None else entry, "" if is_empty(plain(value)) else plain(value))
    reader.check_turns()
    return reader.found


class _Reader:
    def __init__(self, file: str, rulebook: Rulebook, faults: Faults) -> None:
        self.found = Rulings()
        self._file, self._rulebook, self._faults = file, rulebook, faults
        self._turn_line = 0
        self._modules = _modules(rulebook)
        self.kinds: Mapping[str, Callable[[int, str, int, str], None]] = {
            "deduction": self._points,
            "bonus": self._points,
            **dict.fromkeys(_STATED, self._status),
            "withdrawal": self._withdrawal,
            "tie_decision": self._turn,
            "cut_score": self._cut,
            "advance": self._advance,
        }

    def fault(self, line: int, column: str, said: Said) -> None:
        self._faults.add(self._file, line, column, said)

    def _points(self, line: int, kind: str, entry: int, value: str) -> None:
        number = bare_number(value)
        if number is None or number < 0:
            self.fault(line, "value", wrong(value, ("不小于零的分数", "points, zero or more")))
        else:
            self.found.taken.append((entry, canonical(-number if kind == "bonus" else number), line))

    def _status(self, line: int, kind: str, entry: int, value: str) -> None:
        modules = self._modules.get(value)
        if modules is None or (kind == "module_void" and not value):
            names = [name for name in self._modules if name]
            self.fault(line, "value", wrong(value, one_of(names), suggestion(value, names)))
        else:
            self.found.stated.append((entry, modules, _STATED[kind], line))

    def _withdrawal(self, line: int, _kind: str, entry: int, _value: str) -> None:
        self.found.withdrawn.append((entry, line))

    def _turn(self, line: int, _kind: str, entry: int, value: str) -> None:
        if not (value.isascii() and value.isdecimal() and 0 < int(value) <= 1_000_000):  # noqa: PLR2004 - any number will do
            self.fault(line, "value", wrong(value, ("次序：1 最先", "an order: 1 for the first")))
        elif any(entry in turn for turn in self.found.turns.values()):
            said = ("此参赛者已有同分裁定", "this entry has a tie decision already")
            self.fault(line, "entry", said)
        else:
            self._turn_line = line
            self.found.turns.setdefault(int(value), []).append(entry)

    def check_turns(self) -> None:
        """Turns are counted from 1 without a gap."""
        gap = next((turn for turn in range(1, len(self.found.turns) + 1) if turn not in self.found.turns), 0)
        if gap:
            zh, en = f"同分裁定：没有次序为 {gap} 的参赛者", f"tie decisions: no entry has order {gap}"
            self.fault(self._turn_line, "value", (zh, en))

    def _cut(self, line: int, _kind: str, _entry: int, value: str) -> None:
        prize, _, lowest = (part.strip() for part in value.partition("="))
        prizes, number = [each.id for each in self._rulebook.prizes], bare_number(lowest)
        if prize not in prizes or number is None:
            expected = tuple(f"{word}=…" for word in one_of(prizes))
            self.fault(line, "value", wrong(value, (expected[0], expected[1]), suggestion(prize, prizes)))
        elif prize in self.found.cuts:
            self.fault(line, "value", (f"“{prize}”已有分数线", f"“{prize}” has its cut score already"))
        else:
            self.found.cuts[prize] = canonical(number)

    def _advance(self, line: int, _kind: str, entry: int, value: str) -> None:
        stages = [stage.id for stage in self._rulebook.stages]
        if not stages:
            zh, en = "规则没有分阶段：不需要 advance", "the rulebook has no stages: nobody needs to be let into one"
            self.fault(line, "kind", (zh, en))
        elif value not in stages:
            self.fault(line, "value", wrong(value, one_of(stages), suggestion(value, stages)))
        elif entry not in self.found.advanced.setdefault(value, []):
            self.found.advanced[value].append(entry)


def _modules(rulebook: Rulebook) -> dict[str, tuple[str, ...]]:
    """What a ruling may name → the modules it means: all, a stage's, one in all its stages, or one in one."""
    found: dict[str, list[str]] = {}
    for module in rulebook.modules:
        for name in {"", module.stage, module.name, module.id}:
            found.setdefault(name, []).append(module.id)
    return {name: tuple(modules) for name, modules in found.items()}
