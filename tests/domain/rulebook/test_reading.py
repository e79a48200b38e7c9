"""A rulebook's text becomes a fixed, exact rulebook, or is refused with its line."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from domain.errors import Malformed
from domain.rulebook.reading import digest, fixed, parse
from tests.domain.scoring.rulebooks import node, panel, rulebook_text, single_marks

ROOT = Path(__file__).parents[3]
PRESETS = sorted((ROOT / "domain" / "rulebook" / "presets").glob("*.toml"))
WANBEI = (ROOT / "domain" / "rulebook" / "presets" / "wanbei-power.toml").read_text(encoding="utf-8")


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


@given(st.text(max_size=40))
def test_any_text_is_a_rulebook_or_malformed(text):
    with pytest.raises(Malformed):
        parse(text)


TOML_VALUE = st.sampled_from(
    ['""', '"p"', "1", "-1", "1.5", "nan", "true", "[]", "{}", '["p"]', "[{}]", "{ p = 1 }", "1979-05-27"]
)


@given(st.data())
def test_any_value_anywhere_is_taken_or_told(data):
    """One line of a good rulebook gets any other value: never anything but a rulebook or faults with places."""
    lines = WANBEI.splitlines()
    keyed = [number for number, line in enumerate(lines) if " = " in line and not line.startswith((" ", "#"))]
    number = data.draw(st.sampled_from(keyed))
    lines[number] = lines[number].partition(" = ")[0] + " = " + data.draw(TOML_VALUE)
    faults = []
    try:
        parse("\n".join(lines))
    except Malformed as malformed:
        faults = malformed.faults
    assert all(fault.place and fault.zh and fault.en for fault in faults)
