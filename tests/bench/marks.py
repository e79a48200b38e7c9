"""Marks acknowledged by the full path, 64 judges at once, beside raw FULL commits and an echo of the same frames."""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.bench import big, floors, judges, machine
from tests.bench.served import serving

JUDGES, MARKS, RUNS = 64, 100_000, 5
RAW, ECHOES = 5_000, 50_000


def run(marks: int = MARKS, runs: int = RUNS) -> None:
    raw, echo, ours, waits = [], [], [], []
    for _ in range(runs):
        with tempfile.TemporaryDirectory(prefix="biwu-bench-") as named:
            folder = Path(named)
            raw.append(floors.raw_commits(folder, RAW))
            with serving("echo", folder / "echo") as server:
                echo.append(judges.closed_loop(server["port"], [None] * JUDGES, ECHOES).rate)
            codes = -(-marks // JUDGES // big.ASPECTS)
            with serving("house", folder / "house", str(JUDGES), str(codes)) as server:
                counted = judges.closed_loop(server["port"], server["tokens"], marks)
            ours.append(counted.rate)
            waits += counted.waits
            raw.append(floors.raw_commits(folder, RAW))
    over_raw = [each / max(before, after) for each, before, after in zip(ours, raw[::2], raw[1::2], strict=True)]
    over_echo = [each / least for each, least in zip(ours, echo, strict=True)]
    print(f"floor: raw sqlite3 FULL commits {machine.of(raw, '/s')}")
    print(f"floor: socket echo              {machine.of(echo, '/s')}")
    print(f"marks acknowledged              {machine.of(ours, '/s')}   {JUDGES} judges, {marks:,} marks a run")
    print(f"ratio to raw commits            {machine.of(over_raw, '×', 2)}   wanted ≥ 1.2")
    print(f"ratio to the echo               {machine.of(over_echo, '×', 2)}   wanted ≥ 0.3")
    print(f"a judge waits                   p50 {_ms(waits, 0.5)}, p99 {_ms(waits, 0.99)}")


def _ms(waits: list[float], share: float) -> str:
    return f"{machine.quantile(waits, share) * 1000:.1f} ms"
