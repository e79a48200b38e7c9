"""A long bracket goes on in further lines, between clauses and one column further in."""

from domain.scoring.words.bracket import broken

CLAUSES = [f"clause number {number} of them all" for number in range(12)]


def test_a_short_one_is_one_line():
    assert [*broken(["sum", "rule: Sum"], "; ", "  ")] == ["  [sum; rule: Sum]"]


def test_a_long_one_is_broken_and_loses_nothing():
    lines = [*broken(CLAUSES, "; ", "  ")]
    assert len(lines) > 1
    assert all(len(line) <= 140 for line in lines)
    assert all(line.startswith("   ") for line in lines[1:])
    assert " ".join(line.strip() for line in lines) == f"[{'; '.join(CLAUSES)}]"


def test_chinese_characters_take_two_columns():
    assert len([*broken(["十" * 30] * 3, "；", "")]) == 2
