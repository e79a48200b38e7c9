"""Half a million marks from the record into a ranked board, through the one evaluator, beside SELECT + unpackb.

Twice: for the values alone, and with every step of every entry's explanation made and its inputs gone through.
"""

from __future__ import annotations

import gc
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from domain.scoring.scheme import scheme
from domain.scoring.scored import Scored
from domain.scoring.tree.trace import Trace
from ledger.record import Record
from projections.folds.marks import Marks
from projections.folds.quiet import undisturbed
from projections.hall import Hall
from projections.rows.outcome import outcome
from projections.wall import Wall
from tests.bench import big, floors, machine

RUNS = 5
WANTED = {"values": "≤ 4", "explained": "≤ 7"}


def run() -> None:
    with tempfile.TemporaryDirectory(prefix="biwu-bench-") as folder:
        print(f"writing {big.MARKS:,} marks ({big.ENTRIES:,} entries × {big.JUDGES} judges × {big.ASPECTS} aspects) …")
        events = big.write(Path(folder))
        path = Path(folder) / "record.sqlite"
        size = sum(left.stat().st_size for left in Path(folder).glob("record.sqlite*"))
        floor: list[float] = []
        ours: dict[str, list[float]] = {how: [] for how in WANTED}
        memory: dict[str, list[float]] = {how: [] for how in WANTED}
        for _ in range(RUNS):
            floor.append(floors.select_and_unpack(path, events))
            for how in WANTED:
                one = _once(folder, how)
                ours[how].append(one["seconds"])
                memory[how].append(one["megabytes"])
        print(f"floor: SELECT + unpackb        {machine.of(floor, 's', 2)}")
        for how, wanted in WANTED.items():
            ratios = [each / least for each, least in zip(ours[how], floor, strict=True)]
            print(f"replay and ranking, {how:<11}{machine.of(ours[how], 's', 2)}   {machine.of(memory[how], 'MB')}")
            print(f"ratio to the floor             {machine.of(ratios, '×', 2)}   wanted {wanted}")
        print(f"file                           {size / big.MARKS:.0f} bytes a mark ({size / 1e6:.0f} MB)")


def _once(folder: str, how: str) -> dict[str, float]:
    words = [sys.executable, "-m", "tests.bench.replay", folder, how]
    found: dict[str, float] = json.loads(subprocess.run(words, check=True, capture_output=True, text=True).stdout)
    return found


def once(folder: Path, how: str) -> None:
    """One replay in a process of its own; prints seconds and peak memory as JSON."""
    begun = time.perf_counter()
    gc.freeze()  # as the server does: what is imported is no garbage
    record, hall = Record.read_only(folder), Hall()
    hall.fold_all(record.told())
    with hall.wall(big.CONTEST) as wall:
        ranked = explained(wall.marks) if how == "explained" else shown(wall)
    seconds = time.perf_counter() - begun
    if ranked != big.ENTRIES:
        raise AssertionError("the board is not what half a million marks make")
    print(json.dumps({"seconds": seconds, "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))


def shown(wall: Wall) -> int:
    """The ranked board, as a spectator's page gets it; how many rows."""
    rows = wall.board.view().plain()["rows"]
    return len(rows) if rows[0]["place"] == 1 and rows[-1]["total"] is not None else 0


def explained(marks: Marks) -> int:
    """The official order with every entry's steps and all their inputs, as somebody who prints them all would ask."""
    how, steps, scored = scheme(marks.rulebook), 0, dict[str, Scored]()
    marks.settle()
    with undisturbed():
        for code in marks.codes.codes:
            trace = Trace()
            scored[code] = how.scored([how.begin(marks.given(code), trace)])[0]
            steps += sum(bool(step.inputs) for step in trace.steps.values())
        placed = outcome(marks, scored).placed
    return len(placed) if steps == big.ENTRIES * (big.ASPECTS + 1) and placed[0].place == 1 else 0


if __name__ == "__main__":
    once(Path(sys.argv[1]), sys.argv[2])
