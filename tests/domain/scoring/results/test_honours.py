"""Honours: titles and grades a result recommends for, and why somebody is passed over."""

import pytest

from domain.rulebook.results.grades import rank_of
from domain.scoring.honours.roll import honours
from domain.scoring.ranking.places import rank
from tests.domain.scoring.results.field import awards_of, field, prizes, rules


def honour(name, *lines):
    return "\n".join(["[[honours]]", f'id = "{name}"', *lines, ""])


def roll(scored, attributes, *parts):
    book = rules(*parts)
    placed = rank(book, scored, attributes)
    return honours(book, placed, scored, attributes, awards_of(book, scored, attributes))


def numbered(count):
    return field(**{f"e{n}": str(90 - n) for n in range(1, count + 1)})


def given(found):
    return {name: [each.gives or each.honour for each in listed] for name, listed in found.given.items()}


def against(found):
    return {name: [why.word for each in listed for why in each.reasons] for name, listed in found.passed.items()}


ANHUI = (
    honour("expert-small", "field_to = 9", "place_to = 1", "worker = true", "not_held = true"),
    honour("expert-middle", "field_from = 11", "field_to = 30", "place_to = 2", "worker = true", "not_held = true"),
    honour("expert-large", "field_from = 31", "place_to = 3", "worker = true", "not_held = true", 'rule = "class I"'),
)


@pytest.mark.parametrize(("entrants", "titles"), [(9, 1), (10, 0), (11, 2), (30, 2), (31, 3)])
def test_cn_19_how_many_titles_goes_by_the_size_of_the_field(entrants, titles):
    scored = numbered(entrants)
    found = roll(scored, {name: {"worker": "是"} for name in scored}, *ANHUI)
    assert list(found.given) == [f"e{n}" for n in range(1, titles + 1)]
    assert len(found.closed) == (3 if entrants == 10 else 2)


def test_cn_19_only_workers_and_no_title_twice_and_the_roll_says_why():
    attributes = {
        "e1": {"worker": "no"},
        "e2": {"worker": "yes", "titles": "劳模；expert-large"},
        "e3": {"worker": "yes"},
    }
    found = roll(numbered(31), attributes, *ANHUI)
    assert given(found) == {"e3": ["expert-large"]}
    assert against(found) == {"e1": ["worker"], "e2": ["held"]}
    assert found.given["e3"][0].rule == "class I"
    assert found.closed["expert-small"].told("en") == "not given in a field of 31"


BANDS = (
    honour("a", "share_to = 0.20", 'gives = "技师(2)"', "[honours.if_holds]", '"技师(2)" = "高级技师(1)"'),
    honour(
        "b", "share_above = 0.20", "share_to = 0.40", 'gives = "高级工(3)"', "[honours.if_holds]", '"3" = "技师(2)"'
    ),
    honour("c", "share_above = 0.40", "share_to = 0.50", 'gives = "band3_not_retrieved"'),
)


@pytest.mark.parametrize(
    ("place", "holds", "gives"),
    [
        (5, "高级工(3)", ["技师(2)"]),
        (5, "技师(2)", ["高级技师(1)"]),
        (6, "中级工(4)", ["高级工(3)"]),
        (10, "高级工(3)", ["技师(2)"]),
        (12, "none", ["band3_not_retrieved"]),
        (13, "none", None),
    ],
)
def test_cn_20_the_grade_goes_by_place_over_entrants_as_an_exact_fraction(place, holds, gives):
    found = roll(numbered(25), {f"e{place}": {"grade": holds}}, *BANDS)
    assert given(found).get(f"e{place}") == gives


def test_nobody_is_recommended_for_a_grade_below_the_one_held():
    found = roll(numbered(25), {"e6": {"grade": "首席技师"}}, *BANDS)
    assert against(found) == {"e6": ["grade-held"]}
    plain = honour("t", "place_to = 1", 'gives = "技师"')
    assert against(roll(numbered(1), {"e1": {"grade": "2"}}, plain)) == {"e1": ["grade-held"]}


@pytest.mark.parametrize(("form", "places"), [("individual", 5), ("pair", 3), ("trio", 2)])
def test_cn_22_the_title_reaches_as_far_as_the_size_of_the_team_says(form, places):
    listed = [
        honour(f"expert-{form}", f"place_to = {count}", f'when = [{{ column = "format", is = "{form}" }}]')
        for form, count in (("individual", 5), ("pair", 3), ("trio", 2))
    ]
    scored = numbered(8)
    found = roll(scored, {name: {"format": form} for name in scored}, *listed)
    assert list(found.given) == [f"e{n}" for n in range(1, places + 1)]


