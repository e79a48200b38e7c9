"""Cuts of the jury: which are its to decide, in which order they stand, and which lists wait for them."""

from decimal import Decimal

import pytest

from domain.scoring.awards.cuts import cut_faults
from tests.domain.scoring.results.field import awards_of, entry, field, holders, prizes, rules

JURY = '[[awards]]\nid = "m"\nmode = "cuts"\n' + prizes(gold="", silver="", bronze="at_least = 10") + "\n"
FIXED = '[[awards]]\nid = "f"\nmode = "fixed"\nat_the_line = "extend"\n' + prizes(first="count = 1") + "\n"


@pytest.mark.parametrize(
    ("cuts", "faulty"),
    [
        ({"gold": 30, "silver": 20}, []),
        ({"gold": 30, "silver": 30}, []),
        ({"gold": 30}, []),
        ({"gold": 30, "silver": 36}, ["silver"]),
        ({"gold": 9}, ["gold"]),  # below the bronze that is written
        ({"first": 30}, ["first"]),
        ({"bronze": 5}, ["bronze"]),
    ],
)
def test_cuts_are_the_jury_s_where_none_is_written_and_stand_in_the_prizes_order(cuts, faulty):
    found = cut_faults(rules(JURY, FIXED), {prize: Decimal(cut) for prize, cut in cuts.items()})
    assert [each.prize for each in found] == faulty


def test_where_less_is_better_a_better_prize_ends_earlier():
    book = rules('[ranking]\nbetter = "lower"\n', '[[awards]]\nmode = "cuts"\n' + prizes(gold="", silver=""))
    assert not cut_faults(book, {"gold": Decimal(10), "silver": Decimal(12)})
    assert [each.prize for each in cut_faults(book, {"gold": Decimal(12), "silver": Decimal(10)})] == ["silver"]


def test_a_list_tells_which_cuts_it_waits_for():
    found = awards_of(rules(JURY), field(e1="40", e2="12"), cuts={"gold": Decimal(30)})[0]
    assert (holders(found), found.waiting) == ({"gold": ["e1"], "bronze": ["e2"]}, ["silver"])


MENTION = '[[awards]]\nid = "mention"\nmode = "threshold"\nat_least = 7\nunless_awarded = true\n' + prizes(hm="")
CONSOLATION = '\n[[awards]]\nid = "last"\nmode = "threshold"\nat_least = 1\nunless_awarded = true\n' + prizes(c="")


def test_nobody_has_a_mention_for_want_of_a_medal_while_the_jury_has_still_to_cut_the_medals():
    book = rules(JURY, MENTION, CONSOLATION)
    open_, medals = field(e1="40", e2="25", e3="8"), {"gold": Decimal(30), "silver": Decimal(20)}
    before = awards_of(book, open_, cuts={"gold": Decimal(30)})
    assert [(holders(each), each.waiting) for each in before[1:]] == [({}, ["silver"]), ({}, ["silver"])]
    assert before[1].passed["e3"].told("en") == "the jury has not decided the cuts of an earlier list"
    assert [holders(each) for each in awards_of(book, open_, cuts=medals)[1:]] == [{"hm": ["e3"]}, {}]


def test_a_list_that_asks_for_no_other_list_does_not_wait_for_cuts():
    found = awards_of(rules(JURY, FIXED), field(e1="40", e2="12"))[1]
    assert (holders(found), found.waiting) == ({"first": ["e1"]}, [])


def test_a_cut_of_a_figure_of_which_less_is_better_goes_to_those_below_it():
    """Gold is written up to 10 seconds, silver is the jury's: up to 20, though more is better of the total."""
    listed = '[[awards]]\nmode = "cuts"\nnode = "t"\n' + prizes(gold="at_most = 10", silver="") + "\n"
    scored = {name: entry("5", t=time) for name, time in (("a", "9"), ("b", "15"), ("c", "25"))}
    book = rules(listed, nodes=("t",))
    assert holders(awards_of(book, scored, cuts={"silver": Decimal(20)})[0]) == {"gold": ["a"], "silver": ["b"]}
    assert [each.prize for each in cut_faults(book, {"silver": Decimal(8)})] == ["silver"]
