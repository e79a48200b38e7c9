"""A list of entries gives every entry or every fault, whoever wrote it and however."""

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import Malformed
from tests.web.imports.making import csv, saved, told, xls, xlsx
from web.imports.entries import EntryRow, read_entries
from web.imports.faults import CellFault

HEADINGS = ["参赛号", "姓名", "代表队"]
DIGITS = "expected the number as text. Spreadsheets keep 15 digits of a number and make the rest zeros"
NEEDED = "expected: entry number, name. Hide sheets not to be imported"
JIA = EntryRow("001", "张三", "合肥")


def rows_of(content, **asked):
    return read_entries(content, "名单.xlsx", **asked).rows


def faults_of(content, **asked):
    with pytest.raises(Malformed) as malformed:
        read_entries(content, "名单.xlsx", **asked)
    return told(malformed)


@pytest.mark.parametrize(
    "content",
    [
        xlsx(HEADINGS, ["001", "张三", "合肥"]),
        xls(HEADINGS, ["001", "张三", "合肥"]),
        csv(HEADINGS, ["001", "张三", "合肥"], encoding="utf-8-sig"),
        csv(HEADINGS, ["001", "张三", "合肥"], encoding="gb18030", delimiter="\t"),
        xlsx(["Name *", "Entry No.", "Delegation (city)"], ["张三", "001", "合肥"]),
        xlsx(["序号", "选手姓名", "单 位", "参赛编号（必填）", "备注"], [1, "张　三", "合肥", "００１", "x"]),
        xlsx(
            [],
            ["皖北配电比武"],
            ["填表日期：", "2026-08-05"],
            HEADINGS,
            ["001 ", " 张\u200b三", "合肥\n"],
            [],
            [None, " "],
        ),
    ],
)
def test_one_entry_is_read_from_every_kind_of_list(content):
    (row,) = rows_of(content)
    assert (row.number, row.name, row.delegation) == ("001", "张三", "合肥")


def test_every_column_has_its_field():
    headings = [*HEADINGS, "参赛队", "组别", "场次", "工作单位", "工种", "手机号"]
    (row,) = rows_of(
        xlsx(headings, ["001", "张三", "合肥", "一队", "职工组", "第二场", "供电公司", "配电工", 13900000000])
    )
    assert row == EntryRow("001", "张三", "合肥", "一队", "职工组", "2", "供电公司", "配电工", "13900000000")
    assert set(row.said) == {"name", "delegation", "team", "category", "batch", "employer", "trade", "phone"}


def test_a_unit_is_the_delegation_where_there_is_no_other():
    (row,) = rows_of(xlsx(["编号", "姓名", "单位"], ["001", "张三", "合肥"]))
    assert (row.delegation, row.employer) == ("合肥", "合肥")
    (row,) = rows_of(xlsx(["参赛号", "姓名", "代表队", "单位"], ["001", "张三", "合肥", "供电公司"]))
    assert (row.delegation, row.employer) == ("合肥", "供电公司")


def test_of_two_columns_for_something_optional_its_own_name_is_taken_and_the_other_told():
    read = read_entries(xlsx([*HEADINGS, "代表团", "手机", "电话"], ["001", "张三", "合肥", "x", "1", "2"]), "x")
    assert (read.rows[0].delegation, read.rows[0].phone, read.unused_headings) == ("合肥", "2", ("代表团", "手机"))


def test_headings_of_two_storeys_end_with_the_lower_one():
    content = xlsx(["参赛号", "选手", ""], ["", "姓名", "代表队"], ["001", "张三", "合肥"], merged=["A1:A2", "B1:C1"])
    assert rows_of(content) == (JIA,)


def test_a_delegation_merged_over_its_contestants_is_said_of_each():
    content = xlsx(HEADINGS, ["001", "张三", "合肥"], ["002", "李四"], ["003", "王五"], merged=["C2:C4"])
    assert [row.delegation for row in rows_of(content)] == ["合肥", "合肥", "合肥"]


@pytest.mark.parametrize("nothing", ["", " ", "　", "-", "—", "——", "/", "无", "N/A"])
def test_a_field_with_a_sign_for_nothing_is_empty(nothing):
    (row,) = rows_of(xlsx(HEADINGS, ["001", "张三", nothing]))
    assert row.delegation == ""


def test_all_sheets_with_headings_are_read_and_the_others_named():
    book = openpyxl.Workbook()
    book.active.title = "填表说明"
    book.active.append(["请按要求填写"])
    for city, number in (("合肥", "001"), ("淮北", "002"), ("旧名单", "003")):
        sheet = book.create_sheet(city)
        sheet.append([*HEADINGS, "备注"])
        sheet.append([number, "张三", city])
    book["旧名单"].sheet_state = "hidden"
    read = read_entries(saved(book), "名单.xlsx")
    assert [(row.number, str(row.place)) for row in read.rows] == [("001", "合肥!A2"), ("002", "淮北!A2")]
    assert (read.sheets, read.left_out, read.unused_headings) == (("合肥", "淮北"), ("旧名单", "填表说明"), ("备注",))


