"""One-time links: once, in time, for the seat that was given."""

import threading

import pytest

from domain.errors import Refused
from registry.access.places import Place

SEAT = Place("wanbei", "stay-wire", "F1")


@pytest.fixture
def judge(registry):
    registry.accounts.create("li", "李", by="wang")
    registry.grants.grant("li", "floor_judge", SEAT, by="wang")
    return registry


def test_a_link_opens_a_session_in_its_seat_on_a_new_device(judge):
    opened = judge.links.use(judge.links.make("li", "wang", SEAT).secret)
    session = judge.sessions.find(opened.token)
    assert session == opened.session
    assert (session.account, session.place) == ("li", SEAT)
    assert session.device.startswith("d")
    assert judge.journal.latest(1)[0].act == "enrolled"


def test_a_second_use_is_refused_and_raises_an_alarm_but_the_first_goes_on(judge, clock):
    link = judge.links.make("li", "wang", SEAT)
    opened = judge.links.use(link.secret)
    clock.wait(3600)
    with pytest.raises(Refused, match="link-used"):
        judge.links.use(link.secret)
    assert [(line.act, line.subjects, line.at) for line in judge.journal.alarms()] == [
        ("link-used-again", ("li",), clock.now)
    ]
    assert judge.sessions.find(opened.token) is not None


def test_of_many_who_scan_it_at_once_one_gets_in(judge):
    link = judge.links.make("li", "wang", SEAT)
    start = threading.Barrier(8)
    answers = []

    def scan():
        start.wait()
        try:
            answers.append(judge.links.use(link.secret).session.account)
        except Refused as no:
            answers.append(no.reason)

    threads = [threading.Thread(target=scan) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers) == ["li"] + ["link-used"] * 7
    assert len(judge.journal.alarms()) == 7
    assert len(judge.sessions.of("li")) == 1


@pytest.mark.parametrize(("life", "wait"), [(None, 600), (30, 30)])
def test_a_link_lives_ten_minutes_unless_told_otherwise(judge, clock, life, wait):
    one, other = (judge.links.make("li", "wang", SEAT, life_s=life) for _ in range(2))
    clock.wait(wait - 0.000001)
    judge.links.use(one.secret)
    clock.wait(0.000001)
    assert other.until == clock.now
    with pytest.raises(Refused, match="link-expired"):
        judge.links.use(other.secret)


def test_an_unknown_link_lets_nobody_in(judge):
    for secret in ("", "x" * 27, "李", "\ud800"):
        with pytest.raises(Refused, match="link-unknown"):
            judge.links.use(secret)


def test_a_cancelled_link_lets_nobody_in(judge):
    link, used = judge.links.make("li", "wang", SEAT), judge.links.make("li", "wang", SEAT)
    judge.links.use(used.secret)
    assert judge.links.cancel("li", by="wang") == 1
    with pytest.raises(Refused, match="link-unknown"):
        judge.links.use(link.secret)
    with pytest.raises(Refused, match="link-used"):
        judge.links.use(used.secret)


def test_no_link_is_made_for_a_seat_that_was_not_given(judge):
    with pytest.raises(Refused, match="seat-not-granted"):
        judge.links.make("li", "wang", SEAT._replace(seat="F2"))


def test_a_seat_taken_back_voids_its_links(judge):
    link = judge.links.make("li", "wang", SEAT)
    judge.grants.revoke("li", "floor_judge", SEAT, by="wang")
    with pytest.raises(Refused, match="seat-not-granted"):
        judge.links.use(link.secret)


def test_a_refused_link_is_not_spent(judge):
    link = judge.links.make("li", "wang", SEAT)
    with pytest.raises(Refused, match="device-unknown"):
        judge.links.use(link.secret, device="d-of-somebody-else")
    assert judge.links.use(link.secret).session.account == "li"


def test_a_secret_has_at_least_128_bits_and_lies_in_no_file(judge, tmp_path):
    links = [judge.links.make("li", "wang", SEAT) for _ in range(50)]
    assert len({link.secret for link in links}) == 50
    assert all(len(link.secret) * 6 >= 128 for link in links)
    raw = [path.read_bytes() for path in (tmp_path / "data").iterdir()]
    assert not any(link.secret.encode() in file for link in links for file in raw)
