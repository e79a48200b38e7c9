"""Files made to break the reader end as one sentence, early, and never as rows."""

import io
import random
import struct
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import Malformed
from tests.web.imports.making import CLOSE, OPEN, SHEET, sheet_of, told, with_part, xls, xlsx
from web.imports.reading.compound import SIGNATURE
from web.imports.reading.files import read_sheets
from web.imports.reading.limits import LIMITS, Limits

WEB_PAGE = "a web page or XML under a table's name; open it in a spreadsheet program and save it as .xlsx"
ROWS, COLUMNS = "at most 20000 rows are read", "at most 100 columns are read"
FILLED = '<row r="{row}"><c r="{place}"><v>1</v></c></row>'


def zipped(**parts):
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/"), content)
    return written.getvalue()


def compound_with(name):
    """An old workbook whose stream has another name, as encrypted and ancient ones do."""
    content = bytearray(xls(["x"]))
    struct.pack_into(
        "64sH", content, content.index("Workbook".encode("utf-16-le")), name.encode("utf-16-le"), 2 * len(name) + 2
    )
    return bytes(content)


def patched(content, old, new):
    assert content.count(old) >= 1
    return content.replace(old, new)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "this is a picture, not a table"),
        (b"%PDF-1.7 ...", "this is a PDF file, not a table"),
        (b"Rar!\x1a\x07\x00", "this is an archive, not a table"),
        (b"<html><table><tr><td>a</td></tr></table>", WEB_PAGE),
        (zipped(**{"readme.txt": "hello"}), "this is a zip archive, not a table"),
        (zipped(**{"word__document.xml": "<a/>"}), "this is a text document, not a table"),
        (zipped(**{"content.xml": "<a/>"}), "this is an OpenDocument file; save it as .xlsx"),
        (zipped(**{"xl__workbook.bin": "x"}), "this is an .xlsb file; save it as .xlsx"),
        (with_part(xlsx(["x"]), "xl/vbaProject.bin", b"x"), "holds macros; save it as an .xlsx without them"),
        (xlsx(["x"])[:-30], "damaged, not a whole .xlsx file"),
        (b"PK\x03\x04" + bytes(100), "damaged, not a whole .xlsx file"),
        (with_part(xlsx(["x"]), SHEET, "<worksheet><sheetData>"), "damaged: XML in it is not whole"),
        (sheet_of('<row><c r="1A"><v>1</v></c></row>'), "damaged: there is no cell “1A”"),
        (sheet_of('<row><c t="s"><v>5</v></c></row>'), "damaged: a text in it is missing"),
        (compound_with("EncryptedPackage"), "protected by a password; take the password off first"),
        (compound_with("_VBA_PROJECT_CUR"), "holds macros; save it as an .xlsx without them"),
        (compound_with("WordDocument"), "this is not a table"),
        (compound_with("Book"), "from Excel 95 or before; save it as .xlsx"),
        (SIGNATURE + bytes(2000), "damaged, not a whole .xls file"),
        (xls(["x"])[:3000], "damaged, not a whole .xls file"),
    ],
)  # fmt: skip
def test_what_is_no_table_is_named_for_what_it_is(content, sentence):
    with pytest.raises(Malformed) as malformed:
        read_sheets(content, "成绩.xlsx")
    assert told(malformed) == [("成绩.xlsx", sentence)]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"x" * (LIMITS.size + 1), "larger than 10 MiB"),
        (sheet_of(" " * 20_000_000), "would unpack to more than 100 times its size, as a zip bomb does"),
        (sheet_of(FILLED.format(row=1_000_000, place="A1000000")), f"something stands in row 1000000; {ROWS}"),
        (sheet_of(FILLED.format(row=1, place="XFD1")), f"something stands in column 16384; {COLUMNS}"),
        (b"a\n" * 20_001, f"something stands in row 20001; {ROWS}"),
        (b"a," * 100 + b"a", f"something stands in column 101; {COLUMNS}"),
        (("x" * 40_000).encode(), "one cell holds more than 32767 characters"),
        (zipped(**{f"part{n}": "" for n in range(1_001)}), "more than 1000 parts in its zip"),
    ],
)  # fmt: skip
def test_a_table_beyond_the_limits_is_refused_before_it_is_read(content, sentence):
    with pytest.raises(Malformed) as malformed:
        read_sheets(content, "x")
    assert told(malformed) == [("x", sentence)]


@pytest.mark.parametrize(
    ("limits", "sentence"),
    [
        (Limits(unzipped=4_000), "would unpack to more than 0 MiB"),
        (Limits(cells=3), "more than 3 cells are filled"),
        (Limits(elements=20), "too complex; save a plain copy of the table"),
        (Limits(text=5), "the table holds too much text"),
    ],
)
def test_every_limit_holds_by_itself(limits, sentence):
    with pytest.raises(Malformed) as malformed:
        read_sheets(xlsx(["ab", "cd"], ["ef", "gh"]), "x", limits)
    assert told(malformed) == [("x", sentence)]


