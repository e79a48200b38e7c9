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
from domain.scoring.tree.trace import Trace
from ledger.record import Record
from projections.folds.marks import Marks
from projections.folds.quiet import undisturbed
from projections.hall import Hall
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
    hall.fold_all(record.recorded())
    with hall.wall(big.CONTEST) as wall:
        view = wall.board.view()
        steps = explained(wall.marks) if how == "explained" else 0
    shown = view.plain()["rows"]
    seconds = time.perf_counter() - begun
    if len(shown) != big.ENTRIES or shown[0]["place"] != 1 or shown[-1]["total"] is None:
        raise AssertionError("the board is not what half a million marks make")
    if how == "explained" and steps != big.ENTRIES * (big.ASPECTS + 1):
        raise AssertionError(f"{steps:,} steps explained")
    print(json.dumps({"seconds": seconds, "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))


def explained(marks: Marks) -> int:
    """Every entry's steps with all their inputs, entry by entry, as somebody who prints them all would ask."""
    how, steps = scheme(marks.rulebook), 0
    with undisturbed():
        for code in marks.codes.codes:
            trace = Trace()
            how.evaluate_all({code: marks.given(code)}, {code: trace})
            steps += sum(bool(step.inputs) for step in trace.steps.values())
    return steps


if __name__ == "__main__":
    once(Path(sys.argv[1]), sys.argv[2])
