"""Killed again and again under load, the record holds every acknowledged mark exactly once."""

import random
import subprocess
import sys

import pytest

from ledger.record import Record
from ledger.verify import verify
from tests.ledger.tiny import CODEC

CYCLES = 20


def _acknowledged_until_killed(folder, lines):
    """Whole lines the process printed before a kill -9 some time after the given number of them."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.ledger.desk.submitter", str(folder)], stdout=subprocess.PIPE
    ) as judging:
        assert judging.stdout
        heard = [judging.stdout.readline() for _ in range(lines)]
        judging.kill()
        heard += judging.stdout.readlines()
    assert b"" not in heard, "it ended by itself"
    return [line.decode().split() for line in heard if line.endswith(b"\n")]


@pytest.mark.slow
def test_every_acknowledged_mark_survives_twenty_kills(tmp_path):
    chance = random.Random()  # another moment at every run
    acknowledged: dict[tuple[str, str], list[str]] = {}
    for _ in range(CYCLES):
        for device, counter, *place in _acknowledged_until_killed(tmp_path, chance.randrange(1, 400)):
            assert acknowledged.setdefault((device, counter), place) == place  # again means: the same answer
    verdict = verify(tmp_path, codec=CODEC)
    assert verdict.faults == ()
    record = Record.read_only(tmp_path, CODEC)
    stored = [each for each in record.receipts() if each.device.startswith("d")]
    found = {(r.device, str(r.counter)): [str(r.entry), str(r.first), r.hash.hex()] for r in stored}
    assert len(found) == len(stored)
    assert {key: found.get(key) for key in acknowledged} == acknowledged
    marks = [each for each in record.recorded() if each.stream.startswith("sheet:")]
    assert len({(each.stream, each.event.aspect) for each in marks}) == len(marks) == len(stored)
    positions = [each.position for each in record.recorded()]
    assert positions == list(range(1, len(positions) + 1))
    record.close()
