"""Canonical forms and seals."""

import hashlib
import hmac

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import Refused
from registry.sealing import Opening, canonical, fields_of, tidy

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
FIELDS = st.dictionaries(TEXT, TEXT)


def test_a_seal_is_hmac_sha256_under_the_salt():
    opening = Opening(bytes(range(16)), "漏评一处".encode())
    assert opening.seal == hmac.new(bytes(range(16)), "漏评一处".encode(), hashlib.sha256).digest()


def test_a_persons_canonical_bytes_are_the_documented_ones():
    assert canonical({"name": "𬎆", "employer": "a"}) == (
        b"\x00\x00\x00\x08employer\x00\x00\x00\x01a\x00\x00\x00\x04name\x00\x00\x00\x04\xf0\xac\x8e\x86"
    )


@given(FIELDS)
def test_fields_come_back_from_their_canonical_bytes(fields):
    assert fields_of(canonical(fields)) == fields


@given(FIELDS, FIELDS)
def test_two_different_people_never_have_the_same_canonical_bytes(one, other):
    assert (canonical(one) == canonical(other)) == (one == other)


@given(FIELDS)
def test_the_order_in_which_fields_are_given_does_not_matter(fields):
    assert canonical(dict(reversed(fields.items()))) == canonical(fields)


@given(st.binary(min_size=16, max_size=16), st.binary(), st.binary())
def test_a_seal_opens_for_its_own_bytes_alone(salt, plain, other):
    assert Opening(salt, plain).opens(Opening(salt, plain).seal)
    assert Opening(salt, other).opens(Opening(salt, plain).seal) == (plain == other)


@given(st.binary(min_size=16, max_size=16), st.binary(min_size=16, max_size=16), st.binary())
def test_the_same_bytes_under_another_salt_have_another_seal(salt, other, plain):
    assert (Opening(salt, plain).seal == Opening(other, plain).seal) == (salt == other)


def test_text_becomes_nfc_without_blanks_at_its_ends_and_rare_characters_stay():
    assert tidy("  王\u3000", 10) == "王"
    assert tidy("e\u0301", 10) == "é"
    assert tidy("䶮㛃𫖯𬎆𬭎", 10) == "䶮㛃𫖯𬎆𬭎"


@given(st.text())
def test_tidying_twice_changes_nothing(text):
    try:
        once = tidy(text, 10_000, lines=True)
    except Refused:
        return
    assert tidy(once, 10_000, lines=True) == once


@pytest.mark.parametrize("text", ["a\x00b", "a\x1bb", "a\ud800b", "a\nb"])
def test_what_no_keyboard_writes_is_refused(text):
    with pytest.raises(Refused, match="text-unreadable"):
        tidy(text, 10)


def test_line_ends_of_every_kind_become_one():
    assert tidy("a\r\nb\rc\n", 10, lines=True) == "a\nb\nc"


def test_the_limit_counts_characters():
    assert tidy("𬎆" * 5, 5) == "𬎆" * 5
    with pytest.raises(Refused, match="text-too-long"):
        tidy("𬎆" * 6, 5)
