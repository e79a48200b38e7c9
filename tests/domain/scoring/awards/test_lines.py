"""Where lists of prizes end: the nearest number, a prize's own way with ties, caps, figures of a node."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.scoring.ranking.places import rank
from tests.domain.scoring.results.field import awards_of, entry, field, holders, prizes, rules


def listed(listed_prizes, *lines, policy="extend"):
    head = f'[[awards]]\nmode = "fixed"\nat_the_line = "{policy}"\n'
    return head + "\n".join([*lines, listed_prizes]) + "\n"


def scores(*totals):
    return field(**{f"e{n}": str(total) for n, total in enumerate(totals, 1)})


@pytest.mark.parametrize(
    ("totals", "having"),
    [
        ((9, 8, 7, 7, 7, 7, 6), 2),  # three wanted: three too many with the tie, one too few without
        ((9, 8, 7, 7, 6), 2),  # one too many, one too few: the smaller number
        ((9, 7, 7, 7, 6), 4),  # one too many, two too few
        ((7, 7, 7, 7, 7), 5),  # two too many, three too few
        ((9, 8, 7, 6), 3),
    ],
)
def test_the_nearest_line_takes_or_leaves_a_tie_whichever_comes_nearer_to_the_number(totals, having):
    found = awards_of(rules(listed(prizes(medal="count = 3"), policy="nearest")), scores(*totals))[0]
    assert len(found.given) == having


def tied(*sizes):
    """A field whose groups of equal totals have these sizes, best first."""
    return scores(*(90 - group for group, size in enumerate(sizes) for _ in range(size)))


@pytest.mark.parametrize(
    ("rounding", "sizes", "golds"),
    [
        ("exact", (3, 4, 58), 7),  # 65 / 12 is 5 5/12: 3 are 2 5/12 too few, 7 are 1 7/12 too many
        ("half_up", (3, 4, 58), 3),  # 5: two too few, two too many
        ("exact", (4, 3, 59), 4),  # 66 / 12 is 5 1/2: equally far, the smaller number
        ("up", (4, 3, 59), 7),
        ("exact", (4, 3, 60), 7),  # 67 / 12 is 5 7/12
        ("exact", (1,) * 65, 5),
        ("exact", (1,) * 67, 6),
    ],
)
def test_what_is_nearest_to_the_exact_share_and_not_to_a_rounded_one(rounding, sizes, golds):
    line = f'[[awards]]\nmode = "ratio"\nat_the_line = "nearest"\nbase = "entrants"\nrounding = "{rounding}"\n'
    found = awards_of(rules(line + 'prizes = [{ id = "gold", ratio = "1/12" }]'), tied(*sizes))[0]
    assert len(found.given) == golds


def test_each_exact_line_is_measured_by_itself_and_what_is_vacant_is_told_in_whole_numbers():
    line = '[[awards]]\nmode = "ratio"\nat_the_line = "nearest"\nbase = "entrants"\nrounding = "exact"\n'
    book = rules(line + 'prizes = [{ id = "gold", ratio = "1/12" }, { id = "silver", ratio = "1/6" }]')
    found = awards_of(book, tied(7, 8, 4, 46))[0]  # ends at 5 5/12 and 16 1/4: 7, then 15 rather than 19
    assert {prize: len(names) for prize, names in holders(found).items()} == {"gold": 7, "silver": 8}
    assert [(each.prize, each.count, each.reason.word) for each in found.vacant] == [
        ("silver", 1, "tie-demoted"),
        ("silver", 2, "tie-above"),
    ]


def test_each_prize_may_have_its_own_way_with_a_tie():
    """Golds never more than two, silvers never less."""
    line = listed(prizes(gold='count = 2, at_the_line = "demote"', silver="count = 2", bronze="count = 1"))
    found = awards_of(rules(line), scores(9, 8, 8, 7, 7, 6))[0]
    assert holders(found) == {"gold": ["e1"], "silver": ["e2", "e3", "e4", "e5"]}


def test_only_the_gold_waits_for_a_decision():
    line = listed(prizes(gold='count = 1, at_the_line = "block"', silver="count = 1", bronze="count = 2"))
    found = awards_of(rules(line), scores(9, 9, 8, 7, 7))[0]
    assert [tie.entries for tie in found.undecided] == [("e1", "e2")]
    assert holders(found) == {"bronze": ["e3", "e4", "e5"]}


CAP = 'cap = {{ ratio = 0.5, base = "entrants", rounding = "down"{} }}'


@pytest.mark.parametrize(
    ("way", "having"),
    [
        ("", ["e1", "e2", "e3", "e4"]),
        (', at_the_line = "demote"', ["e1", "e2"]),
        (', at_the_line = "nearest"', ["e1", "e2"]),
    ],
)
def test_not_more_than_half_get_a_medal_though_ties_extend_every_line(way, having):
    line = listed(prizes(gold="count = 1", silver="count = 1", bronze="count = 2"), CAP.format(way))
    found = awards_of(rules(line), scores(9, 8, 7, 7, 6, 5))[0]
    assert sorted(found.given) == having
    if len(having) == 2:
        assert found.passed["e3"].told("en") == "there would be more than the 3 prizes of the list in all"
        assert [(each.prize, each.count, each.reason.word) for each in found.vacant] == [("bronze", 2, "cap")]


@pytest.mark.parametrize(("way", "medals"), [("nearest", 266), ("demote", 226), ("extend", 266)])
def test_in_2010_the_olympiad_chose_between_226_and_266_medals_for_517(way, medals):
    totals = [99] * 226 + [50] * 40 + [10] * 251
    cap = CAP.format(f', at_the_line = "{way}"')
    found = awards_of(
        rules('[[awards]]\nmode = "threshold"\nat_least = 20\n' + cap + "\n" + prizes(m="")), scores(*totals)
    )[0]
    assert len(found.given) == medals


def test_a_tie_at_the_cap_waits_where_ties_wait():
    line = listed(prizes(gold="count = 1", bronze="count = 4"), "cap = { count = 2 }", policy="block")
    found = awards_of(rules(line), scores(9, 7, 7, 5))[0]
    assert holders(found) == {"gold": ["e1"]}
    assert [(tie.entries, tie.prizes) for tie in found.undecided] == [(("e2", "e3"), (("bronze", 1),))]
    assert (found.passed["e2"].word, found.passed["e4"].word) == ("tie", "cap")


def test_all_above_a_bar_but_not_more_than_so_many_in_each_category():
    line = (
        '[[awards]]\nmode = "threshold"\nat_least = 60\nper = "class"\n'
        "cap = { count = 1 }\n" + prizes(passed="")
    )  # fmt: skip
    classes = {"e1": {"class": "a"}, "e2": {"class": "a"}, "e3": {"class": "b"}, "e4": {"class": "b"}}
    assert holders(awards_of(rules(line), scores(90, 80, 70, 70), classes)[0]) == {"passed": ["e1"]}


@given(st.lists(st.integers(0, 6), min_size=1, max_size=10), st.integers(0, 6), st.sampled_from(["demote", "block"]))
def test_a_cap_that_does_not_extend_is_never_passed_and_nobody_worse_keeps_a_prize(totals, most, policy):
    line = listed(prizes(a="count = 2", b="count = 4"), f'cap = {{ count = {most}, at_the_line = "{policy}" }}')
    book, scored = rules(line), scores(*totals)
    found = awards_of(book, scored)[0]
    kept_open = sum(count for tie in found.undecided for _, count in tie.prizes)
    assert len(found.given) + kept_open <= most
    having = [each.key in found.given for each in rank(book, scored)]
    assert having == sorted(having, reverse=True)


THEORY = 'node = "theory"'


def test_the_best_theory_paper_has_its_prize_and_equal_ones_share_it_or_are_parted_by_a_chain():
    scored = {"a": entry("90", theory="50"), "b": entry("80", theory="60"), "c": entry("70", theory="60")}
    best = prizes(best="count = 1")
    assert holders(awards_of(rules(listed(best, THEORY), nodes=("theory",)), scored)[0]) == {"best": ["b", "c"]}
    chain = listed(best, THEORY, 'ties = [{ node = "total" }]')
    assert holders(awards_of(rules(chain, nodes=("theory",)), scored)[0]) == {"best": ["b"]}


def test_a_prize_for_one_apparatus_does_not_ask_for_the_all_round_but_a_status_keeps_out():
    scored = {"a": entry("30", vault="14"), "b": entry(None, vault="15"), "c": entry("20", vault=None)}
    scored["d"] = entry("20", vault="16", status="dsq")
    found = awards_of(rules(listed(prizes(best="count = 1"), 'node = "vault"'), nodes=("vault",)), scored)[0]
    assert holders(found) == {"best": ["b"]}


def test_the_fastest_has_the_prize_where_lower_is_better():
    scored = {"a": entry("30", time="14"), "b": entry("31", time="15")}
    lower = rules(listed(prizes(best="count = 1"), 'node = "time"', 'better = "lower"'), nodes=("time",))
    assert holders(awards_of(lower, scored)[0]) == {"best": ["a"]}


def test_one_medal_by_a_figure_is_a_list_of_one_prize():
    scored = {"a": entry("90", theory="50"), "b": entry("80", theory="60"), "c": entry("70", theory="60")}
    medal = '[[awards]]\nmode = "medals"\nnode = "theory"\n' + prizes(best="")
    assert holders(awards_of(rules(medal, nodes=("theory",)), scored)[0]) == {"best": ["b", "c"]}


def test_a_unit_may_be_what_stands_in_several_columns():
    units = {f"e{n}": {"group": said[0], "category": said[1]} for n, said in enumerate(["xm", "xm", "xw", "ym"], 1)}
    line = listed(prizes(p="count = 3"), 'limit = { by = ["group", "category"], count = 1 }')
    found = awards_of(rules(line), scores(9, 8, 7, 6), units)[0]
    assert holders(found) == {"p": ["e1", "e3", "e4"]}
    assert found.passed["e2"].told("en") == "group / category “x / m” has its 1 already"


def test_a_condition_on_a_figure_that_is_not_there_is_told_though_a_lesser_prize_is_given():
    scored = {"a": entry("90", theory=None), "b": entry("80", theory="70"), "c": entry(None, theory=None)}
    bar = 'minimum = [{ node = "theory", at_least = 60 }]'
    line = listed(prizes(gold=f"count = 1, {bar}", silver="count = 2"))
    found = awards_of(rules(line, nodes=("theory",)), scored)[0]
    assert holders(found) == {"silver": ["a", "b"]}
    assert {name: why.told("en") for name, why in found.unanswered.items()} == {
        "a": "“theory” has no value, so nobody can tell whether it is reached"
    }


@pytest.mark.parametrize(
    "given_so",
    [
        'mode = "threshold"\nat_least = 60\nnode = "theory"\n' + prizes(p=""),
        'mode = "cuts"\nnode = "theory"\n' + prizes(p="at_least = 60"),
        'mode = "fixed"\nat_the_line = "extend"\nwhen = [{ node = "theory", at_least = 60 }]\n' + prizes(p="count = 1"),
        'mode = "medals"\nminimum = [{ node = "theory", at_least = 60 }]\n' + prizes(p=""),
    ],
)
def test_whatever_asks_for_a_figure_that_is_not_there_tells_it(given_so):
    found = awards_of(rules(f"[[awards]]\n{given_so}", nodes=("theory",)), {"a": entry("90", theory=None)})[0]
    assert (found.given, [why.word for why in found.unanswered.values()]) == ({}, ["no-figure"])


def test_yes_and_no_are_understood_however_they_are_spelled():
    line = listed(prizes(p="count = 3"), 'minimum = [{ column = "worker", is = "yes" }]')
    said = {"e1": {"worker": "是"}, "e2": {"worker": "Y"}, "e3": {"worker": "否"}}
    assert holders(awards_of(rules(line), scores(9, 8, 7), said)[0]) == {"p": ["e1", "e2"]}


BEST_OF = '[[awards]]\nmode = "best_of"\nby = "group"\nnode = "x"\nLINE\ncap = { count = 1 }\n' + prizes(best="")


def test_a_cap_goes_by_the_ties_of_the_list_too():
    listed = BEST_OF.replace("LINE", 'at_the_line = "demote"\nties = [{ node = "y" }]')
    scored = {name: entry("1", x="5", y=y) for name, y in (("a", "3"), ("b", "2"))}
    found = awards_of(rules(listed, nodes=("x", "y")), scored, {"a": {"group": "A"}, "b": {"group": "B"}})[0]
    assert holders(found) == {"best": ["a"]}


def test_open_ties_of_two_delegations_become_one_where_the_cap_leaves_one_prize():
    groups = {name: {"group": "A" if name in "ab" else "B"} for name in "abcd"}
    scored = {name: entry("1", x="5") for name in "abcd"}
    listed = BEST_OF.replace("LINE", 'at_the_line = "block"')
    (tie,) = awards_of(rules(listed, nodes=("x",)), scored, groups)[0].undecided
    assert (tie.entries, tie.prizes) == (("a", "b", "c", "d"), (("best", 1),))
