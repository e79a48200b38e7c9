"""Codes: one to one, decoded late and before a witness."""

from __future__ import annotations

import pytest
from hypothesis import given as examples
from hypothesis import strategies as st

from domain.codes.commands import DecodeCodes, DrawCodes
from domain.codes.decisions import commitment_to
from domain.codes.events import CodesDecoded, CodesDrawn
from domain.contest.commands import FixRulebook, NewEntry, OpenContest, OpenModule, RegisterEntries
from tests.support.given import Given
from tests.support.small import CHIEF, CODER, ORGANISER, RULEBOOK, C
from tests.support.stories import tallied


def registered(entries: int = 2) -> Given:
    given = Given()
    given.asks(OpenContest(C, "小赛", "Small contest", "Asia/Shanghai", drill=False), ORGANISER)
    given.asks(FixRulebook(C, RULEBOOK), ORGANISER)
    new = tuple(NewEntry(f"e{n}", f"{100 + n}", "", "", b"") for n in range(1, entries + 1))
    given.asks(RegisterEntries(C, new), ORGANISER)
    return given


def test_an_open_draw_gives_codes_to_entries():
    pairs = (("07", "e1"), ("12", "e2"))
    registered().when(DrawCodes(C, pairs), CODER).then(CodesDrawn(pairs, b""))


@pytest.mark.parametrize(
    ("pairs", "reason"),
    [
        ((("07", "e1"), ("07", "e2")), "code-drawn-twice"),
        ((("07", "e1"), ("12", "e1")), "entry-has-code"),
        ((("07", "e9"),), "unknown-entry"),
        ((("0 7", "e1"),), "bad-id"),
    ],
)
def test_a_draw_that_is_not_one_to_one_is_refused(pairs, reason):
    registered().when(DrawCodes(C, pairs), CODER).refused(reason)


def test_who_registered_late_is_drawn_later():
    given = registered()
    given.asks(DrawCodes(C, (("07", "e1"),)), CODER)
    given.when(OpenModule(C, "task"), CHIEF).refused("codes-not-drawn", entries=1)
    given.when(DrawCodes(C, (("07", "e2"),)), CODER).refused("code-drawn-twice")
    given.asks(DrawCodes(C, (("12", "e2"),)), CODER)
    given.asks(OpenModule(C, "task"), CHIEF)


def test_codes_are_decoded_only_after_the_tally_and_before_a_witness():
    given = registered()
    given.asks(DrawCodes(C, (("07", "e1"), ("12", "e2"))), CODER)
    given.when(DecodeCodes(C, ("sven",)), CODER).refused("not-now")
    given = tallied()
    given.when(DecodeCodes(C, ()), CODER).refused("no-witness")
    given.when(DecodeCodes(C, (CODER.account,)), CODER).refused("no-witness")
    given.when(DecodeCodes(C, ("sven",)), CODER).then(CodesDecoded(("sven",), (), b""))


def test_codes_are_decoded_once():
    given = tallied()
    given.asks(DecodeCodes(C, ("sven",)), CODER)
    given.when(DecodeCodes(C, ("sven",)), CODER).refused("already-decoded")


def test_a_sealed_map_shows_no_entry_and_is_held_against_its_commitment():
    pairs, salt = (("07", "e2"), ("12", "e1")), b"salt"
    given = registered()
    given.asks(DrawCodes(C, (("07", ""), ("12", "")), commitment_to(pairs, salt)), CODER)
    assert given.state("codes:c1").entry_of == {}
    given = tallied(given)
    swapped = (("07", "e1"), ("12", "e2"))
    given.when(DecodeCodes(C, ("sven",), swapped, salt), CODER).refused("map-not-as-committed")
    given.when(DecodeCodes(C, ("sven",), pairs, b"other"), CODER).refused("map-not-as-committed")
    given.asks(DecodeCodes(C, ("sven",), pairs, salt), CODER)
    assert given.state("codes:c1").entry_of == dict(pairs)


def test_open_and_sealed_draws_do_not_mix():
    given = registered()
    given.asks(DrawCodes(C, (("07", "e1"),)), CODER)
    given.when(DrawCodes(C, (("12", ""),), b"c" * 32), CODER).refused("map-not-one-kind")
    registered().when(DrawCodes(C, (("12", "e1"),), b"c" * 32), CODER).refused("map-not-one-kind")


@examples(st.permutations([("07", "e2"), ("12", "e1"), ("31", "e3")]), st.binary(max_size=16))
def test_the_commitment_knows_the_map_and_not_its_order(pairs, salt):
    assert commitment_to(tuple(pairs), salt) == commitment_to((("07", "e2"), ("12", "e1"), ("31", "e3")), salt)
    assert commitment_to(tuple(pairs[:2]), salt) != commitment_to(tuple(pairs), salt)
