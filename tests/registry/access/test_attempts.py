"""Guessing passwords: five tries are free, per account and per address, then it becomes slow."""

import threading

import pytest

from domain.errors import Refused
from registry.book import Registry

HORSE = "correct horse"


@pytest.fixture
def li(registry):
    registry.accounts.create("li", "李䶮", by="wang")
    registry.accounts.set_password("li", HORSE, by="wang")
    return registry


def refused(call, reason):
    with pytest.raises(Refused) as raised:
        call()
    assert raised.value.reason == reason
    return raised.value.details


def test_five_tries_are_free_then_each_failure_doubles_the_wait(li, clock):
    def fail(n):
        refused(lambda: li.accounts.check("li", "wrong password", f"10.0.0.{n}"), "wrong-password")

    for n in range(5):
        fail(n)
    for n, wait in enumerate((2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900)):
        for _ in range(3):
            assert refused(lambda: li.accounts.check("li", HORSE, "10.0.9.9"), "too-many-tries") == {"wait_s": wait}
        clock.wait(wait)
        fail(100 + n)


def test_an_account_at_its_limit_raises_one_alarm_and_an_unknown_one_none(li, clock):
    for n in range(5):
        refused(lambda n=n: li.accounts.check("li", "wrong password", f"10.0.0.{n}"), "wrong-password")
        refused(lambda n=n: li.accounts.check("unknown", "wrong password", f"10.0.1.{n}"), "wrong-password")
    refused(lambda: li.accounts.check("li", "wrong password", "10.0.2.1"), "too-many-tries")
    clock.wait(2)
    refused(lambda: li.accounts.check("li", "wrong password", "10.0.2.1"), "wrong-password")
    assert [(line.act, line.subjects) for line in li.journal.alarms()] == [("password-limit", ("li",))]


def test_an_address_that_guesses_at_many_accounts_waits_and_others_do_not(li):
    for n in range(5):
        refused(lambda n=n: li.accounts.check(f"guess{n}", "wrong password", "10.6.6.6"), "wrong-password")
    refused(lambda: li.accounts.check("li", HORSE, "10.6.6.6"), "too-many-tries")
    assert li.accounts.check("li", HORSE, "10.0.0.1")


def test_the_addresses_of_one_ipv6_home_count_as_one(li):
    for n in range(5):
        refused(lambda n=n: li.accounts.check(f"guess{n}", "wrong password", f"2001:db8:1:2::{n}"), "wrong-password")
    refused(lambda: li.accounts.check("li", HORSE, "2001:db8:1:2:ffff::1%eth0"), "too-many-tries")
    assert li.accounts.check("li", HORSE, "2001:db8:1:3::1")


def test_an_ipv4_address_is_the_same_in_its_ipv6_dress(li):
    for n in range(5):
        refused(lambda n=n: li.accounts.check(f"guess{n}", "wrong password", "::ffff:10.6.6.6"), "wrong-password")
    refused(lambda: li.accounts.check("li", HORSE, "10.6.6.6"), "too-many-tries")


def test_an_address_in_no_known_shape_is_counted_as_it_is(li):
    for n in range(5):
        refused(lambda n=n: li.accounts.check(f"guess{n}", "wrong password", "unix:"), "wrong-password")
    refused(lambda: li.accounts.check("li", HORSE, "unix:"), "too-many-tries")


def test_the_right_password_clears_the_account_and_gives_the_address_its_try_back(li):
    for n in range(4):
        refused(lambda n=n: li.accounts.check("li", "wrong password", f"10.0.0.{n}"), "wrong-password")
    for _ in range(20):
        li.accounts.check("li", HORSE, "10.0.0.9")
    for n in range(4):
        refused(lambda n=n: li.accounts.check("li", "wrong password", f"10.0.0.{n}"), "wrong-password")
    assert li.accounts.check("li", HORSE, "10.0.0.9")


def test_an_account_of_ones_own_does_not_buy_more_guesses_at_others(li):
    for n in range(4):
        refused(lambda n=n: li.accounts.check(f"guess{n}", "wrong password", "10.6.6.6"), "wrong-password")
        li.accounts.check("li", HORSE, "10.6.6.6")
    refused(lambda: li.accounts.check("guess5", "wrong password", "10.6.6.6"), "wrong-password")
    refused(lambda: li.accounts.check("guess6", "wrong password", "10.6.6.6"), "too-many-tries")


def test_after_a_quiet_hour_tries_are_free_again(li, clock):
    for _ in range(2):
        for n in range(5):
            refused(lambda n=n: li.accounts.check("li", "wrong password", f"10.0.0.{n}"), "wrong-password")
        refused(lambda: li.accounts.check("li", HORSE, "10.0.0.9"), "too-many-tries")
        clock.wait(3601)


def test_the_limit_survives_a_restart_and_keeps_no_address(li, tmp_path, clock):
    for _ in range(5):
        refused(lambda: li.accounts.check("li", "wrong password", "203.0.113.77"), "wrong-password")
    li.close()
    with Registry.open(tmp_path / "data", now=clock) as registry:
        refused(lambda: registry.accounts.check("li", HORSE, "203.0.113.77"), "too-many-tries")
    assert not any(b"203.0.113" in path.read_bytes() for path in (tmp_path / "data").iterdir())


def test_guesses_sent_all_at_once_do_not_slip_past_the_limit(li):
    answers = []
    start = threading.Barrier(12)

    def guess(n):
        start.wait()
        try:
            li.accounts.check("li", "wrong password", f"10.0.0.{n}")
        except Refused as no:
            answers.append(no.reason)

    threads = [threading.Thread(target=guess, args=(n,)) for n in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers) == ["too-many-tries"] * 7 + ["wrong-password"] * 5
