"""Accounts: display names, passwords, closing and forgetting."""

import secrets

import pytest
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from domain.errors import Refused
from registry.access.passwords import Cost, Passwords
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


def test_the_right_password_lets_in_and_a_wrong_one_does_not(li):
    assert li.accounts.check("li", HORSE, "10.0.0.1").id == "li"
    for wrong in ("", "correct horsE", HORSE + " ", HORSE * 30):
        li.accounts.check("li", HORSE, "10.0.0.1")
        refused(lambda wrong=wrong: li.accounts.check("li", wrong, "10.0.0.1"), "wrong-password")


def test_full_width_digits_are_the_same_password(li):
    li.accounts.set_password("li", "pass-word-123", by="wang")
    assert li.accounts.check("li", "pass-word-１２３", "10.0.0.1").id == "li"


def test_unknown_closed_and_password_less_accounts_answer_alike_after_the_same_work(li, monkeypatch):
    li.accounts.create("closed", "关", by="wang")
    li.accounts.set_password("closed", HORSE, by="wang")
    li.accounts.close("closed", by="wang")
    li.accounts.create("no-password", "无", by="wang")
    verify = Argon2id.verify_phc_encoded
    work = []

    def seen(password, kept, secret):
        work.append(kept.split("$")[:4])
        return verify(password, kept, secret)

    monkeypatch.setattr("registry.access.passwords.Argon2id.verify_phc_encoded", seen)
    names = ("li", "unknown", "closed", "no-password", "not even an id, 李")
    details = [
        refused(lambda n=n, name=name: li.accounts.check(name, "wrong password", f"10.0.1.{n}"), "wrong-password")
        for n, name in enumerate(names)
    ]
    assert details == [{}] * len(names)
    assert work == [work[0]] * len(names)


def test_the_price_of_a_guess_is_not_below_what_owasp_asks_for():
    assert Cost().memory_kib >= 19 * 1024
    assert Cost().iterations >= 2


def test_the_default_price_works():
    passwords = Passwords(Cost(), bytes(32), secrets.token_bytes)
    kept = passwords.hashed(HORSE)
    assert [passwords.agree(word, kept) for word in (HORSE, "correct horsE")] == [True, False]
    assert not passwords.outdated(kept)


def test_a_password_kept_at_an_older_price_is_renewed_when_it_is_next_right(li, tmp_path):
    li.close()
    dearer = Cost(memory_kib=128, iterations=2, lanes=1)
    with Registry.open(tmp_path / "data", cost=dearer) as registry:
        registry.accounts.check("li", HORSE, "10.0.0.1")
        assert "$m=128,t=2,p=1$" in (registry.accounts._kept("li") or "")
        registry.accounts.check("li", HORSE, "10.0.0.1")


def test_the_kept_text_is_of_no_use_without_the_master_key(li):
    kept = li.accounts._kept("li")
    with pytest.raises(Exception, match="do not match"):
        Argon2id.verify_phc_encoded(HORSE.encode(), kept)


@pytest.mark.parametrize(("password", "reason"), [("x" * 9, "password-too-short"), ("x" * 201, "password-too-long")])
def test_a_password_has_a_decent_length(li, password, reason):
    refused(lambda: li.accounts.set_password("li", password, by="wang"), reason)
    assert li.accounts.check("li", HORSE, "10.0.0.1")


def test_a_new_password_ends_every_session_and_the_old_one_lets_nobody_in(li):
    token = li.sessions.open("li").token
    li.accounts.set_password("li", "battery staple", by="li")
    assert li.sessions.find(token) is None
    refused(lambda: li.accounts.check("li", HORSE, "10.0.0.1"), "wrong-password")


def test_a_password_changed_while_the_old_one_is_being_checked_is_not_passed(li, monkeypatch):
    agree = li.accounts._passwords.agree

    def slow(password, kept):
        answer = agree(password, kept)
        li.accounts.set_password("li", "battery staple", by="wang")
        return answer

    monkeypatch.setattr(li.accounts._passwords, "agree", slow)
    refused(lambda: li.accounts.check("li", HORSE, "10.0.0.1"), "wrong-password")


def test_an_account_is_made_once(li):
    refused(lambda: li.accounts.create("li", "another", by="wang"), "account-taken")
    refused(lambda: li.accounts.create("李", "another", by="wang"), "bad-id")
    refused(lambda: li.accounts.create("zhao", "  ", by="wang"), "text-missing")
    assert [account.id for account in li.accounts.all()] == ["li"]


def test_a_closed_account_keeps_its_place_but_lets_nobody_in(li, clock):
    token = li.sessions.open("li").token
    link = li.links.make("li", by="wang")
    heard: list[str] = []
    li.listen(heard.append)
    li.accounts.close("li", by="wang")
    closed_at = clock.now
    clock.wait(60)
    li.accounts.close("li", by="wang")
    assert li.accounts.get("li").closed_at == closed_at
    assert li.sessions.find(token) is None
    assert set(heard) == {"li"}
    refused(lambda: li.links.use(link.secret), "account-closed")
    refused(lambda: li.sessions.open("li"), "account-closed")
    refused(lambda: li.accounts.set_password("li", HORSE, by="wang"), "account-closed")
    refused(lambda: li.accounts.rename("li", "李", by="wang"), "account-closed")
    assert li.accounts.display_names(["li"], by="zhao", why="journal") == {"li": "李䶮"}


def test_an_unknown_account_cannot_be_changed(registry):
    for change in (
        lambda: registry.accounts.close("nobody", by="wang"),
        lambda: registry.accounts.rename("nobody", "x", by="wang"),
        lambda: registry.accounts.set_password("nobody", HORSE, by="wang"),
        lambda: registry.sessions.open("nobody"),
        lambda: registry.links.make("nobody", by="wang"),
    ):
        refused(change, "account-unknown")


def test_a_forgotten_account_has_no_name_and_no_password_in_any_file(li, tmp_path):
    kept = li.accounts._kept("li").rpartition("$")[2].encode()
    assert any(kept in path.read_bytes() for path in (tmp_path / "data").iterdir())
    li.accounts.erase("li", by="wang")
    assert li.accounts.display_names(["li"], public=True) == {}
    assert li.accounts.get("li").closed_at is not None
    assert not any(kept in path.read_bytes() for path in (tmp_path / "data").iterdir())


def test_to_see_ones_own_name_is_no_look_at_somebody(li):
    before = li.journal.latest(1)
    assert li.accounts.display_names(["li"], by="li", why="page") == {"li": "李䶮"}
    assert li.journal.latest(1) == before
    li.accounts.display_names(["li"], by="zhao", why="page")
    assert li.journal.latest(1)[0].act == "saw-account"
