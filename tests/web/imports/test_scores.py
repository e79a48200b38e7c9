"""A file of theory scores gives every score exactly, or every fault at once."""

from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import Malformed
from tests.web.imports.making import csv, paper, saved, sheet_of, told, xls, xlsx
from web.imports.scores import ScoreRow, read_scores

HEADINGS = ["参赛号", "姓名", "成绩"]
EXPECTED = "expected a number from 0 to 100 in steps of 0.5, or a status such as DNS"
SAVE_IT = "Open and save it in a spreadsheet program, or paste values"


def scores_of(content, *, known=("001",), **asked):
    names = known if isinstance(known, dict) else dict.fromkeys(known, "")
    asked = {"aspect": paper(), "known": names} | asked
    return read_scores(content, "成绩.xlsx", **asked)


def one(cell, **asked):
    return scores_of(xlsx(HEADINGS, ["001", "", cell]), **asked).rows[0].given


def faults_of(content, **asked):
    with pytest.raises(Malformed) as malformed:
        scores_of(content, **asked)
    return told(malformed)


@pytest.mark.parametrize("make", [xlsx, xls])
@pytest.mark.parametrize("cell", [8.5, "8.5", "8.50", "８．５", " 8.5 ", "　8.5", "\u200b8.5", "0008.5"], ids=repr)
def test_a_score_is_read_exactly_however_it_is_written(make, cell):
    (row,) = scores_of(make(HEADINGS, ["001", "", cell])).rows
    assert (row.value, str(row.value), row.status) == (Decimal("8.5"), "8.5", "")


@given(st.integers(0, 100_000))
def test_every_score_of_two_places_survives_the_spreadsheets_floats(hundredths):
    exact = Decimal(hundredths) / 100
    content = csv(HEADINGS, ["001", "", f"{float(exact)!r}"])
    assert scores_of(content, aspect=paper("1000", "0.01")).rows[0].value == exact


def test_every_score_of_a_workbook_of_all_hundredths_is_exact():
    known = [f"{number:05d}" for number in range(10_001)]
    content = xlsx(HEADINGS, *([number, "", int(number) / 100] for number in known))
    rows = scores_of(content, known=known, aspect=paper("100", "0.01")).rows
    assert [row.value for row in rows] == [Decimal(int(number)) / 100 for number in known]


@pytest.mark.parametrize("nothing", ["", " ", "-", "—", "/", "无", "未评分", "NYM", None], ids=repr)
def test_a_sign_for_nothing_is_not_given_and_never_zero(nothing):
    assert one(nothing, blanks="allowed") is None
    assert [place for place, _ in faults_of(xlsx(HEADINGS, ["001", "张三", nothing]))] == ["名单!C2"]
    assert one(0) == one("0") == 0


@pytest.mark.parametrize(
    ("token", "status"),
    [
        ("缺考", "dns"),
        ("缺赛", "dns"),
        ("DNS", "dns"),
        ("dns", "dns"),
        ("ＤＮＳ", "dns"),
        ("did not start", "dns"),
        ("弃权", "declined"),
        ("DEC", "declined"),
        ("未完赛", "dnf"),
        ("DNF", "dnf"),
        ("取消资格", "dsq"),
        ("DSQ", "dsq"),
        ("退赛", "withdrawn"),
        ("WDN", "withdrawn"),
    ],
)
def test_a_status_stands_for_itself_and_not_for_zero(token, status):
    (row,) = scores_of(xlsx(HEADINGS, ["001", "", token])).rows
    assert (row.value, row.status) == (None, status)


@pytest.mark.parametrize(
    ("cell", "sentence"),
    [
        (100.5, f"found “100.5”; {EXPECTED}"),
        (-0.5, f"found “-0.5”; {EXPECTED}"),
        ("-1", f"found “-1”; {EXPECTED}"),
        ("8.25", f"found “8.25”; {EXPECTED}"),
        (8.25, f"found “8.25”; {EXPECTED}"),
        ("1e1", f"found “1e1”; {EXPECTED}"),
        ("8O", f"found “8O”; {EXPECTED}. It holds the letter O instead of the digit 0"),
        ("o" * 9000, f"found “{'o' * 60}…”; {EXPECTED}"),
        ("O", f"found “O”; {EXPECTED}. It holds the letter O instead of the digit 0"),
        ("8,5", f"found “8,5”; {EXPECTED}. Write the decimal point as “.” and no thousands separator"),
        ("1,000", f"found “1,000”; {EXPECTED}. Write the decimal point as “.” and no thousands separator"),
        ("NaN", f"found “NaN”; {EXPECTED}"),
        ("inf", f"found “inf”; {EXPECTED}"),
        ("85分", f"found “85分”; {EXPECTED}"),
        ("+5", f"found “+5”; {EXPECTED}"),
        (".5", f"found “.5”; {EXPECTED}"),
        ("5.", f"found “5.”; {EXPECTED}"),
        ("1_0", f"found “1_0”; {EXPECTED}"),
        ("٨", f"found “٨”; {EXPECTED}"),
        ("优", f"found “优”; {EXPECTED}"),
        (True, f"found a truth value “TRUE”; {EXPECTED}"),
        ("=A2*2", f"found a formula without a result “=A2*2”; {EXPECTED}. {SAVE_IT}"),
        ("#REF!", f"found an error value “#REF!”; {EXPECTED}"),
    ],
    ids=repr,
)  # fmt: skip
def test_what_is_no_score_is_a_fault_with_what_was_found(cell, sentence):
    assert faults_of(xlsx(HEADINGS, ["001", "", cell])) == [("名单!C2", sentence)]


