"""The file of rulings: what was decided beside the marks, one row a decision."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from biwu.scoring.reading.called import KINDS, Named, any_kind, kind_of
from biwu.scoring.reading.entries import Entries
from biwu.scoring.reading.faults import Faults, Said, one_of, suggestion, wrong
from biwu.scoring.reading.headings import RULINGS, Columns
from biwu.scoring.reading.names import folded
from biwu.scoring.reading.tables import Table
from biwu.scoring.reading.values.numbers import bare_number, plain, with_point
from biwu.scoring.reading.values.spelling import is_empty
from domain.marks import canonical
from domain.rulebook.results import cuts_of_the_jury
from domain.rulebook.rulebook import Rulebook
from domain.scoring.awards.cuts import cut_faults
from domain.scoring.statuses import DECLINED, DID_NOT_FINISH, DID_NOT_START, DISQUALIFIED, MODULE_VOID
from web.imports.spelling import tidy

COLUMNS = Columns(RULINGS, ("entry", "kind", "value"))
_STATED = {
    "disqualification": DISQUALIFIED.word,
    "did_not_start": DID_NOT_START.word,
    "did_not_finish": DID_NOT_FINISH.word,
    "declined": DECLINED.word,
    "module_void": MODULE_VOID.word,
}
_TWICE = {
    False: ("此参赛者已有同分裁定", "this entry has a tie decision already"),
    True: (
        "此参赛者在此阶段已有同分裁定（stage 列写明是哪个阶段）",
        "this entry has a tie decision of this stage already (column stage says which)",
    ),
}


@dataclass(slots=True)
class Rulings:
    """Entries by their place in the list, each with the line it stands in.

    `taken`: (entry, canonical points, node or "", line), below zero for a bonus. `stated`: (entry, module ids, status,
    line).
    `turns`: stage ("": any) → turn from 1 → entries. `cuts`: prize → lowest total. `advanced`: stage → entries.
    `let_in`: (stage, entry) → the line that says so. `reasons`: line → what is written there as the reason.
    """

    taken: list[tuple[int, str, str, int]] = field(default_factory=list)
    stated: list[tuple[int, tuple[str, ...], str, int]] = field(default_factory=list)
    withdrawn: list[tuple[int, int]] = field(default_factory=list)
    turns: dict[str, dict[int, list[int]]] = field(default_factory=dict)
    cuts: dict[str, str] = field(default_factory=dict)
    advanced: dict[str, list[int]] = field(default_factory=dict)
    let_in: dict[tuple[str, int], int] = field(default_factory=dict)
    reasons: dict[int, str] = field(default_factory=dict)


def read_rulings(table: Table, entries: Entries, rulebook: Rulebook, faults: Faults) -> Rulings:
    """All rulings of the table."""
    reader = _Reader(table.name, rulebook, faults)
    for line, row in table.rows:
        said = {column: row[place] if place < len(row) else "" for column, place in table.columns.items()}
        written = tidy(said.get("kind", ""))
        kind = kind_of(written)
        take = reader.kinds.get(kind)
        if take is None:
            reader.fault(
                line, "kind", wrong(written, any_kind(reader.kinds), suggestion(kind, (*reader.kinds, *KINDS)))
            )
            continue
        entry = entries.index(said["entry"])
        if kind != "cut_score" and entry is None:
            reader.fault(line, "entry", entries.unknown(said["entry"]))
            continue
        reader.found.reasons[line] = tidy(said.get("reason", ""))
        value = with_point(said.get("value", "")) if table.comma else said.get("value", "")
        if not reader.in_stage(line, kind, said.get("stage", "")):
            continue
        take(line, kind, -1 if entry is None else entry, "" if is_empty(plain(value)) else plain(value))
    reader.check_turns()
    reader.check_cuts()
    return reader.found


class _Reader:
    def __init__(self, file: str, rulebook: Rulebook, faults: Faults) -> None:
        self.found = Rulings()
        self._file, self._rulebook, self._faults = file, rulebook, faults
        self._stage = ""
        self._turn_lines: dict[str, int] = {}
        self._cut_lines: dict[str, int] = {}
        self._named = Named.of(rulebook)
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

    def in_stage(self, line: int, kind: str, written: str) -> bool:
        """Takes up the stage a row is about; not where it is none, or where another kind says so in `value`."""
        said = "" if is_empty(plain(written)) else plain(written)
        self._stage = self._named.stages.get(folded(said), said)
        stages = [stage.id for stage in self._rulebook.stages]
        if self._stage and kind != "tie_decision":
            zh = "此列只用于 tie_decision；其他裁定留空，阶段写在 value 列"
            en = "this column is for tie_decision alone: leave it empty, other kinds name a stage in value"
            self.fault(line, "stage", (zh, en))
        elif self._stage and not stages:
            self.fault(line, "stage", ("规则没有分阶段：此列应为空", "the rulebook has no stages: leave it empty"))
        elif self._stage and self._stage not in stages:
            self.fault(line, "stage", wrong(written, one_of(stages), suggestion(self._stage, stages)))
        else:
            return True
        return False

    def _points(self, line: int, kind: str, entry: int, value: str) -> None:
        named, _, points = value.rpartition("=")
        node, number = self._named.nodes.get(folded(named)) if named else "", bare_number(points.strip())
        if number is None or number < 0:
            expected = ("不小于零的分数，如 5 或 theory=5", "points, zero or more, such as 5 or theory=5")
            self.fault(line, "value", wrong(value, expected))
        elif node is None:
            names = sorted(set(self._named.nodes.values()))
            self.fault(line, "value", wrong(named, one_of(names), suggestion(named, names)))
        else:
            self.found.taken.append((entry, canonical(-number if kind == "bonus" else number), node, line))

    def _status(self, line: int, kind: str, entry: int, value: str) -> None:
        modules = self._named.modules.get(folded(value))
        if modules is None or (kind == "module_void" and not value):
            names = self._named.spelled
            self.fault(line, "value", wrong(value, one_of(names), suggestion(value, names)))
        else:
            self.found.stated.append((entry, modules, _STATED[kind], line))

    def _withdrawal(self, line: int, _kind: str, entry: int, _value: str) -> None:
        self.found.withdrawn.append((entry, line))

    def _turn(self, line: int, _kind: str, entry: int, value: str) -> None:
        turns = self.found.turns.setdefault(self._stage, {})
        if not (value.isascii() and value.isdecimal() and 0 < int(value) <= 1_000_000):  # noqa: PLR2004 - any number will do
            self.fault(line, "value", wrong(value, ("次序：1 最先", "an order: 1 for the first")))
        elif any(entry in turn for turn in turns.values()):
            self.fault(line, "entry", _TWICE[bool(self._rulebook.stages)])
        else:
            self._turn_lines[self._stage] = line
            turns.setdefault(int(value), []).append(entry)

    def check_turns(self) -> None:
        """Turns are counted from 1 without a gap, in each stage by itself."""
        for stage, turns in self.found.turns.items():
            gap = next((turn for turn in range(1, len(turns) + 1) if turn not in turns), 0)
            if gap:
                zh, en = f"同分裁定：没有次序为 {gap} 的参赛者", f"tie decisions: no entry has order {gap}"
                self.fault(self._turn_lines[stage], "value", (zh, en))

    def _cut(self, line: int, _kind: str, _entry: int, value: str) -> None:
        prize, _, lowest = (part.strip() for part in value.partition("="))
        number, prizes = bare_number(lowest), [each.id for each in cuts_of_the_jury(self._rulebook.awards)]
        if not prizes:
            en = "no prize of the rulebook waits for a cut of the jury"
            self.fault(line, "kind", ("规则没有由裁委会定线的奖项：不需要 cut_score", en))
        elif prize not in prizes or number is None:
            self.fault(line, "value", wrong(value, one_of(f"{each}=…" for each in prizes), suggestion(prize, prizes)))
        elif prize in self.found.cuts:
            self.fault(line, "value", (f"“{prize}”已有分数线", f"“{prize}” has its cut score already"))
        else:
            self.found.cuts[prize] = canonical(number)
            self._cut_lines[prize] = line

    def check_cuts(self) -> None:
        """A lesser prize asks for no more than a better one."""
        for found in cut_faults(self._rulebook, {each: Decimal(cut) for each, cut in self.found.cuts.items()}):
            self.fault(self._cut_lines[found.prize], "value", (found.zh, found.en))

    def _advance(self, line: int, _kind: str, entry: int, value: str) -> None:
        value, stages = self._named.stages.get(folded(value), value), [stage.id for stage in self._rulebook.stages]
        if not stages:
            zh, en = "规则没有分阶段：不需要 advance", "the rulebook has no stages: nobody needs to be let into one"
            self.fault(line, "kind", (zh, en))
        elif value not in stages:
            self.fault(line, "value", wrong(value, one_of(stages), suggestion(value, stages)))
        elif entry not in self.found.advanced.setdefault(value, []):
            self.found.advanced[value].append(entry)
            self.found.let_in[value, entry] = line
