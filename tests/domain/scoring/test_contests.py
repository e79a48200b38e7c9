"""Whole contests: a real one to the last place, and the example contest worked by hand."""

import csv
from decimal import Decimal
from pathlib import Path

from domain.rulebook.reading import parse
from domain.scoring.awards import awards
from domain.scoring.numbers import shown
from domain.scoring.ranking import rank
from domain.scoring.scheme import scheme

ROOT = Path(__file__).parents[3]
IPHO = ROOT / "tests" / "data" / "ipho-2021"
WANBEI = ROOT / "domain" / "rulebook" / "presets" / "wanbei-power.toml"
CUTS = {
    "gold": Decimal("33.37"),
    "silver": Decimal("23.74"),
    "bronze": Decimal("14.5"),
    "honourable-mention": Decimal("9.15"),
}
MISSING_FROM_THE_FILE = 2  # the first two places


def rows(name):
    with (IPHO / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_ipho_2021_comes_out_as_published():
    rules = parse((IPHO / "rulebook.toml").read_text(encoding="utf-8"))
    scored = {}
    for row in rows("marks.csv"):
        sheets = {
            "theory-paper": {"score": {"T1": Decimal(row["theory"])}},
            "experiment-paper": {"score": {"E1": Decimal(row["experiment"])}},
        }
        for panel in rules.panels:
            (value,) = sheets[panel.id]["score"].values()
            assert panel.aspect("score").objection(value) == ""
        scored[row["contestant"]] = scheme(rules).evaluate(sheets)
    placed = rank(rules, scored)
    places = {each.key: each.place or 0 for each in placed}
    given = awards(rules, placed, scored, CUTS)
    expected = {row["contestant"]: row for row in rows("results.csv")}
    assert len(expected) == len(scored) == 260
    assert {entry: scored[entry].total for entry in expected} == {
        entry: Decimal(row["total"]) for entry, row in expected.items()
    }
    assert {entry: places[entry] + MISSING_FROM_THE_FILE for entry in expected} == {
        entry: int(row["rank"]) for entry, row in expected.items()
    }
    assert {entry: rules.prize(given[entry]).title.en.lower().removesuffix(" medal") for entry in expected} == {
        entry: row["award"] for entry, row in expected.items()
    }


def judged(values):
    return {aspect: dict(zip(("S1", "S2", "S3", "S4", "S5"), map(Decimal, row), strict=True)) for aspect, row in values}


def agreed(**values):
    return {aspect: {"F1": Decimal(value), "F2": Decimal(value)} for aspect, value in values.items()}


def test_the_wanbei_contest_as_its_page_works_it_out():
    rules = parse(WANBEI.read_text(encoding="utf-8"))
    marks = {
        "theory-paper": {"score": {"T1": Decimal("86.5")}},
        "wire-process": agreed(tools="7", pole="10.5", handling="10", site="7"),
        "wire-product": judged(
            [
                ("wedge", ("12", "12.5", "12.5", "14", "9")),
                ("ut-clamp", ("13", "13", "13", "15", "13")),
                ("tail", ("8", "8", "8.5", "10", "6")),
                ("tension", ("10", "10.5", "11", "12", "9.5")),
                ("finish", ("6.5", "6.5", "7", "5", "8")),
            ]
        ),
        "insulator-process": agreed(isolation="14", pole="11", transfer="13", site="7"),
        "insulator-product": judged(
            [
                ("cleaning", ("7",) * 5),
                ("pins", ("10", "10", "10", "12", "8")),
                ("string", ("9.5", "9.5", "9.5", "9.5", "12")),
                ("sag", ("8", "8.5", "7.5", "8", "8")),
                ("finish", ("7", "7", "7", "7", "7")),
            ]
        ),
    }
    scored = scheme(rules).evaluate(marks)
    places = scheme(rules).places
    told = {name: shown(value, places[name]) for name, value in scored.values.items() if value is not None}
    assert told == {
        "theory": "86.5",
        "wire-process": "34.5",
        "wire-product": "50.67",
        "wire": "85.17",
        "insulator-process": "45.0",
        "insulator-product": "41.50",
        "insulator": "86.50",
        "practical": "85.835",
        "total": "86.03",
    }
    assert scored.complete is True


def test_the_wanbei_rulebook_makes_a_hundred_points_of_each_module():
    rules = parse(WANBEI.read_text(encoding="utf-8"))
    for module in rules.modules:
        panels = rules.panels_of(module.id)
        assert sum(aspect.max for panel in panels for aspect in panel.aspects) == 100
    assert [prize.id for prize in rules.prizes] == ["first", "second", "third"]
