"""The receipt's delay at 200 marks a second, with the raw commit's beside it."""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.bench import big, floors, judges, machine
from tests.bench.served import serving

JUDGES, A_SECOND, MARKS, RUNS = 64, 200, 3_200, 5


def run() -> None:
    raw, ours, middle = [], [], []
    for _ in range(RUNS):
        with tempfile.TemporaryDirectory(prefix="biwu-bench-") as named:
            folder = Path(named)
            alone: list[float] = []
            floors.raw_commits(folder, 2_000, alone)
            raw.append(machine.quantile(alone, 0.99) * 1000)
            codes = -(-MARKS // JUDGES // big.ASPECTS)
            with serving("house", folder / "house", str(JUDGES), str(codes)) as server:
                waits = judges.open_loop(server["port"], server["tokens"], MARKS, A_SECOND).waits
            ours.append(machine.quantile(waits, 0.99) * 1000)
            middle.append(machine.quantile(waits, 0.5) * 1000)
    print(f"raw sqlite3 FULL commit, p99   {machine.of(raw, 'ms', 2)}")
    print(f"receipt at {A_SECOND} marks/s, p50     {machine.of(middle, 'ms', 2)}")
    print(f"receipt at {A_SECOND} marks/s, p99     {machine.of(ours, 'ms', 2)}   wanted ≤ 5")
