"""What organisers take away opens as it is meant: nothing runs, numbers are exact, and it can be read back."""

import csv
import io
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.web.imports.making import paper
from web.exports.delimited import Value, csv_table
from web.exports.safe import bare, guarded
from web.exports.templates import entries_template, scores_template
from web.exports.workbook import xlsx_table
from web.imports.entries import SAID, EntryRow, read_entries
from web.imports.reading.files import read_sheets
from web.imports.scores import read_scores
from web.imports.spelling import exact_number, odd_sign, person_name, tidy

DANGEROUS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    " =1",
    "＝1",
    "－1",
    "＋1",
    "＠a",
    "|calc",
    "'=1",
    "''@",
]


@pytest.mark.parametrize("text", DANGEROUS, ids=repr)
def test_text_that_could_run_is_text_in_a_csv_file(text):
    content = csv_table([text], [[text]]).decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(content, newline=""))) == [[f"'{text}"], [f"'{text}"]]


@pytest.mark.parametrize("text", DANGEROUS, ids=repr)
def test_text_that_could_run_is_text_in_a_workbook(text):
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx_table("表", [text], [[text]]))).active
    for cell in (sheet["A1"], sheet["A2"]):
        assert (cell.data_type, cell.number_format, cell.quotePrefix) == ("s", "@", True)
        assert cell.value == text.replace("\r", "\n")  # as XML ends its lines


@pytest.mark.parametrize("text", ["张三", "a-b", "it's", "'quoted'", "001", "", "a=b", "_x0041_"])
def test_other_text_is_left_as_it_is(text):
    assert guarded(text) == bare(text) == text


@given(st.text(alphabet="'=+-@\t\r\n |a＝", max_size=8))
def test_the_guard_comes_off_as_it_went_on(text):
    assert bare(guarded(text)) == text


def test_a_csv_file_is_what_excel_opens_without_asking():
    content = csv_table(["参赛号", "成绩"], [("001", Decimal("8.10")), ('a"b', None), ("", 3)])
    assert content == '\ufeff"参赛号","成绩"\r\n"001",8.10\r\n"a""b",\r\n,3\r\n'.encode()


def test_numbers_in_a_workbook_are_exact_and_show_their_places():
    values: list[Value] = [
        Decimal("8.10"),
        Decimal("-0.05"),
        7,
        Decimal(100),
        Decimal("1E+3"),
        Decimal("12345678901234.56789"),
    ]
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx_table("表", ["n"] * 6, [values]))).active
    assert [(cell.value, cell.number_format) for cell in sheet[2]] == [
        (8.1, "0.00"),
        (-0.05, "0.00"),
        (7, "0"),
        (100, "0"),
        (1000, "0"),
        ("12345678901234.56789", "@"),  # more digits than a spreadsheet keeps
    ]


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**11), max_value=10**11, places=4))
def test_every_exported_number_comes_back_as_it_was(number):
    for content in (csv_table(["n"], [[number]]), xlsx_table("表", ["n"], [[number]])):
        ((_,), (cell,)) = read_sheets(content, "x")[0].rows
        assert exact_number(cell) == number


@pytest.mark.parametrize("text", ["_x0041_", "_x005F_x0041_", "_x_", "a_x000D_b", "𬎆_x20ac_"])
def test_text_that_looks_like_an_escaped_sign_comes_back_as_it_was(text):
    assert read_sheets(xlsx_table("表", [text], []), "x")[0].rows == ((text,),)


def test_what_no_file_may_hold_is_replaced():
    assert "\ufffd" in csv_table(["a\x00"], []).decode("utf-8-sig")
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx_table("a/b:[c]?*\x01", ["\x00"], [["x" * 40_000]]))).active
    assert (sheet.title, sheet["A1"].value, len(sheet["A2"].value)) == ("a b  c   \ufffd", "\ufffd", 32_767)


WORDS = (
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Co", "Cs")), max_size=20)
    .map(tidy)
    .filter(lambda text: not odd_sign(text))
)
SAYING = WORDS.filter(
    lambda text: text.lower() not in {"-", "--", "–", "—", "――", "——", "－", "/", "／", "无", "n/a", "none"}
)
NUMBERS = st.from_regex(r"[A-Z0-9][A-Za-z0-9_-]{0,39}", fullmatch=True)
ENTRIES = st.lists(
    st.builds(
        EntryRow,
        number=NUMBERS,
        name=SAYING.map(person_name).filter(bool),
        delegation=SAYING,
        team=SAYING,
        category=SAYING,
        batch=st.just("") | NUMBERS,
        employer=SAYING,
        trade=SAYING,
        phone=SAYING,
    ),
    min_size=1,
    max_size=6,
    unique_by=lambda row: row.number.casefold(),
)


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@settings(max_examples=50)  # a workbook takes a while
@given(rows=ENTRIES)
def test_exported_entries_are_imported_as_they_were(form, rows):
    headings = ["参赛号", "姓名", "代表队", "队", "组别", "场次", "工作单位", "工种", "联系电话"]
    table = [[row.number, *(getattr(row, key) for key in SAID)] for row in rows]
    content = csv_table(headings, table) if form == "csv" else xlsx_table("名单", headings, table)
    assert list(read_entries(content, "x").rows) == rows


GIVEN = st.decimals(0, 100, places=1) | st.sampled_from(["DNS", "DEC", "缺赛"])
SCORES = st.dictionaries(st.from_regex(r"[A-Z0-9][A-Z0-9_-]{0,39}", fullmatch=True), GIVEN, min_size=1)


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@settings(max_examples=50)
@given(scores=SCORES)
def test_exported_scores_are_imported_as_they_were(form, scores):
    headings, table = ["参赛号", "成绩"], list(scores.items())
    content = csv_table(headings, table) if form == "csv" else xlsx_table("成绩", headings, table)
    rows = read_scores(content, "x", aspect=paper("100", "0.1"), known=dict.fromkeys(scores, "")).rows
    words = {"DNS": "dns", "缺赛": "dns", "DEC": "declined"}
    assert {row.number: row.given for row in rows} == {key: words.get(given, given) for key, given in scores.items()}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_the_templates_can_be_read_as_they_are(language, form):
    read = read_entries(entries_template(language, form), "x")
    assert [(row.number, row.batch, row.said) for row in read.rows] == [("001", "1", SAID), ("002", "2", SAID)]
    assert read.unused_headings == ()
    content = scores_template(language, form, [("001", "张三"), ("=2", "李四")])
    rows = read_scores(content, "x", aspect=paper(), known={"001": "张三", "=2": "李四"}, blanks="allowed").rows
    assert [(row.number, row.given) for row in rows] == [("001", None), ("=2", None)]
