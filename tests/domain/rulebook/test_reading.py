"""A rulebook's text becomes a fixed, exact rulebook, or is refused with its line."""

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest
from pydantic import ValidationError

from domain.errors import Malformed
from domain.rulebook.expansion.whole import expanded
from domain.rulebook.parts import Part
from domain.rulebook.reading import digest, fixed, parse
from domain.scoring.scheme import scheme
from tests.domain.rulebook.cases.everything import EVERYTHING, ON_NODES, ON_PANEL, as_toml
from tests.domain.scoring.rulebooks import node, panel, rulebook_text, single_marks

ROOT = Path(__file__).parents[3]
PRESETS = sorted((ROOT / "domain" / "rulebook" / "presets").glob("*.toml"))
WANBEI = (ROOT / "domain" / "rulebook" / "presets" / "wanbei-power.toml").read_text(encoding="utf-8")

DIVING = (ROOT / "tests" / "data" / "diving-sydney-2000" / "rulebook.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", PRESETS, ids=lambda path: path.stem)
def test_a_preset_is_a_rulebook_of_its_own_name_with_a_page(path):
    rules = parse(path.read_text(encoding="utf-8"))
    assert rules.id == path.stem
    assert (ROOT / "docs" / "rules" / f"{path.stem}.md").exists()


def test_numbers_are_exact():
    weights = parse(WANBEI).nodes["total"].weights  # type: ignore[union-attr]
    assert weights == {"theory": Decimal("0.3"), "practical": Decimal("0.7")}
    assert all(isinstance(weight, Decimal) for weight in weights.values())


def test_the_digest_is_of_the_text_to_the_last_character():
    assert digest("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert digest(WANBEI) != digest(WANBEI + "\n")
    assert len(digest("比武")) == 64


def test_the_same_text_is_read_once():
    assert fixed(WANBEI) is fixed(str(WANBEI.encode(), "utf-8"))
    assert fixed(WANBEI) == parse(WANBEI)
    assert hash(fixed(WANBEI)) == hash(parse(WANBEI))


def test_a_rulebook_cannot_be_changed():
    with pytest.raises(ValidationError):
        fixed(WANBEI).total = "theory"


def test_parts_are_found_by_id():
    rules = parse(WANBEI)
    assert rules.module("wire").node == "wire"
    assert [each.id for each in rules.panels_of("wire")] == ["wire-process", "wire-product"]
    assert rules.panel("wire-product").aspect("tail").max == 10
    assert rules.prize("second").title.zh == "二等奖"
    for missing in (rules.module, rules.panel, rules.prize, rules.panel("wire-product").aspect):
        with pytest.raises(KeyError):
            missing("gone")


def test_a_rulebook_without_awards_and_windows_has_no_prizes_and_no_limits():
    rules = parse(rulebook_text(single_marks("total")))
    assert rules.prizes == ()
    assert rules.windows.appeal_minutes == 0
    with pytest.raises(KeyError):
        rules.prize("first")


@pytest.mark.parametrize(
    ("value", "said"),
    [("0", ""), ("8.5", ""), ("10", ""), ("8.25", "off-step"), ("10.5", "out-of-range"), ("-0.5", "out-of-range")],
)
def test_a_mark_lies_within_its_range_and_on_a_step(value, said):
    rules = parse(rulebook_text(panel("p", span="max = 10, step = 0.5"), node("total", "mark", 'panel = "p"')))
    assert rules.panel("p").aspect("a1").objection(Decimal(value)) == said


def test_steps_are_counted_from_the_lowest_mark():
    text = rulebook_text(panel("p", span="min = 1, max = 10, step = 3"), node("total", "mark", 'panel = "p"'))
    aspect = parse(text).panel("p").aspect("a1")
    assert [aspect.objection(Decimal(value)) for value in (1, 4, 6, 10)] == ["", "", "off-step", ""]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('id = "a"\ntitle = { zh = ', "line 2"),
        ("a = 1\na = 2\n", "line 2"),
        ('id = "unended', "line 1"),
        ("x = 1e99999999999999999999", "line 1"),
        ("x = " + "9" * 5000, "line 1"),
        ("x = " + "[" * 100_000, "line 1"),
    ],
    ids=["cut short", "key twice", "open string", "huge exponent", "huge number", "deep nesting"],
)
def test_what_is_no_toml_is_told_with_its_line(text, place):
    with pytest.raises(Malformed) as found:
        parse(text)
    (fault,) = found.value.faults
    assert fault.place.split(",")[0] == place
    assert fault.zh
    assert fault.en


