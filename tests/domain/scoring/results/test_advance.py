"""Who goes on from a stage: so many, a share of the starters, within a quota; what ties do at either line."""

import pytest

from domain.rulebook.stages import Advance
from domain.scoring.ranking import Field, going_through, rank
from domain.scoring.ranking.advance import started
from domain.scoring.scored import InStage
from tests.domain.scoring.results.field import entry, field, rules
from tests.domain.scoring.results.test_stages import LOWEST

PRELIM = field(a="90", b="80", c="70", d="70", e="60")
GYMNASTS = field(a="60", b="59", c="58", d="57", e="56", f="55")
COUNTRIES = {name: {"group": "CHN" if name in "abc" else "JPN" if name in "de" else ""} for name in GYMNASTS}


def advance(**keys):
    return Advance.model_validate({"ties": "all", **keys})


def goes_on(scored, *, known=None, **keys):
    return "".join(going_through(rank(rules(), scored), advance(**keys), known))


def two_a_country(first, scored=GYMNASTS, **keys):
    limit = {"by": "group", "most": 2}
    return goes_on(scored, known=Field(COUNTRIES), first=first, limit=limit, **keys)


def test_cn_14_all_who_tie_on_the_last_place_go_through():
    assert goes_on(PRELIM, first=3) == "abcd"
    assert goes_on(PRELIM, first=3, ties="none") == "ab"
    assert goes_on(PRELIM, first=4, ties="none") == "abcd"


def test_so_many_of_each_category_go_through():
    attributes = {name: {"category": name if name == "e" else "men"} for name in PRELIM}
    placed = rank(rules('[ranking]\nper = "category"'), PRELIM, attributes)
    assert going_through(placed, advance(first=1)) == ("e", "a")


@pytest.mark.parametrize(
    ("share", "rounding", "who_started", "through"),
    [
        ("3/4", "down", "abcdef", "abcd"),
        ("3/4", "up", "abcdef", "abcde"),
        ("3/4", "half_up", "abcdef", "abcde"),
        ("3/4", "half_even", "abcdef", "abcd"),
        ("3/4", "down", "abcde", "abc"),
        ("1/6", "up", "abcdef", "a"),
        (1, "down", "abcdef", "abcdef"),
    ],
)
def test_a_share_is_of_those_who_started_and_made_whole_as_the_rules_say(share, rounding, who_started, through):
    assert goes_on(GYMNASTS, known=Field(started=who_started), share=share, rounding=rounding) == through


def test_each_category_has_the_share_of_its_own_starters():
    attributes = {name: {"category": "men" if name in "ab" else "women"} for name in GYMNASTS}
    placed = rank(rules('[ranking]\nper = "category"'), GYMNASTS, attributes)
    found = going_through(placed, advance(share="1/2", rounding="down"), Field(attributes, set(GYMNASTS)))
    assert found == ("a", "c", "d")


@pytest.mark.parametrize(
    ("standing", "status", "began"),
    [("unranked", "dns", False), ("unranked", "declined", False), ("last", "dns", False), ("unranked", "dsq", True)],
)
def test_who_did_not_start_is_no_starter_and_who_was_disqualified_is(standing, status, began):
    assert started(entry("9")._replace(in_stage={"prelim": InStage(standing, status)}), LOWEST) is began
    assert started(entry("9")._replace(in_stage={"final": InStage(standing, status)}), LOWEST)


def test_who_is_beyond_the_quota_is_passed_over_and_the_next_goes_on():
    assert two_a_country(3) == "abd"
    assert two_a_country(5) == "abdef"
    assert two_a_country(6) == "abdef"


def test_who_has_nothing_in_the_column_is_beyond_no_quota():
    alone = {name: {"group": " "} for name in GYMNASTS}
    limit = {"by": "group", "most": 1}
    assert goes_on(GYMNASTS, known=Field(alone), first=4, limit=limit) == "abcd"


AT_THE_QUOTA = field(a="60", b="59", c="59", d="57", e="56", f="55")


def test_of_a_tie_for_the_last_place_of_a_country_all_go_on_or_none_and_the_next_in_rank_does():
    assert two_a_country(4, AT_THE_QUOTA) == "abcd"
    assert two_a_country(4, AT_THE_QUOTA, ties="none") == "adef"


AT_BOTH = field(a="60", b="59", c="59", d="59", e="56", f="55")


def test_at_the_line_a_tied_country_asks_for_no_more_than_it_may_have():
    assert two_a_country(3, AT_BOTH) == "abcd"
    assert two_a_country(3, AT_BOTH, ties="none") == "ade"
    assert two_a_country(2, AT_BOTH, ties="none") == "a"


def test_who_lost_the_place_after_the_next_stage_began_keeps_the_slot_and_the_country_s_place():
    scored = GYMNASTS | {"a": entry(None, status="dsq")}
    known = Field(COUNTRIES, kept={"a"})
    assert goes_on(scored, known=known, first=3, limit={"by": "group", "most": 2}) == "abd"


def test_a_slot_kept_in_one_category_costs_no_other_category_one():
    attributes = {name: {"category": "men" if name in "abc" else "women"} for name in GYMNASTS}
    scored = GYMNASTS | {"a": entry(None, status="dsq")}
    placed = rank(rules('[ranking]\nper = "category"'), scored, attributes)
    assert sorted(going_through(placed, advance(first=2), Field(attributes, kept={"a"}))) == ["a", "b", "d", "e"]
