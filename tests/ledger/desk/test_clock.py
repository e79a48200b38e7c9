"""The official clock starts with the wall and then goes by itself."""

import pytest

from domain.streams import CLOCK
from ledger.clock import DRIFT
from ledger.events import ClockAnchored
from tests.ledger.tiny import HandClock, mark, opened


def test_official_time_is_wall_time_at_the_start_and_what_has_elapsed_since():
    hands = HandClock(wall=1000, elapsed=7)
    clock = hands.official()
    hands.pass_by(250)
    assert clock.now() == 1250


@pytest.mark.parametrize("step", [-600_000_000, 600_000_000])
def test_setting_the_wall_clock_moves_no_official_time(step):
    hands = HandClock(wall=1_000_000_000)
    clock = hands.official()
    hands.wall += step
    hands.elapsed += 5
    assert clock.now() == 1_000_000_005
    assert clock.strayed()


def test_official_time_never_lies_before_the_records_last():
    hands = HandClock(wall=1000)
    clock = hands.official()
    clock.hold(5000)
    assert clock.now() == 5000
    hands.pass_by(4500)
    assert clock.now() == 5500


def test_an_anchor_holds_both_clocks_and_how_far_official_time_may_be_off():
    hands = HandClock(wall=1_000_000, elapsed=70)
    clock = hands.official()
    clock.hold(1_400_000)
    assert clock.anchor() == ClockAnchored(clock.boot, 1_000_000, 70, 400_000)


def test_a_wall_clock_is_written_down_once_for_each_move():
    hands = HandClock()
    clock = hands.official()
    hands.wall += DRIFT
    assert not clock.strayed()
    hands.wall += 1
    anchor = clock.anchor()
    assert clock.strayed()
    clock.noted(anchor)
    assert not clock.strayed()


def _anchors(record):
    return [recorded.event for recorded in record.stream(CLOCK)]


def test_every_start_and_every_move_of_the_wall_clock_is_an_event(tmp_path):
    hands = HandClock()
    for _ in range(2):
        record, desk = opened(tmp_path, clock=hands.official())
        with desk:
            desk.ask_and_wait(mark(1))
        record.close()
    record, desk = opened(tmp_path, clock=hands.official())
    with desk:
        hands.wall += 60_000_000
        desk.ask_and_wait(mark(2))
        desk.ask_and_wait(mark(3))
    anchors = _anchors(record)
    record.close()
    assert len({anchor.boot for anchor in anchors}) == 3
    assert [anchor.wall - anchors[0].wall for anchor in anchors] == [0, 0, 0, 60_000_000]
    assert anchors[-1].uncertainty == 60_000_000


def test_official_time_goes_on_from_the_record_when_the_wall_clock_was_set_back(tmp_path):
    record, desk = opened(tmp_path, clock=HandClock(wall=2_000_000_000).official())
    with desk:
        late = desk.ask_and_wait(mark(1)).at
    record.close()
    record, desk = opened(tmp_path, clock=HandClock(wall=1_000_000_000).official())
    with desk:
        assert desk.ask_and_wait(mark(2)).at >= late
    times = [receipt.at for receipt in record.receipts()]
    record.close()
    assert times == sorted(times)
