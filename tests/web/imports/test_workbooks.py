"""Workbooks are read as their organiser sees them: exact numbers, shown numbers, hidden sheets told apart."""

import io
from datetime import date, datetime, time
from decimal import Decimal

import openpyxl
import pytest
import xlwt
from python_calamine import CalamineWorkbook

from tests.web.imports.making import saved, sheet_of, with_part, xls, xlsx
from web.imports.reading.cells import Odd
from web.imports.reading.files import read_sheets

MOMENT = datetime(2026, 8, 5, 9, 30)  # noqa: DTZ001 - a sheet's dates have no zone


def first(content):
    return read_sheets(content, "x.xlsx")[0].rows


@pytest.mark.parametrize("make", [xlsx, xls])
def test_a_number_is_the_shortest_decimal_of_what_the_spreadsheet_stores(make):
    numbers = [8.1, 85.35, 0.1, 33.33, 100, 0, -3.5, 12345678.125]
    assert first(make(numbers)) == (tuple(Decimal(repr(number)) for number in numbers),)


def test_excels_seventeen_digits_are_the_number_it_shows():
    assert first(sheet_of("<row><c><v>8.0999999999999996</v></c><c><v>8.1000000000000001E0</v></c></row>")) == (
        (Decimal("8.1"), Decimal("8.1")),
    )


@pytest.mark.parametrize("make", [xlsx, xls])
def test_text_that_looks_like_a_number_stays_text(make):
    assert first(make(["007", "8.10"])) == (("007", "8.10"),)


def test_dates_percentages_truth_and_errors_are_told_apart_from_numbers():
    book = openpyxl.Workbook()
    book.active.append([date(2026, 8, 5), MOMENT, time(8, 5), 0.85])
    book.active.append([True, "#DIV/0!", "=SUM(B9:B10)", "007"])
    book.active["D1"].number_format = "0.0%"
    assert first(saved(book)) == (
        (Odd("date", "2026-08-05"), Odd("date", "2026-08-05 09:30"), Odd("date", "8:05:00"), Odd("percent", "85%")),
        (Odd("truth", "TRUE"), Odd("error", "#DIV/0!"), Odd("formula", "=SUM(B9:B10)"), "007"),
    )


def test_the_same_in_an_old_workbook():
    day = date(2026, 8, 5)
    formats = {(0, 0): "yyyy-mm-dd", (0, 1): "0.0%"}
    content = xls([day, 0.85, True, xlwt.Formula("SUM(B9:B10)")], formats=formats)
    assert first(content) == (
        (Odd("date", "2026-08-05"), Odd("percent", "85%"), Odd("truth", "TRUE"), Odd("formula", "=…")),
    )


def test_a_number_shown_with_zeros_in_front_is_read_with_them():
    book = openpyxl.Workbook()
    book.active["A1"], book.active["B1"], book.active["C1"] = 7, 7.5, 7
    for cell in ("A1", "B1"):
        book.active[cell].number_format = "000"
    book.active["C1"].number_format = '0"分"'
    assert first(saved(book)) == (("007", Decimal("7.5"), Decimal(7)),)
    assert first(xls([7], formats={(0, 0): "000"})) == (("007",),)


def test_formulas_count_with_their_stored_results_and_only_with_them():
    xml = (
        '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>A1&amp;"x"</f><v>2x</v></c>'
        '<c r="C1" t="str"><f>IF(1,"","")</f><v></v></c><c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c>'
        '<c r="E1"><f>SUM(A1:B1)</f></c></row>'
    )
    assert first(sheet_of(xml)) == ((Decimal(2), "2x", "", Odd("error", "#DIV/0!"), Odd("formula", "=SUM(A1:B1)")),)


def test_a_cell_without_a_place_stands_right_of_the_one_before():
    xml = '<row><c><v>1</v></c><c r="C1"><v>2</v></c><c><v>3</v></c></row><row/><row><c><v>4</v></c></row>'
    assert first(sheet_of(xml)) == ((Decimal(1), "", Decimal(2), Decimal(3)), (), (Decimal(4),))


