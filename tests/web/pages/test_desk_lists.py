"""What the desk sees of a result and takes away: every list, the honours among them, each by itself."""

from __future__ import annotations

import io
import re

import openpyxl
import pytest

from domain.codes.commands import DecodeCodes
from tests.support.desk import AtDesk
from tests.support.hall import fair
from tests.support.house import CHIEF, ORGANISER, SUPERVISOR, House
from tests.support.small import CODER, C


@pytest.fixture
def held(house: House) -> House:
    fair.published(house)
    return house


def desk(house: House, language: str = "zh") -> AtDesk:
    return AtDesk(house.as_(CHIEF)).opens("/publication", language)


def lines(house: House, name: str) -> list[str]:
    """The lines of one list as CSV, without the headings."""
    return (
        house.as_(ORGANISER)
        .opens(f"/desk/{C}/result.csv?list={name}", "zh")
        .content.decode("utf-8-sig")
        .split("\r\n")[1:]
    )


def test_the_desk_sees_every_list_of_the_result(held: House):
    page = desk(held)
    assert page.says("学生组", "不计名次", "获奖名单", "团体成绩 队际", "阶段 初赛", "二等奖 · 理论单项奖")


def test_recommendations_say_who_is_recommended_for_what_and_by_which_rule(held: House):
    page = desk(held)
    assert page.says("荣誉推荐名单", "市技术能手", "规则 竞赛办法第七条：各组第一名", "102 李二 蚌埠")
    assert page.says("晋升技能等级", "规则 名次至 2", "202 吴七 淮北 技师"), (
        "what the rule asks for, where it has no words"
    )
    assert not re.search(r"市技术能手.*吴七.*晋升技能等级", page.text), "no worker"


def test_before_decoding_every_list_is_on_codes_and_nobody_is_parted_by_what_only_names_tell(house: House):
    fair.tallied(house)
    page = desk(house)
    assert page.says("C2", "获奖名单", "阶段 初赛")
    told = page.page.text.partition("<main")[2]
    assert not [word for person in fair.PEOPLE.values() for word in (person.name, *person[2:5]) if word in told]
    house.does(CODER, DecodeCodes(C, (SUPERVISOR.account,)))
    assert desk(house).says("李二", "职工组")


def test_each_list_can_be_taken_away_as_csv(held: House):
    assert '1,"C2","102","李二","蚌埠",88.0,92.0,92.0,,"一等奖","职工组",' in lines(held, "places")
    assert ',"C5","105","孙五","淮南",95.0,,95.0,,,"职工组","不计名次"' in lines(held, "places")
    assert '"单项奖","理论单项奖",2,"C6","201","周六","淮北",85.0,' in lines(held, "awards")
    assert '"个人奖","三等奖",,,,,,,"空缺: 3"' in lines(held, "awards")
    assert '"队际",,1,"蚌埠队",176.0,"102 李二 / 103 张三","团体金奖",' in lines(held, "teams")
    assert '"初赛","职工组","2.5","C2","102","李二","蚌埠",88.0,,"晋级"' in lines(held, "stages")
    assert '"市技术能手",,"C2","102","李二","蚌埠","竞赛办法第七条：各组第一名"' in lines(held, "honours")
    assert held.as_(ORGANISER).opens(f"/desk/{C}/result.csv?list=everything").status_code == 404


def test_the_workbook_has_a_sheet_for_each_list_and_the_honours_by_themselves(held: House):
    book = openpyxl.load_workbook(io.BytesIO(held.as_(ORGANISER).opens(f"/desk/{C}/result.xlsx", "zh").content))
    assert book.sheetnames == ["名次", "获奖名单", "团体", "阶段", "荣誉推荐名单"]
    honours = [[cell.value for cell in row] for row in book["荣誉推荐名单"].iter_rows(min_row=2)]
    assert honours[0] == ["市技术能手", None, "C2", "102", "李二", "蚌埠", "竞赛办法第七条：各组第一名"]
    assert not [cell for row in book["名次"].iter_rows() for cell in row if cell.value in {"市技术能手", "技师"}]


def test_a_contest_of_places_alone_has_a_workbook_of_places_and_prizes(house: House):
    house.provisional()
    book = openpyxl.load_workbook(io.BytesIO(house.as_(CHIEF).opens(f"/desk/{C}/result.xlsx").content))
    assert book.sheetnames == ["Places", "Award list"]
    assert not desk(house, "en").says("Recommended for honours")
