"""Award lists: pass lines, limits, shares, categories, several lists, and what stays vacant and why."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.scoring.ranking.places import rank
from tests.domain.scoring.results.field import awards_of, entry, field, holders, prizes, rules

ONE_TWO_THREE = prizes(first="count = 1", second="count = 2", third="count = 3")


def fixed(*more, policy="extend", listed=ONE_TWO_THREE, name="main"):
    return "\n".join(["[[awards]]", f'id = "{name}"', 'mode = "fixed"', f'at_the_line = "{policy}"', listed, *more, ""])


def numbered(count):
    return field(**{f"e{n}": str(90 - n) for n in range(1, count + 1)})


def vacancies(outcome):
    return [(each.prize, each.count, each.reason.word) for each in outcome.vacant]


def theory(*figures):
    """Entries e1, e2 … by falling totals, with these theory scores."""
    return {f"e{n}": entry(str(90 - n), theory=figure) for n, figure in enumerate(figures, 1)}


PASS_LINE = 'minimum = [{ node = "theory", at_least = 60 }]'


def test_a_prize_whose_place_is_below_the_pass_line_stays_vacant():
    found = awards_of(rules(fixed(PASS_LINE), nodes=("theory",)), theory("70", "59", "80", "60"))[0]
    assert holders(found) == {"first": ["e1"], "second": ["e3"], "third": ["e4"]}
    assert vacancies(found) == [("second", 1, "below-minimum"), ("third", 2, "nobody-left")]
    assert found.passed["e2"].told("en") == "theory does not reach what is asked (≥ 60)"
    assert found.passed["e2"].told("zh") == "theory 未达到要求（≥ 60）"


def test_or_it_goes_to_the_next_who_passes():
    book = rules(fixed(PASS_LINE, 'if_below = "next"'), nodes=("theory",))
    found = awards_of(book, theory("50", "70", "80", "60", "90"))[0]
    assert holders(found) == {"first": ["e2"], "second": ["e3", "e4"], "third": ["e5"]}


def test_who_is_below_the_bar_of_one_prize_gets_the_next_lesser_one():
    listed = prizes(first='count = 1, minimum = [{ node = "total", at_least = 90 }]', second="count = 2")
    found = awards_of(rules(fixed(listed=listed)), numbered(4))[0]
    assert holders(found) == {"second": ["e1", "e2"]}
    assert vacancies(found) == [("first", 1, "below-minimum")]


def test_a_place_below_several_bars_leaves_one_prize_vacant_and_not_one_for_each_bar():
    bars = [f'count = 1, minimum = [{{ node = "theory", at_least = {bar} }}]' for bar in (90, 80)]
    listed = prizes(first=bars[0], second=bars[1], third="count = 1")
    found = awards_of(rules(fixed(listed=listed), nodes=("theory",)), theory("50", "85"))[0]
    assert holders(found) == {"second": ["e2"], "third": ["e1"]}


def test_an_entry_may_have_a_prize_of_each_list_unless_the_list_says_otherwise():
    others = [fixed(more, listed=prizes(special="count = 1"), name="s") for more in ("", "unless_awarded = true")]
    first = fixed(listed=prizes(first="count = 1"))
    assert holders(awards_of(rules(first, others[0]), numbered(2))[1]) == {"special": ["e1"]}
    assert holders(awards_of(rules(first, others[1]), numbered(2))[1]) == {"special": ["e2"]}


def test_prizes_above_a_figure_know_limits_and_bars_too():
    listed = prizes(gold='at_least = 80, minimum = [{ node = "theory", at_least = 60 }]', silver="at_least = 70")
    book = rules(f'[[awards]]\nmode = "cuts"\nlimit = {{ by = "unit", count = 1 }}\n{listed}', nodes=("theory",))
    rows = {
        "a": ("95", "50"),
        "b": ("90", "70"),
        "c": ("85", "70"),
        "d": ("85", "70"),
        "e": ("84", "70"),
        "f": ("72", "9"),
    }
    scored = {name: entry(total, theory=figure) for name, (total, figure) in rows.items()}
    units = {name: {"unit": unit} for name, unit in zip("abcdef", "xyzzzx", strict=True)}
    found = awards_of(book, scored, units)[0]
    assert holders(found) == {"gold": ["b", "c", "d"], "silver": ["a"]}
    assert (found.passed["e"].word, found.passed["f"].word) == ("limit", "limit")


def test_a_unit_has_no_more_prizes_than_its_limit_and_the_next_entry_moves_up():
    units = {f"e{n}": {"unit": unit} for n, unit in enumerate("xxxyy", 1)}
    limit = 'limit = {{ by = "unit", count = 2, then = "{}" }}'
    found = awards_of(rules(fixed(limit.format("next"))), numbered(5), units)[0]
    assert holders(found) == {"first": ["e1"], "second": ["e2", "e4"], "third": ["e5"]}
    assert found.passed["e3"].told("en") == "unit “x” has its 2 already"
    found = awards_of(rules(fixed(limit.format("vacant"))), numbered(5), units)[0]
    assert holders(found) == {"first": ["e1"], "second": ["e2"], "third": ["e4", "e5"]}


def test_a_unit_may_have_as_many_prizes_as_its_limit_says():
    book = rules(fixed('limit = { by = "unit", count = 1 }', policy="demote"))
    assert holders(awards_of(book, numbered(1), {"e1": {"unit": "x"}})[0]) == {"first": ["e1"]}


def test_entries_without_a_unit_are_not_limited():
    found = awards_of(rules(fixed('limit = { by = "unit", count = 1 }')), numbered(3))[0]
    assert len(found.given) == 3


@pytest.mark.parametrize(
    ("policy", "having"), [("extend", ["a", "b", "c"]), ("demote", ["a", "c"]), ("block", ["a", "c"])]
)
def test_a_tie_at_the_limit_of_a_unit_goes_as_a_tie_at_the_line(policy, having):
    units = {"a": {"unit": "x"}, "b": {"unit": "x"}, "d": {"unit": "x"}, "c": {"unit": "y"}}
    scored = field(a="9", b="8", d="8", c="7")
    book = rules(fixed('limit = { by = "unit", count = 2 }', policy=policy, listed=prizes(p="count = 9")))
    assert sorted(set(awards_of(book, scored, units)[0].given) - {"d"}) == having


def test_prizes_may_be_given_in_each_category_by_itself():
    attributes = {"e1": {"category": "men"}, "e2": {"category": "men"}, "e3": {"category": "women"}}
    book = rules(fixed('per = "category"', listed=prizes(first="count = 1")))
    assert holders(awards_of(book, numbered(3), attributes)[0]) == {"first": ["e1", "e3"]}
    ranked_so = rules('[ranking]\nper = "category"', fixed(listed=prizes(first="count = 1"), policy="demote"))
    assert holders(awards_of(ranked_so, numbered(3), attributes)[0]) == {"first": ["e1", "e3"]}


def test_cn_18_merit_goes_to_who_stands_behind_the_winners_within_the_top_half():
    merit = '[[awards]]\nid = "merit"\nmode = "top_share"\nupto = 0.5\n' + prizes(merit="")
    book = rules(fixed(listed=prizes(winner="count = 3")), merit)
    assert holders(awards_of(book, numbered(10))[1]) == {"merit": ["e4", "e5"]}
    assert holders(awards_of(book, numbered(9))[1]) == {"merit": ["e4"]}
    assert awards_of(book, numbered(10))[1].vacant == []


def test_a_ratio_may_be_a_fraction_that_has_no_end():
    listed = prizes(gold='ratio = "1/12"', silver='ratio = "1/6"', bronze='ratio = "1/4"')
    book = rules('[[awards]]\nmode = "ratio"\nat_the_line = "extend"\nbase = "ranked"\nrounding = "down"\n' + listed)
    found = holders(awards_of(book, numbered(36))[0])
    assert {prize: len(having) for prize, having in found.items()} == {"gold": 3, "silver": 6, "bronze": 9}


def test_finishers_are_who_came_to_the_end_with_a_result():
    book = rules(
        '[[awards]]\nmode = "ratio"\nat_the_line = "extend"\nbase = "finishers"\nrounding = "down"\n'
        + prizes(p="ratio = 0.5")
    )
    scored = numbered(4) | {"x": entry("1", status="dnf"), "y": entry("DNF"), "z": entry(None, status="dns")}
    assert len(awards_of(book, scored)[0].given) == 2


def test_cuts_may_be_written_beforehand_and_then_bind_the_jury():
    listed = prizes(gold="at_least = 80", silver="")
    book = rules('[[awards]]\nmode = "cuts"\n' + listed)
    cuts = {"gold": Decimal(1), "silver": Decimal(70)}
    assert holders(awards_of(book, field(a="80", b="79", c="69"), cuts=cuts)[0]) == {"gold": ["a"], "silver": ["b"]}


def test_where_less_is_better_a_cut_is_the_highest_total_that_has_the_prize():
    book = rules('[ranking]\nbetter = "lower"', '[[awards]]\nmode = "cuts"\n' + prizes(gold=""))
    found = awards_of(book, field(a="9", b="10", c="11", d="DNF"), cuts={"gold": Decimal(10)})[0]
    assert holders(found) == {"gold": ["a", "b"]}


def test_a_list_may_be_for_some_only():
    women = '[[awards]]\nid = "w"\nmode = "fixed"\nat_the_line = "extend"\nwhen = [{ column = "sex", is = "f" }]\n'
    book = rules(women + prizes(best="count = 1"))
    assert holders(awards_of(book, numbered(3), {"e2": {"sex": "f"}})[0]) == {"best": ["e2"]}


def test_an_unofficial_entry_has_no_prize_and_takes_none_away():
    book = rules(fixed(listed=prizes(first="count = 1")))
    assert holders(awards_of(book, numbered(2), {"e1": {"official": "no"}})[0]) == {"first": ["e2"]}


def test_a_tie_tells_which_prizes_it_keeps_open():
    found = awards_of(rules(fixed(policy="block")), field(a="9", b="8", c="7", d="7", e="6"))[0]
    (tie,) = found.undecided
    assert (tie.entries, tie.prizes) == (("c", "d"), (("second", 1), ("third", 1)))
    assert found.passed["c"].word == "tie"
    assert vacancies(found) == [("third", 1, "nobody-left")]


def test_a_tie_at_the_line_above_uses_up_prizes_below():
    found = awards_of(rules(fixed()), field(a="9", b="9", c="8"))[0]
    assert holders(found) == {"first": ["a", "b"], "second": ["c"]}
    assert vacancies(found)[0] == ("second", 1, "tie-above")


TOTALS = st.lists(st.integers(0, 6), min_size=1, max_size=10)
RATIOS = '[[awards]]\nmode = "ratio"\nat_the_line = "POLICY"\nbase = "entrants"\nrounding = "half_up"\n' + prizes(
    first="ratio = 0.1", second="ratio = 0.2", third="ratio = 0.3"
)


@given(TOTALS, st.sampled_from(["extend", "demote"]), st.sampled_from(["fixed", "ratio"]))
def test_nobody_worse_gets_a_better_prize(totals, policy, mode):
    book = rules(fixed(policy=policy) if mode == "fixed" else RATIOS.replace("POLICY", policy))
    scored = field(**{f"e{n}": str(total) for n, total in enumerate(totals)})
    found, order = awards_of(book, scored)[0].given, ["first", "second", "third", None]
    by_place = [order.index(found.get(each.key)) for each in rank(book, scored)]
    assert all(better <= worse for better, worse in pairwise(by_place))


@given(TOTALS, st.sampled_from(["extend", "demote", "block"]), st.randoms())
def test_the_order_in_which_entries_are_listed_changes_no_prize(totals, policy, chance):
    units = {f"e{n}": {"unit": str(total % 2)} for n, total in enumerate(totals)}
    book = rules(fixed('limit = { by = "unit", count = 2 }', policy=policy))
    scored = field(**{f"e{n}": str(total) for n, total in enumerate(totals)})
    shuffled = dict(chance.sample(sorted(scored.items()), len(scored)))
    assert awards_of(book, shuffled, units) == awards_of(book, scored, units)


@given(TOTALS, st.sampled_from(["extend", "demote", "block"]))
def test_each_prize_is_held_kept_open_or_vacant(totals, policy):
    book = rules(fixed(policy=policy))
    found = awards_of(book, field(**{f"e{n}": str(total) for n, total in enumerate(totals)}))[0]
    for prize, count in (("first", 1), ("second", 2), ("third", 3)):
        held = sum(given == prize for given in found.given.values())
        kept_open = sum(dict(tie.prizes).get(prize, 0) for tie in found.undecided)
        vacant = sum(each.count for each in found.vacant if each.prize == prize)
        assert held + kept_open + vacant == max(count, held + kept_open)
