"""Half a million marks from the record into a ranked board, through the one evaluator, beside SELECT + unpackb."""

from __future__ import annotations

import gc
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from ledger.record import Record
from projections.hall import Hall
from tests.bench import big, floors, machine

RUNS = 5


def run() -> None:
    with tempfile.TemporaryDirectory(prefix="biwu-bench-") as folder:
        print(f"writing {big.MARKS:,} marks ({big.ENTRIES:,} entries × {big.JUDGES} judges × {big.ASPECTS} aspects) …")
        events = big.write(Path(folder))
        path = Path(folder) / "record.sqlite"
        size = sum(left.stat().st_size for left in Path(folder).glob("record.sqlite*"))
        ours, floor, memory = [], [], []
        for _ in range(RUNS):
            floor.append(floors.select_and_unpack(path, events))
            one = json.loads(
                subprocess.run(
                    [sys.executable, "-m", "tests.bench.replay", folder], check=True, capture_output=True, text=True
                ).stdout
            )
            ours.append(one["seconds"])
            memory.append(one["megabytes"])
        ratios = [each / least for each, least in zip(ours, floor, strict=True)]
        print(f"floor: SELECT + unpackb        {machine.of(floor, 's', 2)}")
        print(f"replay into a ranked board     {machine.of(ours, 's', 2)}")
        print(f"ratio to the floor             {machine.of(ratios, '×', 2)}   wanted ≤ 5")
        print(f"memory of the process after it {machine.of(memory, 'MB')}")
        print(f"file                           {size / big.MARKS:.0f} bytes a mark ({size / 1e6:.0f} MB)")


def once(folder: Path) -> None:
    """One replay in a process of its own; prints seconds and peak memory as JSON."""
    begun = time.perf_counter()
    gc.freeze()  # as the server does: what is imported is no garbage
    record, hall = Record.read_only(folder), Hall()
    hall.fold_all(record.recorded())
    with hall.wall(big.CONTEST) as wall:
        view = wall.board.view()
    shown = view.plain()["rows"]
    seconds = time.perf_counter() - begun
    if len(shown) != big.ENTRIES or shown[0]["place"] != 1 or shown[-1]["total"] is None:
        raise AssertionError("the board is not what half a million marks make")
    print(json.dumps({"seconds": seconds, "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))


if __name__ == "__main__":
    once(Path(sys.argv[1]))
