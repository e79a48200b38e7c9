"""Why this place: the neighbours, the link of the chain that parted them with both figures, stages, no place at all."""

import pytest

from tests.domain.scoring.results.field import entry, field, rules
from tests.domain.scoring.results.heat_and_final import BEEN, IN_STAGES, STAGES
from tests.domain.scoring.rulebooks import node, panel
from tests.domain.scoring.why.asked import ahead, asked, told

TIES = '[ranking]\nties = [{ node = "practical" }, { node = "time", better = "lower" }]'
CHAIN = rules(TIES, nodes=("practical", "time"))
EIGHTS = {
    "K02": entry("9", practical="4", time="50"),
    "K05": entry("8.0", practical="5", time="61"),
    "K06": entry("8.0", practical="5", time="60"),
    "K09": entry("7", practical="9", time="40"),
}


def test_why_behind_somebody_with_an_equal_total():
    assert told(CHAIN, EIGHTS, "K05", ["place"]) == [
        "K05: place 3 of 4, “total” 8 (higher is better)",
        "  ahead K06: equal totals; parted by step 2 of the tie chain, “time”: 61 to 60",
        "  behind K09: parted by “total”: 8 to 7",
    ]
    assert told(CHAIN, EIGHTS, "K05", ["place"], "zh") == [
        "K05：第 3 名（共 4 名），“total” 8（高者为好）",
        "  前一名 K06：成绩相同，同分处理第 2 步“time”分先后：61 对 60",
        "  后一名 K09：按“total”分先后：8 对 7",
    ]


def test_who_is_equal_to_the_end_shares_and_a_decision_parts():
    alike = EIGHTS | {"K07": EIGHTS["K06"]}
    assert "  shared with K07: equal in everything compared" in told(CHAIN, alike, "K06", ["place"])
    decided = {"": {"K06": 1, "K07": 2}}
    before = ahead(CHAIN, alike, "K07", decided=decided)
    assert (before.other, before.by) == ("K06", "decision")
    assert asked(CHAIN, alike, "K07", decided=decided).place.sharing == ()


def test_the_first_link_that_differs_is_named_whatever_the_later_ones_say():
    scored = {"a": entry("8", practical="5", time="90"), "b": entry("8", practical="4", time="10")}
    parted = ahead(CHAIN, scored, "b")
    assert (parted.by, parted.link, parted.node) == ("tie", 1, "practical")


def test_of_a_family_all_numbers_that_were_compared_are_told():
    book = rules('[ranking]\nties = [{ node = "marks", how = "countback" }]')
    scored = {"a": entry("8", {"marks": ["2", "1", "5"]}), "b": entry("8", {"marks": ["3", "2", "5"]})}
    line = told(book, scored, "a", ["place"])[1]
    assert "“marks” (one by one, best to worst): 5, 2, 1 to 5, 3, 2; number 2 differs: 2 to 3" in line


def test_module_by_module_names_the_module_that_parted():
    other = '[[modules]]\nid = "n"\nscore = "second"\n'
    second = panel("s").replace('module = "m"', 'module = "n"') + node("second", "mark", 'panel = "s"')
    book = rules(other, second, '[ranking]\nties = [{ how = "module_by_module" }]')
    scored = {"a": entry("8", second="5"), "b": entry("8", second="6")}
    assert ahead(book, scored, "a").node == "second"


def test_places_of_a_category_count_its_own_alone():
    book = rules('[ranking]\nper = "class"')
    attributes = {name: {"class": "W" if name < "c" else "M"} for name in "abcd"}
    found = field(a="4", b="5", c="9", d="8")
    place = asked(book, found, "a", attributes=attributes).place
    assert (place.place, place.of, place.category) == (2, 2, "W")
    assert ahead(book, found, "a", attributes=attributes).other == "b"


@pytest.mark.parametrize(
    ("scored", "attributes", "said"),
    [
        (entry("4"), {"official": "no"}, "takes part without a place"),
        (entry("4", status="dsq"), {}, "disqualified"),
        (entry(None), {}, "the result is not complete yet"),
    ],
)
def test_why_there_is_no_place(scored, attributes, said):
    lines = told(rules(), {"a": scored, "b": entry("5")}, "a", ["place"], attributes={"a": attributes})
    assert f"a: no place: {said}" in lines[0]


def test_who_has_no_result_is_not_parted_by_a_number():
    scored = {"a": entry("DNF"), "b": entry("5"), "c": entry("4", status="dsq")}
    assert "5 to no result" in told(rules(), scored, "b", ["place"])[1]


def test_who_did_not_go_on_is_told_by_the_stage_it_was_in():
    found = asked(STAGES, IN_STAGES, "c", been=BEEN)
    assert found.node == "first"
    assert told(STAGES, IN_STAGES, "c", been=BEEN) == [
        "c: place 3 of 4, “first” 7 (higher is better)",
        "  ahead a: got as far as “Final”",
        "  behind d: parted by “first”: 7 to 6",
        "Heat: place 3 of 4, “first” 7 (higher is better)",
        "  did not go on; the last to go on: b (place 2); the first who did not: c (place 3)",
        "  ahead b: parted by “first”: 7 to 8",
        "  behind d: parted by “first”: 7 to 6",
    ]


@pytest.mark.parametrize(("entry_", "decided"), [("c", True), ("a", False)])
def test_who_was_let_in_by_decision_is_told_so(entry_, decided):
    lines = told(STAGES, IN_STAGES, entry_, been=BEEN, advanced={"final": ["a", "c"]})
    (went_on,) = [line for line in lines if line.strip().startswith("went on")]
    assert ("; by decision;" in went_on) == decided
    assert went_on.endswith("let in by decision: c (place 3)")


def test_nothing_is_asked_of_somebody_who_is_not_in_the_result():
    with pytest.raises(KeyError):
        asked(rules(), field(a="4"), "z")


def test_who_was_in_no_stage_has_no_place():
    scored = IN_STAGES | {"e": entry(None, first=None, last=None)}
    found = asked(STAGES, scored, "e", been=BEEN)
    assert (found.place.place, found.place.without, found.stages) == (None, "not-complete", ())
