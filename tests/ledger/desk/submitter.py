"""Marks without end from eight devices and prints each acknowledgement: test_kill.py kills it.

First every device sends its last command again, as a tablet does after the server came back.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import Any

from tests.ledger.tiny import mark, opened

DEVICES = 8


def main(folder: Path) -> None:
    record, desk = opened(folder)
    desk.start()

    def send(device: int, counter: int) -> None:
        def acknowledged(receipt: Any) -> None:
            line = f"d{device} {counter} {receipt.entry} {receipt.first} {receipt.hash.hex()}\n"
            os.write(1, line.encode())  # one write a line: a kill leaves whole lines and at most one torn one
            send(device, counter + 1)

        desk.submit(mark(counter, sheet=f"s{device}", device=f"d{device}"), acknowledged)

    for device in range(DEVICES):
        send(device, max(1, desk.highest_counter(f"d{device}")))
    time.sleep(60)  # killed long before
    record.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
