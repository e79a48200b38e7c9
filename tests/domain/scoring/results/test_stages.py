"""Stages: each ranked by its own total, and the overall order behind them."""

from decimal import Decimal

from domain.rulebook.parts import Words
from domain.rulebook.stages import Stage
from domain.scoring.ranking import in_stage, rank, rank_stages
from tests.domain.scoring.results.field import entry, field, rules

PRELIM = field(a="90", b="80", c="70", d="70", e="60")


def test_who_got_furthest_stands_first_and_within_a_stage_its_total_decides():
    final = rank(rules(), field(c="50", a="40"))
    overall = rank_stages([rank(rules(), PRELIM), final])
    assert [(each.key, each.place) for each in overall] == [("c", 1), ("a", 2), ("b", 3), ("d", 4), ("e", 5)]


def test_who_shares_a_place_in_its_stage_shares_it_overall():
    overall = rank_stages([rank(rules(), PRELIM), rank(rules(), field(a="1"))], display="1223")
    assert [(each.key, each.place, each.shown) for each in overall][2:] == [("c", 3, "3"), ("d", 3, "3"), ("e", 5, "4")]


def test_finalists_without_a_figure_yet_stand_in_the_order_of_the_stage_before():
    final = rank(rules(), {"c": entry("50"), "a": entry(None), "b": entry(None)})
    overall = rank_stages([rank(rules(), PRELIM), final])
    assert [each.key for each in overall] == ["c", "a", "b", "d", "e"]
    assert [each.place for each in overall] == [1, 2, 3, 4, 5]


LOWEST = Stage(id="prelim", title=Words(zh="预赛", en="Prelim"), total="first", better="lower")


def test_each_stage_is_ranked_by_its_own_total_and_which_way_it_says():
    scored = {"a": entry(None, first="9"), "b": entry("7", first="8")}
    placed = rank(rules(nodes=("first",)), scored, stage=LOWEST)
    assert [(each.key, each.place) for each in placed] == [("b", 1), ("a", 2)]


def test_who_did_not_reach_the_final_has_the_total_of_the_stage_it_reached():
    found = in_stage(entry(None, first="9"), LOWEST)
    assert found.complete
    assert found.total == Decimal(9)


def test_who_was_disqualified_in_the_final_has_no_place_overall():
    final = rank(rules(), {"c": entry("50"), "a": entry(None, status="dsq")})
    overall = rank_stages([rank(rules(), PRELIM), final], unranked={"a"})
    assert [(each.key, each.place) for each in overall] == [("c", 1), ("b", 2), ("d", 3), ("e", 4), ("a", None)]