def test_every_fault_is_told_at_once_with_its_place():
    content = xlsx(
        ["参赛号", "姓名", "代表队", "组别", "场次", "手机"],
        ["001", "张三", "合肥", "职工组", "1", ""],
        ["001", "", "合肥", "学生组", "9", ""],
        ["a 1", "李" * 61, "合" * 81, "职工组", "第一场", True],
        ["", "王\u202e五", "合肥", "职工组", "2", 340123199001011234],
        ["A2", "—", "=1+1", "", "", ""],
        ["a2", "赵六\ue000", "#N/A", "", "", ""],
    )
    assert faults_of(content, batches=("1", "2"), categories=("职工组",)) == [
        ("名单!A3", "found “001”; expected each entry number once only. It stands in 名单!A2 already"),
        ("名单!B3", "found an empty cell; expected name"),
        ("名单!D3", "found “学生组”; expected a known category: 职工组"),
        ("名单!E3", "found “9”; expected a known batch: 1, 2"),
        ("名单!A4", "found “a 1”; expected up to 40 letters, digits, - and _, a letter or digit first"),
        ("名单!B4", f"found “{'李' * 60}…”; expected at most 60 characters"),
        ("名单!C4", f"found “{'合' * 60}…”; expected at most 80 characters"),
        ("名单!F4", "found a truth value “TRUE”; expected text for phone"),
        ("名单!A5", "found an empty cell; expected entry number"),
        ("名单!B5", "found “王<U+202E>五”; expected characters that can be shown. It holds U+202E"),
        ("名单!F5", f"found “340123199001011300”; {DIGITS}"),
        ("名单!B6", "found “—”; expected name"),
        ("名单!C6", "found a formula without a result “=1+1”; expected text for delegation"),
        ("名单!A7", "found “a2”; expected each entry number once only. It stands in 名单!A6 already"),
        ("名单!B7", "found “赵六<U+E000>”; expected characters that can be shown. It holds U+E000"),
        ("名单!C7", "found an error value “#N/A”; expected text for delegation"),
    ]  # fmt: skip


def test_a_fault_names_sheet_row_column_and_what_was_found():
    with pytest.raises(Malformed) as malformed:
        read_entries(csv(["参赛号", "姓名"], ["001", "张三"], ["0*1", "李四"]), "名单.csv")
    (fault,) = malformed.value.faults
    assert isinstance(fault, CellFault)
    assert (fault.sheet, fault.row, fault.column, fault.found, fault.place) == ("", 3, "A", "0*1", "A3")
    assert fault.zh == "找到“0*1”；应为：至多 40 个字母、数字、- 和 _，以字母或数字开头"


@pytest.mark.parametrize(
    ("content", "faults"),
    [
        (
            xlsx(["姓名", "单位"], ["张三", "合肥"]),
            [("名单", f"missing column: entry number. Found: 姓名, 单位; {NEEDED}")],
        ),
        (
            xlsx(["张三", "合肥"]),
            [("名单", f"missing column: entry number, name. Found: no known heading in the first 10 rows; {NEEDED}")],
        ),
        (
            xlsx(["参赛号", "姓名", "选手号", "姓名"], ["001", "张三", "002", "李四"]),
            [("名单!C1", "found “选手号”; expected one column “entry number” only. Column A is “entry number” already"),
             ("名单!D1", "found “姓名”; expected one column “name” only. Column B is “name” already")],
        ),
        (xlsx(HEADINGS), [("名单.xlsx", "there is no row under the headings")]),
        (xlsx(), [("名单.xlsx", "there is nothing to see in the file")]),
        (xlsx(hidden=[("藏", [HEADINGS, ["001", "张三", "合肥"]])]),
         [("名单.xlsx", "there is nothing to see in the file")]),
        (
            xlsx(HEADINGS, ["001", "张三", "合肥"], ["", "李四", "合肥"], merged=["A2:A3"]),
            [("名单!A3", "found “001”; expected a cell of its own in every row. It is merged with the cell above")],
        ),
    ],
)  # fmt: skip
def test_a_list_without_what_it_needs_says_what_was_found_and_expected(content, faults):
    assert faults_of(content) == faults


def test_headings_below_the_tenth_row_are_not_looked_for():
    nine = [["说明"]] * 9
    assert rows_of(xlsx(*nine, HEADINGS, ["001", "张三", "合肥"])) == (JIA,)
    assert faults_of(xlsx(*nine, ["说明"], HEADINGS, ["001", "张三", "合肥"]))[0][0] == "名单"


def test_half_of_the_list_is_not_left_out_silently():
    book = openpyxl.Workbook()
    for title, headings in (("合肥", HEADINGS), ("淮北", ["参赛", "姓名", "代表队"])):
        sheet = book.create_sheet(title)
        sheet.append(headings)
        sheet.append(["001", "张三", title])
    assert [place for place, _ in faults_of(saved(book))] == ["淮北"]


CELLS = st.one_of(
    st.text(st.characters(codec="utf-16"), max_size=8),
    st.sampled_from(["001", "张三", "参赛号", "姓名", "-", "=1"]),
    st.integers(),
    st.floats(),
)


@given(st.lists(st.lists(CELLS.map(str).map(lambda text: text.replace("\r", "")), min_size=2, max_size=4), max_size=6))
def test_whatever_stands_in_the_cells_there_are_rows_or_faults(table):
    quoted = [[f'"{cell.replace(chr(34), "")}"' for cell in row] for row in ([HEADINGS, *table])]
    try:
        rows, faults = rows_of(csv(*quoted, encoding="utf-16")), []
    except Malformed as malformed:
        rows, faults = (), malformed.faults
    assert bool(rows) != bool(faults)
    assert all(row.number and row.name for row in rows)
