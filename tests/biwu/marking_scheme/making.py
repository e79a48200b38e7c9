"""Makes marking schemes as the WorldSkills export writes them, for the tests to bring in."""

from __future__ import annotations

from tests.web.imports.making import xlsx

HEADINGS = (
    "Sub\nCriterion\nID", "Sub Criterion\nName or Description", "Day of Marking", "Aspect\nType\nM = Meas\nJ = Judg",
    "Aspect - Description", "Judg Score",
    "Extra Aspect Description (Meas or Judg)\nOR\nJudgement Score Description (Judg only)",
    "Requirement\n(Measurement Only)", "WSOS Section", "Calculation Row \n(Export only)", "Max\nMark",
)  # fmt: skip
SHEET = "CIS Marking Scheme Import"
LEVELS = ("poor", "meets", "better", "excellent")


def form(name, title, day=1):
    return (name, title, day)


def measured(top, section=1, title="Hostname set", kind="M"):
    return (None, None, None, kind, title, None, "look", "Yes/No", section, None, top)


def judged(top, section=1, title="Look of the work", levels=LEVELS):
    own = (None, None, None, "J", title, None, None, None, section, None, top)
    return [own, *((None, None, None, None, None, n, words) for n, words in enumerate(levels))]


def table_of_sections(**stated):
    yield ("Section", None, None, None, None, None, None, None, "WSOS Marks", "Aspect Marks", "Variation")
    for number, marks in stated.items():
        yield (int(number[1:]), f"Section {number}", None, None, None, None, None, None, marks, None, None)
    yield (None,) * 8 + ("Total", 100)


def table_of_criteria(**stated):
    yield ("ID", "Name", None, None, None, None, None, None, None, None, "Mark")
    for letter, (title, marks) in stated.items():
        yield (letter, title, None, None, None, None, None, None, None, None, marks)


def scheme(*rows, head=(), title=SHEET):
    """A workbook of one sheet: skill, tables, headings, rows; an aspect with its levels counts as one row."""
    flat = [each for row in rows for each in (row if isinstance(row, list) else [row])]
    lead = [("17 Web Development",), ("Project",), *head, ()]
    return xlsx(*lead, (*HEADINGS, "Criterion A", "Total\nMark"), *flat, ("Competition", "Total Mark"), title=title)


def pieces(marks, largest=2.0):
    """So many marks in aspects of at most two."""
    whole, rest = divmod(round(marks * 100), round(largest * 100))
    return [largest] * whole + ([rest / 100] if rest else [])


def euroskills_2025():
    """Sections and sums of case WS-14: 192 aspects there, fewer here, the same figures of the sections."""
    head = [*table_of_sections(s1=5, s2=5, s3=25, s4=25, s5=40), ()]
    rows = [form("A1", "Planning")]
    rows += [measured(top, 1) for top in pieces(5)] + [measured(top, 2) for top in (2, 2, 1.15, 0.1)]
    rows += [form("B1", "Design")] + [judged(top, 3) for top in pieces(19.25)]
    rows += [measured(top, 3) for top in pieces(5.5)] + [form("C1", "Front end")]
    rows += [measured(top, 4) for top in pieces(24.75)] + [form("D1", "Back end")]
    return scheme(*rows, *(measured(top, 5) for top in pieces(40.25)), head=head)