def test_a_claimed_million_rows_costs_nothing_until_something_stands_in_them():
    claim = f'{OPEN.replace("<sheetData>", "")}<dimension ref="A1:XFD1048576"/><sheetData>'
    styled = "".join(f'<row r="{row}"><c r="A{row}" s="0"/></row>' for row in range(2, 30_000))
    content = with_part(xlsx(["x"]), SHEET, f"{claim}{FILLED.format(row=1, place='A1')}{styled}{CLOSE}")
    assert [len(sheet.rows) for sheet in read_sheets(content, "x")] == [1]


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>',
        '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE w SYSTEM "http://127.0.0.1/x.dtd">',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_ends_the_reading(declaration, encoding):
    part = f'<?xml version="1.0" encoding="{encoding}"?>{declaration}{OPEN}<row><c><v>&a;</v></c></row>{CLOSE}'
    with pytest.raises(Malformed) as malformed:
        read_sheets(with_part(xlsx(["x"]), SHEET, part.encode(encoding)), "x")
    assert told(malformed) == [("x", "holds an XML declaration that is not allowed (DOCTYPE)")]


def test_one_part_is_not_read_for_many_sheets():
    workbook = "".join(f'<sheet name="s{n}" sheetId="{n}" r:id="rId1"/>' for n in range(1, 50))
    content = with_part(xlsx(["x"]), "xl/workbook.xml", f'<workbook xmlns:r="r"><sheets>{workbook}</sheets></workbook>')
    with pytest.raises(Malformed) as malformed:
        read_sheets(content, "x")
    assert told(malformed) == [("x", "damaged, not a whole .xlsx file")]


def test_a_zip_that_admits_to_less_than_it_holds_gives_no_more_than_it_admits():
    content = sheet_of("<!--" + " " * 200_000 + "-->")
    size = next(each.file_size for each in zipfile.ZipFile(io.BytesIO(content)).infolist() if each.filename == SHEET)
    lying = patched(content, struct.pack("<I", size), struct.pack("<I", 100))
    with pytest.raises(Malformed) as malformed:
        read_sheets(lying, "x")
    assert told(malformed) == [("x", "damaged, not a whole .xlsx file")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (struct.pack("<HH", 0x85, 12), struct.pack("<HH", 0x2F, 12)),  # a sheet's record becomes that of a password
        (struct.pack("<HHH", 0x809, 16, 0x600), struct.pack("<HHH", 0x809, 16, 0x500)),
    ],
)
def test_old_workbooks_with_a_password_or_of_another_age_say_so(old, new):
    with pytest.raises(Malformed) as malformed:
        read_sheets(patched(xls(["x"]), old, new), "x")
    assert told(malformed)[0][1] in {
        "protected by a password; take the password off first",
        "from Excel 95 or before; save it as .xlsx",
    }


def test_an_old_workbooks_claim_of_four_billion_strings_is_not_believed():
    content = xls(["甲", "乙"])
    lying = patched(content, struct.pack("<II", 2, 2), struct.pack("<II", 2, 0xFFFFFFFF))
    with pytest.raises(Malformed) as malformed:
        read_sheets(lying, "x")
    assert told(malformed) == [("x", "damaged, not a whole .xls file")]


def test_a_chain_of_sectors_that_goes_round_ends():
    content = bytearray(xls(["x"] * 50))
    table = (struct.unpack_from("<I", content, 76)[0] + 1) * 512
    directory = struct.unpack_from("<I", content, 48)[0]
    struct.pack_into("<I", content, table + 4 * directory, directory)
    with pytest.raises(Malformed) as malformed:
        read_sheets(bytes(content), "x")
    assert told(malformed) == [("x", "damaged, not a whole .xls file")]


def read_or_refused(content):
    """True when the file gives sheets; a refusal has a sentence in both languages."""
    try:
        return isinstance(read_sheets(content, "x"), list)
    except Malformed as malformed:
        return all(fault.zh and fault.en and fault.place == "x" for fault in malformed.faults)


@pytest.mark.parametrize("content", [xlsx(["参赛号", 8.5], ["甲", 9]), xls(["参赛号", 8.5], ["甲", 9])])
@given(seed=st.integers(0, 2**32))
def test_damaged_files_give_sheets_or_sentences_and_nothing_else(content, seed):
    chance, damaged = random.Random(seed), bytearray(content)
    for _ in range(chance.randint(1, 12)):
        damaged[chance.randrange(len(damaged))] = chance.randrange(256)
    assert read_or_refused(bytes(damaged))


@given(st.text(alphabet='<>/cvrowtsi=" 019A&;x', max_size=200))
def test_odd_markup_gives_sheets_or_sentences_and_nothing_else(xml):
    assert read_or_refused(sheet_of(xml))


@given(st.binary(max_size=400))
def test_odd_bytes_give_sheets_or_sentences_and_nothing_else(content):
    assert read_or_refused(content)