def test_a_byte_order_mark_from_windows_is_no_fault():
    assert parse("\ufeff" + WANBEI) == parse(WANBEI)


def test_half_a_character_is_told_with_its_line():
    with pytest.raises(Malformed) as found:
        parse('id = "a"\nx = "\ud800"')
    assert [fault.place for fault in found.value.faults] == ["line 2"]


def test_a_rulebook_may_use_everything_there_is():
    rules = parse(EVERYTHING)
    assert {node.op for node in rules.nodes.values()} == set(ON_PANEL) | set(ON_NODES) | {"mark"}
    assert set(rules.nodes) >= {"prelim.kept", "final.kept", "theory", "prelim.voids.live"}
    assert [stage.total for stage in rules.stages] == ["prelim.total", "final.total"]
    assert rules.total == "final.total"
    assert (rules.edition, rules.source.en) == ("1", "not stated")


def test_the_words_of_a_formula_are_bound_to_the_nodes_of_their_stage():
    nodes = parse(EVERYTHING).nodes
    assert nodes["final.formula"].names == {  # type: ignore[union-attr]
        "sheet.j_1": "final.sheet.j-1", "kept": "final.kept", "prelim.kept": "prelim.kept",
    }  # fmt: skip


def test_each_stage_may_have_its_own_number_of_attempts():
    rules = parse(DIVING.replace("attempts = 6", "attempts = { prelim = 6, semi = 5, final = 4 }"))
    assert {panel.id: panel.attempts for panel in rules.panels if panel.name == "dives"} == {
        "prelim.dives": 6,
        "semi.dives": 5,
        "final.dives": 4,
    }


@pytest.mark.parametrize(
    "attempts", ["{ prelim = 6, semi = 6 }", "{ prelim = 6, semi = 6, final = 6, more = 6 }", "{}"]
)
def test_attempts_by_stage_name_every_stage_and_no_other(attempts):
    with pytest.raises(Malformed) as found:
        parse(DIVING.replace("attempts = 6", f"attempts = {attempts}", 1))
    assert ("panels.dives.attempts", "A whole number is needed here.") in [
        (fault.place, fault.en) for fault in found.value.faults
    ]


def test_a_part_of_several_stages_is_called_with_its_stage_before_it():
    rules = parse(DIVING.replace('id = "semi"\n', 'id = "semi"\ntitle = { zh = "半决赛", en = "Semi-final" }\n'))
    assert rules.module("semi.diving").title.zh == "半决赛 · diving"
    assert rules.panel("semi.dives").title.en == "Semi-final · dives"
    assert parse(EVERYTHING).module("theory").title.en == "theory"


def test_what_was_written_is_left_as_it_is():
    book = tomllib.loads(EVERYTHING, parse_float=Decimal)
    before = as_toml(book)
    expanded(book)
    assert as_toml(book) == before


def test_a_rulebook_that_was_read_is_only_read_from_then_on():
    """Several threads share it: what it works out once is worked out before any of them has it."""

    def kept(part):
        inside = vars(part).values() if isinstance(part, Part) else ()
        own = {(id(part), name) for name in vars(part)} if isinstance(part, Part) else set()
        for each in [*inside, *(part.values() if isinstance(part, dict) else part if isinstance(part, tuple) else ())]:
            own |= kept(each) if isinstance(each, Part | dict | tuple) else set()
        return own

    rules = parse(EVERYTHING)
    before = kept(rules)
    hash(rules), repr(rules), [rules.panel(panel.id) for panel in rules.panels], scheme(rules)
    assert kept(rules) == before
