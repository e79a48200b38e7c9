"""A marking scheme is read row by row, and each fault says in which cell it stands."""

from decimal import Decimal

import pytest

from biwu.rulebooks.marking_scheme.reading import read_scheme
from domain.errors import Malformed
from tests.biwu.marking_scheme.making import SHEET, form, judged, measured, scheme, table_of_criteria, table_of_sections
from tests.web.imports.making import told, xlsx

FIRST = 5  # the row below the headings of a scheme without tables
MARK_AT_A_LEVEL = (None, None, None, None, None, 2, "good", None, None, None, 0.2)


def faults(*rows, head=()):
    with pytest.raises(Malformed) as found:
        read_scheme(scheme(*rows, head=head), "scheme.xlsx")
    for fault in found.value.faults:
        assert fault.zh
        assert fault.place.startswith(f"{SHEET}!")
    return [(place.removeprefix(f"{SHEET}!"), said) for place, said in told(found)]


def test_sub_criteria_aspects_and_levels_are_read():
    found = read_scheme(scheme(form("A1", "Set up", 2), measured(0.1, "WSOS 3"), judged(1.5, "1.2")), "scheme.xlsx")
    (part,) = found.parts
    assert (found.title, part.id, part.criterion, part.title, part.day) == (
        "17 Web Development", "A1", "A", "Set up", "2",
    )  # fmt: skip
    one, two = part.aspects
    assert (one.id, one.method, one.title, one.max, one.section) == ("A1-M1", "M", "Hostname set", Decimal("0.1"), "3")
    assert (two.id, two.method, two.max, two.section) == ("A1-J2", "J", Decimal("1.5"), "1.2")
    assert two.levels == {0: "poor", 1: "meets", 2: "better", 3: "excellent"}


def test_the_short_columns_do_without_a_column_for_sub_criteria():
    book = xlsx(
        ["Type", "Aspect", "Judg score", "Max mark", "WSOS section", "Day"],
        ["Criterion A", "Networks"],
        ["A1: Set up"],
        ["M", "Hostname set", None, 2, 1, 1],
        ["Sub criterion B1", "Look"],
        ["j", "Tidy", None, "1.50", 2, 1],
        [None, None, 0],
    )
    found = read_scheme(book, "scheme.xlsx")
    assert [(part.id, part.title, [each.id for each in part.aspects]) for part in found.parts] == [
        ("A1", "Set up", ["A1-M1"]),
        ("B1", "Look", ["B1-J1"]),
    ]
    assert found.criteria["A"].title == "Networks"


def test_the_headings_may_stand_again_above_each_criterion_and_in_other_columns():
    again = ("Sub Criteria ID", "Name", "Aspect Type", "Aspect - Description", "Max Mark")
    other = [("B", "Design"), ("B1", "Look"), (None, None, "M", "Tidy", 1)]
    found = read_scheme(scheme(form("A1", "One"), measured(2), (), again, *other), "scheme.xlsx")
    assert [(part.id, len(part.aspects)) for part in found.parts] == [("A1", 1), ("B1", 1)]
    assert found.criteria["B"].title == "Design"


def test_a_remark_below_the_headings_opens_nothing():
    rows = [("A note on marking",), form("A1", "One"), measured(2), ("Total", None, None, None, None)]
    assert [part.id for part in read_scheme(scheme(*rows), "scheme.xlsx").parts] == ["A1"]


def test_both_tables_at_the_head_are_read():
    head = [*table_of_sections(s1=60, s2=40), (), *table_of_criteria(A=("Networks", 100))]
    found = read_scheme(scheme(form("A1", "One"), measured(2), head=head), "scheme.xlsx")
    assert {key: each.marks for key, each in found.sections.items()} == {"1": 60, "2": 40}
    assert {key: (each.title, str(each.marks)) for key, each in found.criteria.items()} == {"A": ("Networks", "100")}


@pytest.mark.parametrize(
    ("rows", "place", "said"),
    [
        ([form("A1", "x"), measured(2, kind="O")], f"D{FIRST + 1}", "found “O”; expected M (measurement) or J"),
        ([form("A1", "x"), measured(2, kind=None)], f"D{FIRST + 1}", "found an empty cell; expected M (measurement)"),
        ([form("A1", "x"), measured(None)], f"K{FIRST + 1}", "found an empty cell; expected a mark above zero"),
        ([form("A1", "x"), measured("two")], f"K{FIRST + 1}", "found “two”; expected a mark above zero"),
        ([form("A1", "x"), measured(0)], f"K{FIRST + 1}", "found “0”; expected a mark above zero"),
        ([form("A1", "x"), measured(-1)], f"K{FIRST + 1}", "found “-1”; expected a mark above zero"),
        ([form("A1", "x"), measured(1, title=None)], f"E{FIRST + 1}", "expected what the aspect is"),
        ([form("A1", "x"), measured(1, section="all")], f"I{FIRST + 1}", "expected the number of a section"),
        ([measured(1)], f"E{FIRST}", "expected a sub-criterion such as A1 above it"),
        ([form("A1", "x"), judged(1, levels="abcde")], f"F{FIRST + 6}", "found “4”; expected 0, 1, 2 or 3"),
        ([form("A1", "x"), measured(1), judged(1)[1]], f"F{FIRST + 2}", "expected a judgement (J) aspect above it"),
        ([form("A1", "x"), judged(1, levels="a"), MARK_AT_A_LEVEL], f"K{FIRST + 3}", "no mark beside a level"),
        ([form("A1", "x"), judged(1), judged(1)[1]], f"F{FIRST + 6}", "expected each level once only"),
        ([form("A1", "x"), measured(1), form("a1", "y")], f"A{FIRST + 2}", "expected each sub-criterion once only"),
    ],
)
def test_a_fault_names_its_cell(rows, place, said):
    (found,) = faults(*rows)
    assert found[0] == place
    assert said in found[1]


def test_marks_stated_that_are_no_numbers_are_told():
    head = list(table_of_sections(s1="many"))
    assert faults(form("A1", "x"), measured(1), head=head)[0][0] == "I4"


def test_all_faults_are_told_at_once_in_the_order_of_the_sheet():
    found = faults(form("A1", "x"), measured("two", "all"), measured(1, kind="Q"))
    assert [place for place, _ in found] == [f"I{FIRST + 1}", f"K{FIRST + 1}", f"D{FIRST + 2}"]


@pytest.mark.parametrize(
    ("book", "said"),
    [
        (xlsx(["参赛号", "姓名"], ["101", "张三"]), "no sheet has the headings of a marking scheme"),
        (scheme(form("A1", "x")), "there is no aspect under the headings"),
        (b"not a workbook,", "no sheet has the headings"),
        (b"", "the file is empty"),
    ],
)
def test_what_is_no_marking_scheme_is_told_by_the_file(book, said):
    with pytest.raises(Malformed) as found:
        read_scheme(book, "scheme.xlsx")
    ((place, sentence),) = told(found)
    assert place == "scheme.xlsx"
    assert said in sentence
