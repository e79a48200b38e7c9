"""Measures what the issues ask for, each beside a floor of the same run: `make bench`, or ARGS="marks replay"."""

from __future__ import annotations

import sys

from tests.bench import machine, marks, pace, replay, scoring

MEASURES = {"marks": marks.run, "pace": pace.run, "replay": replay.run, "scoring": scoring.run}


def main(wanted: list[str]) -> int:
    unknown = [name for name in wanted if name not in MEASURES]
    if unknown:
        print(f"there is no measure {', '.join(unknown)}; there are: {', '.join(MEASURES)}")
        return 2
    print(machine.facts())
    for name in wanted or MEASURES:
        print(f"\n== {name}")
        MEASURES[name]()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
