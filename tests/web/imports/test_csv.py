"""CSV files are read whatever program, encoding and delimiter they come from."""

import pytest

from domain.errors import Malformed
from tests.web.imports.making import csv, told
from web.imports.reading.files import read_sheets

ROWS = (["参赛号", "姓名"], ["001", "张三"], ["002", "欧阳，修"])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_every_encoding_and_delimiter_gives_the_same_rows(encoding, delimiter):
    (sheet,) = read_sheets(csv(*ROWS, encoding=encoding, delimiter=delimiter), "x.csv")
    assert (sheet.name, sheet.rows) == ("", tuple(map(tuple, ROWS)))


def test_rare_characters_come_through_gb18030():
    (sheet,) = read_sheets("姓名\n𬎆䶮㛃\n".encode("gb18030"), "x.csv")
    assert sheet.rows == (("姓名",), ("𬎆䶮㛃",))


def test_text_valid_in_both_encodings_is_read_as_utf8():
    content = "姓名\n中文".encode()
    content.decode("gb18030")  # it would do, and give other characters
    assert read_sheets(content, "x.csv")[0].rows[1] == ("中文",)


def test_quoted_fields_keep_delimiters_quotes_and_line_ends():
    (sheet,) = read_sheets(b'a,"b,""c""\nd",e\r\n\r\nf;g;h\n', "x.csv")
    assert sheet.rows == (("a", 'b,"c"\nd', "e"), (), ("f;g;h",))


def test_decimal_commas_do_not_make_a_semicolon_file_a_comma_file():
    (sheet,) = read_sheets("参赛号;成绩\n001;8,5\n002;9,5\n".encode(), "x.csv")
    assert sheet.rows == (("参赛号", "成绩"), ("001", "8,5"), ("002", "9,5"))


def test_rows_are_numbered_as_a_spreadsheet_program_shows_them():
    (sheet,) = read_sheets(b"\n\na,b\n,,,\n\n", "x.csv")
    assert sheet.rows == ((), (), ("a", "b"))


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"a,b\n\x81,c\n", "unknown text encoding (at byte 5); save it as CSV UTF-8 or .xlsx"),
        (b"a,b\nc\x00,d\n", "not a text file (control character U+0000 in line 2)"),
        (b'a,"b\nc,d\n', "line 2: a quotation mark without its partner, or too long a field"),
        (b'a,"b"c\n', "line 1: a quotation mark without its partner, or too long a field"),
        (b"", "the file is empty"),
        (b" \r\n\t", "the file is empty"),
    ],
)
def test_text_that_is_no_csv_is_refused_with_its_place(content, sentence):
    with pytest.raises(Malformed) as malformed:
        read_sheets(content, "C:\\Users\\me\\成绩.csv")
    assert told(malformed) == [("成绩.csv", sentence)]
