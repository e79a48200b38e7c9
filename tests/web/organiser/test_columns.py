"""What a list of entries says beyond its usual fields: kept with the entry as far as the rulebook asks for it."""

from domain.contest.commands import FixRulebook
from tests.support.desk import AtDesk, entries
from tests.support.house import ORGANISER
from tests.support.small import RULEBOOK, C
from web.exports.delimited import csv_table

NEW = (("103", "张三", "亳州", "职工组", "1"),)
STANDING = (("101", "王一", "合肥", "", ""), ("102", "李二", "蚌埠", "", ""))
TEAMS = RULEBOOK + '\n[[teams]]\nid = "unit"\nby = "unit"\nof = "total"\n'
COMPANY = (("101", "王一", "电建公司", "是", ""),)
COLUMNED = ("参赛号", "姓名", "单位", "正式", "备注")


def desk(house):
    return AtDesk(house.as_(ORGANISER)).opens("/entries")


def contest(house):
    with house.parts.hall.wall(C) as wall:
        return wall.marks.contest


def columned(*rows):
    return csv_table(COLUMNED, rows)


def test_columns_the_rulebook_asks_for_are_kept_with_the_entry_and_no_others(house):
    house.opened().does(ORGANISER, FixRulebook(C, TEAMS))
    page = desk(house).reads("/entries/read", columned(("103", "张三", "供电公司", "否", "左撇子"), *COMPANY))
    assert page.says("1 new", "1 changed", "Columns not used: 备注", "Official no · Unit 供电公司")
    before = house.parts.record.head().entry
    page.sends("/entries/enter", seen=page.hidden("seen"))
    assert page.says("In the record", "103 张三", "供电公司", "Unofficial")
    assert house.parts.record.head().entry == before + 1
    state = contest(house)
    assert state.columns == {"e103": {"unit": "供电公司"}, "e1": {"unit": "电建公司"}}
    assert state.unofficial == {"e103"}


def test_the_same_columns_again_change_nothing_and_an_empty_one_takes_them_away(house):
    house.opened().does(ORGANISER, FixRulebook(C, TEAMS))
    page = desk(house).reads("/entries/read", columned(*COMPANY))
    page.sends("/entries/enter", seen=page.hidden("seen"))
    assert desk(house).reads("/entries/read", columned(*COMPANY)).says("0 changed", "1 the same")
    assert desk(house).reads("/entries/read", entries(*STANDING)).says("0 changed", "2 the same")
    page = desk(house).reads("/entries/read", columned(("101", "王一", "", "", "")))
    assert page.says("1 changed")
    page.sends("/entries/enter", seen=page.hidden("seen"))
    assert contest(house).columns == {"e1": {}}


def test_a_column_the_rulebook_asks_for_and_the_list_has_not_is_told(house):
    house.opened().does(ORGANISER, FixRulebook(C, TEAMS))
    assert desk(house).reads("/entries/read", entries(*NEW)).says("does not have: Unit")


def test_a_cell_that_must_say_yes_or_no_says_something_else(house):
    """在职 would have counted silently as no, and taken every honour."""
    honours = '\n[[honours]]\nid = "model"\ngives = "能手"\nplace_to = 3\nworker = true\n'
    house.opened().does(ORGANISER, FixRulebook(C, RULEBOOK + honours))
    rows = (("103", "张三", "在职"),)
    page = desk(house).reads("/entries/read", csv_table(("参赛号", "姓名", "职工"), rows))
    assert page.status == 422
    assert page.says("在职", "yes or no")


def test_official_is_yes_or_no(house):
    house.opened()
    page = desk(house).reads("/entries/read", columned(("103", "张三", "", "也许", "")))
    assert page.status == 422
    assert page.says("D2", "也许", "yes or no")