def test_cn_23_the_same_place_recommends_for_more_the_higher_the_grade_held():
    feixi = (
        honour("craftsman", "place_to = 3"),
        honour("master", "place_to = 1", 'holds = ["4", "3", "2", "1"]'),
        honour("outstanding", "place_to = 1", 'holds = ["技师", "高级技师"]'),
    )
    assert given(roll(numbered(4), {"e1": {"grade": "高级工"}}, *feixi)) == {
        "e1": ["craftsman", "master"], "e2": ["craftsman"], "e3": ["craftsman"],
    }  # fmt: skip
    assert given(roll(numbered(4), {"e1": {"grade": "2"}}, *feixi))["e1"] == ["craftsman", "master", "outstanding"]
    assert against(roll(numbered(4), {"e1": {"grade": "5"}}, *feixi)) == {"e1": ["grade", "grade"]}


@pytest.mark.parametrize(("succession", "having"), [("true", ["e2", "e3"]), ("false", ["e2"])])
def test_whether_the_next_eligible_place_takes_a_title_its_winner_may_not_have(succession, having):
    attributes = {f"e{n}": {"worker": "yes"} for n in (2, 3, 4)}
    found = roll(numbered(4), attributes, honour("t", "place_to = 2", "worker = true", f"succession = {succession}"))
    assert list(found.given) == having
    assert against(found) == {"e1": ["worker"]}
    assert [each.succeeds for name in having for each in found.given[name]] == [False, True][: len(having)]


def test_a_prize_may_bring_an_honour_and_an_honour_may_exclude_another():
    awards = (
        '[[awards]]\nmode = "fixed"\nat_the_line = "extend"\n' + prizes(gold="count = 1", silver="count = 1") + "\n"
    )
    listed = (honour("two", 'award = ["gold"]'), honour("one", 'award = ["gold", "silver"]', 'unless = ["two"]'))
    found = roll(numbered(3), {}, awards, *listed)
    assert given(found) == {"e1": ["two"], "e2": ["one"]}
    assert against(found) == {"e1": ["beside"]}


def test_an_honour_may_be_of_some_editions_only():
    assert given(roll(numbered(1), {}, honour("t", "place_to = 1", 'edition = ["1"]'))) == {"e1": ["t"]}
    assert against(roll(numbered(1), {}, honour("t", "place_to = 1", 'edition = ["2"]'))) == {"e1": ["edition"]}
    assert given(roll(numbered(1), {"e1": {"edition": "2"}}, honour("t", "place_to = 1", 'edition = "2"')))


def test_each_category_is_a_field_by_itself():
    attributes = {"e1": {"category": "x"}, "e2": {"category": "x"}, "e3": {"category": "y"}}
    found = roll(numbered(3), attributes, honour("t", "place_to = 1", "field_from = 2", 'per = "category"'))
    assert given(found) == {"e1": ["t"]}
    assert list(found.closed) == ["t/y"]
    per_category = '[ranking]\nper = "category"\n'
    found = roll(numbered(3), attributes, per_category, honour("t", "place_to = 1"))
    assert given(found) == {"e1": ["t"], "e3": ["t"]}
    assert list(roll(numbered(3), attributes, per_category, honour("t", "field_from = 3")).closed) == ["t/x", "t/y"]


@pytest.mark.parametrize(
    ("written", "rank"),
    [
        ("技师", 4), ("2", 4), ("技师(2)", 4), ("高级技师（1）", 5), ("学徒工", 0), ("首席技师", 7), ("none", None),
        ("五级/初级工", 1), ("四级/中级工", 2), ("三级/高级工", 3), ("二级／技师", 4), ("一级 / 高级技师", 5),
        ("高级工/三级", 3), ("高级工（三级）", 3), ("３", 3),
        ("三级/技师", None), ("高级工(2)", None), ("三级", 3), ("六级", None), ("六级/高级工", None),
    ],
)  # fmt: skip
def test_one_grade_is_written_in_several_ways(written, rank):
    assert rank_of(written) == rank


PROMOTION = honour("promotion", "place_to = 1", 'gives = "高级工"', 'if_holds = { "高级工" = "技师" }')


def test_who_holds_a_grade_as_certificates_spell_it_is_promoted_from_it():
    assert given(roll(numbered(1), {"e1": {"grade": "三级/高级工"}}, PROMOTION)) == {"e1": ["技师"]}


def test_a_grade_nobody_can_read_promotes_nobody_and_is_told():
    found = roll(numbered(1), {"e1": {"grade": "六级"}}, PROMOTION)
    assert (given(found), against(found)) == ({}, {"e1": ["no-grade"]})
    assert given(roll(numbered(1), {"e1": {"grade": "无"}}, PROMOTION)) == {"e1": ["高级工"]}


def test_a_worker_s_column_that_says_neither_yes_nor_no_is_told_as_that():
    found = roll(numbered(1), {"e1": {"worker": "在职"}}, honour("t", "place_to = 1", "worker = true"))
    (passed,) = found.passed["e1"]
    assert [why.told("en") for why in passed.reasons] == ["column “worker” says neither yes nor no: “在职”"]
