"""The same thing written in many ways is one thing; different things stay different."""

from decimal import Decimal

import pytest

from web.imports.faults import Place
from web.imports.reading.cells import Odd, in_format
from web.imports.spelling import batch_name, entry_number, person_name, squeezed, tidy


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("第3场", "3"),
        ("第三场", "3"),
        ("3场次", "3"),
        ("三批", "3"),
        ("第十场", "10"),
        ("第十二批次", "12"),
        ("第二十场", "20"),
        ("第二十一场", "21"),
        ("A1", "A1"),
        ("第三", "第三"),
        ("上午场", "上午场"),
        ("第三三场", "第三三场"),
        ("第十十场", "第十十场"),
    ],
)
def test_a_batch_counted_in_words_is_its_number(written, meant):
    assert batch_name(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [("张　三", "张三"), ("欧阳 修", "欧阳修"), ("Anna Li", "Anna Li"), ("阿 Q", "阿 Q"), ("𬎆 䶮", "𬎆䶮")],
)
def test_spaces_go_where_they_only_line_names_up(written, meant):
    assert person_name(tidy(written)) == meant


def test_full_width_letters_are_letters_but_chinese_brackets_stay():
    assert tidy("　Ａ０１　（一）\n") == "A01 （一）"
    assert entry_number("Ａ－０１") == "A-01"


def test_different_names_stay_different():
    assert squeezed("张三") != squeezed("张叁")
    assert squeezed("ANNA li") == squeezed("Anna Li")


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("yyyy/m/d", "date"),
        ("[$-804]aaaa m月d日", "date"),
        ("[h]:mm", "date"),
        ("0.0%", "percent"),
        ("", "Decimal"),
        ("General", "Decimal"),
        ("0.00", "Decimal"),
        ('0"days"', "Decimal"),
        ("0\\d", "Decimal"),
        ("[Red]0.0;[Blue]-0.0", "Decimal"),
        ("#,##0.00_);(#,##0.00)", "Decimal"),
        ("0.00E+00", "Decimal"),
        ("0", "Decimal"),
    ],
)
def test_a_number_format_says_whether_a_number_is_a_date(code, kind):
    cell = in_format(Decimal(46239), code, from_1904=False)
    assert getattr(cell, "kind", type(cell).__name__) == kind


def test_days_are_counted_from_1904_where_the_workbook_says_so():
    assert in_format(Decimal(46239), "d", from_1904=False) == Odd("date", "2026-08-05")
    assert in_format(Decimal(44777), "d", from_1904=True) == Odd("date", "2026-08-05")
    assert in_format(Decimal("1E+30"), "d", from_1904=False) == Odd("date", "1E+30")


@pytest.mark.parametrize("code", ["h:mm", "h:mm:ss", "mm:ss", "[m]:ss", "[h]:mm:ss", "hh:mm:ss.000", 'h"时"mm"分"'])
def test_a_time_keeps_its_seconds_however_the_cell_shows_it(code):
    """0:40:25 shown as 0:40 became forty seconds."""
    clock = Decimal(2425) / 86_400
    assert in_format(clock, code, from_1904=False) == Odd("date", "0:40:25")


def test_hours_go_on_counting_and_thousandths_are_kept():
    assert in_format(Decimal(145_500) / 86_400, "[h]:mm", from_1904=False) == Odd("date", "40:25:00")
    assert in_format(Decimal(repr(62.345 / 86_400)), "mm:ss.000", from_1904=False) == Odd("date", "0:01:02.345")


def test_cells_are_named_as_in_every_spreadsheet_program():
    assert [str(Place("成绩", 6, column)) for column in (0, 25, 26, 51, 52, 701, 702)] == [
        f"成绩!{letters}7" for letters in ("A", "Z", "AA", "AZ", "BA", "ZZ", "AAA")
    ]
    assert str(Place("", 0, 2)) == "C1"