def test_runs_of_one_text_belong_together_and_reading_aids_do_not():
    xml = (
        '<row><c t="inlineStr"><is><r><t>张</t></r><r><t xml:space="preserve"> 三</t></r>'
        '<rPh sb="0" eb="1"><t>zhang</t></rPh></is></c><c t="str"><v>a_x000D_b_x005F_x000D_</v></c></row>'
    )
    assert first(sheet_of(xml)) == (("张 三", "a\rb_x000D_"),)


def test_shared_strings_are_looked_up():
    content = sheet_of('<row><c t="s"><v>1</v></c><c t="s"><v>0</v></c></row>')
    strings = '<sst xmlns="x"><si><t>甲</t></si><si><r><t>乙</t></r><r><t>丙</t></r><rPh><t>y</t></rPh></si></sst>'
    content = with_part(content, "xl/sharedStrings.xml", strings)
    relations = (
        '<Relationships xmlns="x"><Relationship Id="rId1" Type="a/worksheet" Target="/xl/worksheets/sheet1.xml"/>'
        '<Relationship Id="rId9" Type="a/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
    )
    assert first(with_part(content, "xl/_rels/workbook.xml.rels", relations)) == (("乙丙", "甲"),)


@pytest.mark.parametrize(("make", "area"), [(xlsx, "A2:B4"), (xls, (1, 3, 0, 1))])
def test_a_cell_merged_downwards_stands_in_every_row_it_covers(make, area):
    rows = [["代表队", "", "姓名"], ["合肥", "", "甲"], ["", "", "乙"], ["", "", "丙"], ["", "", "丁"]]
    sheet = read_sheets(make(*rows, merged=[area]), "x")[0]
    assert [row[0] for row in sheet.rows] == ["代表队", "合肥", "合肥", "合肥", ""]
    assert sheet.filled == {(2, 0), (3, 0)}


def test_hidden_sheets_are_marked_and_empty_ones_left_out():
    book = openpyxl.Workbook()
    book.active.append(["甲"])
    book.create_sheet("空")
    book.create_sheet("藏").append(["乙"])
    book["藏"].sheet_state = "veryHidden"
    assert [(sheet.name, sheet.hidden) for sheet in read_sheets(saved(book), "x")] == [("Sheet", False), ("藏", True)]
    old = xlwt.Workbook()
    for number, name in enumerate(("甲", "藏", "深藏")):
        sheet = old.add_sheet(name)
        sheet.write(0, 0, name)
        sheet.visibility = number
    assert [(sheet.name, sheet.hidden) for sheet in read_sheets(saved(old), "x")] == [
        ("甲", False),
        ("藏", True),
        ("深藏", True),
    ]


def test_long_texts_that_run_over_several_records_of_an_old_workbook_are_whole():
    texts = [f"{number:04d}{'供电公司' * 30}{'x' * (number % 7)}" for number in range(400)] + [
        "y" * 30_000,
        "字" * 20_000,
    ]
    assert first(xls(*([text] for text in texts))) == tuple((text,) for text in texts)


@pytest.mark.parametrize("make", [xlsx, xls])
def test_our_reading_agrees_with_another_reader(make):
    """calamine reads the same files; it is not used on uploads, for a hostile one ends its whole process."""
    rows = [[f"{n:03d}", f"选手{n}", n / 7, n, n * 0.05, "" if n % 5 else "备注", -n, n * 1e6] for n in range(300)]
    content = make(*rows)
    known = CalamineWorkbook.from_object(io.BytesIO(content)).get_sheet_by_index(0)
    theirs = [[each if isinstance(each, str) else Decimal(repr(each)) for each in row] for row in known.to_python()]
    ours = [list(row) + [""] * (8 - len(row)) for row in first(content)]
    assert ours == theirs
