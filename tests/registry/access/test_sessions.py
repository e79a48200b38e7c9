"""Sessions: they end by themselves, can be ended, and belong to a device."""

import pytest

from domain.errors import Refused
from registry.access.limits import Limits
from registry.access.places import EVERYWHERE, Place
from registry.access.sessions import csrf_agrees, csrf_of

LIMITS = Limits()


@pytest.fixture
def li(registry):
    registry.accounts.create("li", "李", by="wang")
    registry.accounts.create("zhao", "赵", by="wang")
    return registry


def test_a_token_finds_its_session_and_no_other_text_does(li):
    opened = li.sessions.open("li")
    assert li.sessions.find(opened.token) == opened.session
    assert opened.session.place == EVERYWHERE
    for wrong in ("", opened.token[:-1], opened.token + "x", "李", "\ud800"):
        assert li.sessions.find(wrong) is None


def test_a_token_lies_in_no_file(li, tmp_path):
    token = li.sessions.open("li").token
    assert len(token) * 6 >= 256
    assert not any(token.encode() in path.read_bytes() for path in (tmp_path / "data").iterdir())


def test_an_unused_session_falls_asleep(li, clock):
    token = li.sessions.open("li").token
    clock.wait(LIMITS.idle)
    assert li.sessions.find(token) is None
    assert li.sessions.of("li") == []


def test_use_keeps_a_session_awake_but_not_for_ever(li, clock):
    opened = li.sessions.open("li")
    for _ in range(LIMITS.absolute // LIMITS.idle):
        clock.wait(LIMITS.idle - 60)
        assert li.sessions.find(opened.token) is not None
    clock.now = opened.session.until - 1
    assert li.sessions.find(opened.token) is not None
    clock.now = opened.session.until
    assert li.sessions.find(opened.token) is None


def test_use_is_noted_once_a_minute_so_that_looking_costs_no_write(li, clock):
    opened = li.sessions.open("li")
    clock.wait(59)
    li.sessions.find(opened.token)
    assert li.sessions.of("li")[0].seen == opened.session.at
    clock.wait(1)
    li.sessions.find(opened.token)
    assert li.sessions.of("li")[0].seen == clock.now


def test_who_logs_out_is_out(li):
    one, other = li.sessions.open("li"), li.sessions.open("li")
    heard: list[str] = []
    li.listen(heard.append)
    li.sessions.end(one.token)
    li.sessions.end(one.token)
    li.sessions.end("unknown")
    assert li.sessions.find(one.token) is None
    assert li.sessions.find(other.token) is not None
    assert heard == ["li"]


def test_sessions_are_listed_and_ended_by_number_and_the_journal_says_by_whom(li):
    one, other, foreign = li.sessions.open("li"), li.sessions.open("li"), li.sessions.open("zhao")
    assert li.sessions.of("li") == [one.session, other.session]
    assert li.sessions.revoke(one.session.number, by="wang") is True
    assert li.sessions.revoke(one.session.number, by="wang") is False
    assert li.sessions.find(one.token) is None
    assert (li.journal.latest(1)[0].by, li.journal.latest(1)[0].subjects) == ("wang", ("li",))
    assert li.sessions.end_all("li", by="wang") == 1
    assert li.sessions.find(other.token) is None
    assert li.sessions.find(foreign.token) is not None


def test_a_device_that_comes_back_keeps_its_id_and_its_old_session_ends(li):
    first = li.sessions.open("li")
    second = li.sessions.open("li", device=first.session.device)
    assert second.session.device == first.session.device
    assert li.sessions.find(first.token) is None
    assert li.sessions.find(second.token) is not None


def test_every_new_device_has_an_id_of_its_own(li):
    assert len({li.sessions.open("li").session.device for _ in range(50)}) == 50


def test_nobody_comes_on_somebody_elses_device(li):
    device = li.sessions.open("zhao").session.device
    for claimed in (device, "d" + "0" * 20):
        with pytest.raises(Refused, match="device-unknown"):
            li.sessions.open("li", device=claimed)
    assert len(li.sessions.of("zhao")) == 1


def test_a_session_is_bound_to_its_place(li):
    seat = Place("wanbei", "stay-wire", "F1")
    assert li.sessions.find(li.sessions.open("li", seat).token).place == seat


def test_every_session_has_a_csrf_secret_that_agrees_with_itself_alone(li):
    one, other = li.sessions.open("li").token, li.sessions.open("li").token
    assert csrf_of(one) == csrf_of(one)
    assert csrf_agrees(one, csrf_of(one))
    assert not csrf_agrees(one, csrf_of(other))
    assert not csrf_agrees(one, "")
    assert not csrf_agrees(one, "李")
    assert one not in csrf_of(one)