def test_a_date_or_percentage_in_the_score_column_is_a_fault_with_a_hint():
    book = openpyxl.Workbook()
    for row in (HEADINGS, ["001", "", 46239], ["002", "", 0.85]):
        book.active.append(row)
    book.active["C2"].number_format, book.active["C3"].number_format = "m月d日", "0%"
    assert faults_of(saved(book), known=("001", "002")) == [
        ("Sheet!C2", f"found a date “2026-08-05”; {EXPECTED}. The spreadsheet program may have made a date of it"),
        ("Sheet!C3", f"found a percentage “85%”; {EXPECTED}. Make the cell a plain number and write points"),
    ]


def test_a_computed_score_with_a_tail_is_not_rounded_by_us():
    heads = "".join(f'<c t="inlineStr"><is><t>{heading}</t></is></c>' for heading in HEADINGS)
    entry = '<c t="inlineStr"><is><t>001</t></is></c><c/><c><f>0.1+0.2</f><v>0.30000000000000004</v></c>'
    content = sheet_of(f"<row>{heads}</row><row>{entry}</row>")
    sentence = "expected a number from 0 to 100 in steps of 0.1, or a status such as DNS"
    assert faults_of(content, aspect=paper("100", "0.1")) == [
        ("名单!C2", f"found “0.30000000000000004”; {sentence}. It was computed; ROUND it to that step")
    ]


@pytest.mark.parametrize("value", ["NaN", "INF", "-INF", "1E999", "１", "1_0", "0x10", "9" * 41])
def test_numbers_no_spreadsheet_writes_are_error_values(value):
    heads = "".join(f'<c t="inlineStr"><is><t>{heading}</t></is></c>' for heading in HEADINGS)
    entry = f'<c t="inlineStr"><is><t>001</t></is></c><c/><c><v>{value}</v></c>'
    ((_, sentence),) = faults_of(sheet_of(f"<row>{heads}</row><row>{entry}</row>"))
    assert sentence.startswith("found an error value")


def test_every_fault_is_told_at_once():
    content = xlsx(
        HEADINGS,
        ["001", "张 三", "80"],
        ["2", "李四", "81"],
        ["003", "王五", "82.3"],
        ["003", "王五", "83"],
        ["009", "赵六", "缺考"],
        ["", "孙七", "84"],
        ["004", "周八", ""],
    )
    known = {"001": "张三", "002": "李四", "003": "王武", "004": "周八", "005": "吴九"}
    assert faults_of(content, known=known) == [
        ("成绩.xlsx", "no row for entry number “002”"),
        ("成绩.xlsx", "no row for entry number “005”"),
        ("名单!A3", "found “2”; expected a registered entry number. Is “002” meant?"),
        ("名单!B4", "found “王五”; expected the registered name “王武”"),
        ("名单!C4", f"found “82.3”; {EXPECTED}"),
        ("名单!A5", "found “003”; expected each entry number once only. It stands in 名单!A4 already"),
        ("名单!B5", "found “王五”; expected the registered name “王武”"),
        ("名单!A6", "found “009”; expected a registered entry number"),
        ("名单!A7", "found an empty cell; expected a registered entry number"),
        ("名单!C8", f"found an empty cell; {EXPECTED}"),
    ]


def test_blanks_and_missing_rows_are_not_given_where_that_is_allowed():
    read = scores_of(xlsx(HEADINGS, ["001", "", 80], ["002", "", ""]), known=("001", "002", "003"), blanks="allowed")
    assert read.rows == (ScoreRow("001", Decimal(80)), ScoreRow("002", None))
    assert read.missing == ("003",)


def test_scores_by_code_need_a_code_column():
    known = {"K7": "", "K8": ""}
    content = xlsx(["密号", "得分"], ["K7", 80], ["k8", 81])
    assert faults_of(content, known=known, by="code") == [
        ("成绩.xlsx", "no row for code “K8”"),
        ("名单!A3", "found “k8”; expected a registered code. Is “K8” meant?"),
    ]
    assert faults_of(xlsx(HEADINGS, ["001", "", 80]), known=known, by="code") == [
        (
            "名单",
            "missing column: code. Found: 参赛号, 姓名, 成绩; expected: code, score. Hide sheets not to be imported",
        )
    ]


def test_headings_of_two_storeys_end_with_the_lower_one():
    content = xlsx(HEADINGS, ["", "", "理论成绩"], ["001", "张三", 80], merged=["A1:A2", "B1:B2"])
    assert scores_of(content).rows == (ScoreRow("001", Decimal(80)),)


def test_one_number_merged_over_several_rows_is_nobodys():
    content = xlsx(HEADINGS, ["001", "", 80], ["", "", 81], merged=["A2:A3"])
    assert faults_of(content) == [
        ("名单!A3", "found “001”; expected a cell of its own in every row. It is merged with the cell above")
    ]


def test_one_score_merged_over_several_entries_is_nobodys():
    content = xlsx(HEADINGS, ["001", "", 80], ["002", "", ""], merged=["C2:C3"])
    assert faults_of(content, known=("001", "002")) == [
        ("名单!C3", "found “80”; expected a cell of its own in every row. It is merged with the cell above")
    ]


@pytest.mark.parametrize("name", ["阿依古丽·买买提", "阿依古丽•买买提", "阿依古丽 ・ 买买提", ""])
def test_a_name_is_compared_without_spaces_and_kinds_of_dots(name):
    content = xlsx(HEADINGS, ["001", name, 80])
    assert scores_of(content, known={"001": "阿依古丽·买买提"}).rows[0].value == 80
