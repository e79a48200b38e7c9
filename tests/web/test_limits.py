"""Buckets: so much at once, so much a second after that, and each address its own."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from web.limits import Bucket, PerAddress


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


def test_a_burst_passes_and_then_the_rate():
    clock = Clock()
    bucket = Bucket(3, 2, clock)
    assert [bucket.take() for _ in range(4)] == [True, True, True, False]
    clock.now = 0.5
    assert [bucket.take(), bucket.take()] == [True, False]
    clock.now = 1000
    assert [bucket.take() for _ in range(4)] == [True, True, True, False]


def test_who_has_to_wait_is_told_enough():
    clock = Clock()
    bucket = Bucket(1, 1, clock)
    bucket.take()
    assert not bucket.take()
    clock.now += bucket.wait_s()
    assert bucket.take()


@given(st.integers(1, 20), st.integers(1, 20), st.lists(st.floats(0, 5), max_size=100))
def test_never_more_than_burst_and_rate_allow(burst, rate, pauses):
    clock = Clock()
    bucket = Bucket(burst, rate, clock)
    passed = 0
    for pause in pauses:
        clock.now += pause
        passed += bucket.take()
    assert passed <= burst + rate * clock.now + 1


def test_each_address_has_its_own():
    tries = PerAddress(1, 1, Clock())
    assert tries.of("192.0.2.1").take()
    assert not tries.of("192.0.2.1").take()
    assert tries.of("192.0.2.2").take()


def test_addresses_of_one_home_count_as_one():
    tries = PerAddress(1, 1, Clock())
    assert tries.of("2001:db8::1").take()
    assert not tries.of("2001:db8::ffff").take()
    assert tries.of("2001:db8:0:1::1").take()
    assert tries.of("::ffff:192.0.2.1").take()
    assert not tries.of("::ffff:192.0.2.1").take()
    assert tries.of("fe80::1%eth0").take()
    assert tries.of("testclient").take()


def test_only_the_latest_are_remembered():
    tries = PerAddress(1, 1, Clock())
    first = tries.of("192.0.2.1")
    for number in range(10_000):
        tries.of(f"host-{number}")
    assert tries.of("192.0.2.1") is not first
