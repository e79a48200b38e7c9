"""`biwu rulebook import`: a rulebook without fault, that scores, and a report in exact decimals."""

from __future__ import annotations

from decimal import Decimal

import pytest

from biwu.cli import main
from biwu.rulebooks.marking_scheme.checking import is_within, variations
from biwu.rulebooks.marking_scheme.reading import read_scheme
from biwu.rulebooks.marking_scheme.tables import marks_stated
from domain.rulebook.aspects import JudgementAspect, MarkAspect, YesNoAspect
from domain.rulebook.reading import parse
from tests.biwu.marking_scheme.making import euroskills_2025, form, judged, measured, scheme, table_of_criteria
from tests.docs.scored import scored

SMALL = (form("A1", "Set up"), measured(2), judged(1.5), judged(2), form("B1", "Look"), judged(1), measured(0.33))


@pytest.fixture
def bring(tmp_path, capsys):
    def bring(content, *words):
        """Exit code, text of the rulebook, what was said."""
        book, out = tmp_path / "scheme.xlsx", tmp_path / "skill-17.toml"
        book.write_bytes(content)
        code = main(["rulebook", "import", str(book), "--out", str(out), *words])
        told = capsys.readouterr()
        return code, out.read_text(encoding="utf-8") if out.exists() else "", told.out + told.err

    return bring


def test_criteria_become_modules_and_forms_become_panels(bring):
    code, text, _ = bring(scheme(*SMALL, head=list(table_of_criteria(A=("Networks", 5.5), B=("Design", 1.33)))))
    rules = parse(text)
    assert code == 0
    assert rules.id == "skill-17"
    assert [(each.id, each.title.zh) for each in rules.modules] == [("A", "A Networks"), ("B", "B Design")]
    assert [(each.id, each.module, each.seats, each.max_spread) for each in rules.panels] == [
        ("A1-M", "A", ("1",), None),
        ("A1-J", "A", ("E1", "E2", "E3"), 1),
        ("B1-M", "B", ("1",), None),
        ("B1-J", "B", ("E1", "E2", "E3"), 1),
    ]
    assert rules.total == "scaled"
    assert "#   3: excellent" in text


def test_a_measured_aspect_is_a_mark_or_full_or_zero_as_told(bring):
    first = parse(bring(scheme(*SMALL))[1])
    assert [type(each) for each in first.panel("A1-M").items] == [MarkAspect]
    assert [(each.max, each.step) for each in first.panel("B1-M").items] == [(Decimal("0.33"), Decimal("0.01"))]
    assert first.panel("A1-M").items[0].step == Decimal("0.05")
    other = parse(bring(scheme(*SMALL), "--full-or-zero", "--force")[1])
    assert [type(each) for each in other.panel("A1-M").items] == [YesNoAspect]
    assert {type(each) for each in other.panel("A1-J").items} == {JudgementAspect}


def test_what_was_brought_in_scores(bring, tmp_path):
    """WS-06: 1.5 × (2 + 3 + 3) ÷ 9 = 1.33, 2 × 1 ÷ 9 = 0.22."""
    text = bring(scheme(*SMALL))[1]
    marks = [
        "A1-M1,,1.85", "A1-J2,E1,2", "A1-J2,E2,3", "A1-J2,E3,3", "A1-J3,E1,0", "A1-J3,E2,0", "A1-J3,E3,1",
        "B1-J1,E1,2", "B1-J1,E2,2", "B1-J1,E3,2", "B1-M2,,0.33",
    ]  # fmt: skip
    rows = "".join(f"7,{row}\n" for row in marks)
    found = scored(tmp_path, {"rulebook": text, "entries": "entry\n7\n", "marks": f"entry,aspect,judge,value\n{rows}"})
    (row,) = found["results"]
    assert (row["A"], row["B"], row["marks"], row["scaled"]) == ("3.40", "1.00", "4.40", "700")


def test_ws_14_sections_are_compared_exactly():
    found = read_scheme(euroskills_2025(), "scheme.xlsx")
    compared = variations(found, marks_stated(found.sections))
    assert {section: str(abs(marks - said).normalize()) for section, (said, marks) in compared.items()} == {
        "1": "0", "2": "0.25", "3": "0.25", "4": "0.25", "5": "0.25",
    }  # fmt: skip
    assert all(is_within(said, marks) for said, marks in compared.values())


def test_five_per_cent_is_within_and_a_hair_more_is_not():
    assert is_within(Decimal(5), Decimal("5.25"))
    assert is_within(Decimal(5), Decimal("4.75"))
    assert not is_within(Decimal(5), Decimal("5.251"))
    assert not is_within(Decimal(0), Decimal("0.1"))


def test_the_report_says_what_adds_up_in_both_languages(bring):
    code, text, said = bring(euroskills_2025())
    assert code == 0
    assert parse(text).total == "scaled"
    assert "✓ maxima add up to 100 (of 100): measurement" in said
    assert "80.75 marks" in said
    assert "19.25 marks; largest 2, smallest 0.1" in said
    assert "✓ section 2: aspects 5.25, stated 5, variation 0.25 (5 % allowed)" in said
    assert "✓ 第 2 节：评分点 5.25，标准 5，相差 0.25（允许 5%）" in said
    assert "total variation 1" in said
    assert "✗" not in said


def test_the_report_marks_what_asks_for_a_look(bring):
    head = list(table_of_criteria(A=("Networks", 6)))
    rows = [form("A1", "x"), measured(2, None), judged(1, 2, levels="ab")]
    code, _, said = bring(scheme(*rows, head=head), "--sections", "1=1,2=1", "--language", "en")
    assert code == 0
    assert said.splitlines()[1:] == [
        (
            "✗ maxima add up to 3 (of 100): measurement 1 aspects 2 marks, judgement 1 aspects 1 marks; "
            "largest 2, smallest 1"
        ),
        "✗ criterion A: 3, 6 stated",
        "✗ section 1: aspects 0, stated 1, variation 1 (5 % allowed)",
        "✓ section 2: aspects 1, stated 1, variation 0 (5 % allowed)",
        "total variation 1",
        "✗ without a section: A1-M1",
        "✗ levels 0 to 3 not all described: A1-J2",
    ]


def test_without_stated_marks_sections_are_not_compared(bring):
    assert "no marks of the sections are stated" in bring(scheme(*SMALL))[2]


def test_with_a_fault_nothing_is_written(bring):
    code, text, said = bring(scheme(form("A1", "x"), measured("two")))
    assert (code, text) == (1, "")
    assert "CIS Marking Scheme Import!K6" in said


def test_a_file_is_not_overwritten_unless_told(bring):
    assert bring(scheme(*SMALL))[0] == 0
    assert bring(scheme(*SMALL))[0] == 1
    assert bring(scheme(*SMALL), "--force")[0] == 0


def test_a_misspelt_section_is_refused(bring):
    code, text, said = bring(scheme(*SMALL), "--sections", "1:5")
    assert (code, text) == (1, "")
    assert "1=5" in said


@pytest.mark.parametrize("title", ['say "hello"', "back\\slash", "tab\tand\nline", "控制\x7f符", "]]] = #", "'" * 3])
def test_whatever_a_title_holds_the_rulebook_can_be_read(bring, title):
    rows = [form("A1", title), measured(1, title=title), judged(1, title=title, levels=[title] * 4)]
    code, text, _ = bring(scheme(*rows))
    assert code == 0
    assert parse(text).panel("A1-M").items[0].title.en
