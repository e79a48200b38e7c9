"""What the welcome says of each kind of aspect: all that a console needs to ask for it."""

import pytest

from domain.marks import WITHOUT_RESULT, fitting
from domain.rulebook.panels import Panel
from judges_console.welcome import panel_frame

ITEMS = [
    {"id": "skill", "title": "Skill", "kind": "judgement", "max": 2},
    {"id": "gap", "title": "Gap", "kind": "choice", "max": 2, "choices": [
        {"id": "none", "title": {"zh": "无", "en": "None"}, "lose": 0},
        {"id": "wide", "title": {"zh": "过大", "en": "Wide"}, "lose": 2},
    ]},
    {"id": "done", "title": "Done", "kind": "yes_no", "max": 2},
    {"id": "live", "title": "Live", "kind": "voiding"},
    {"id": "time", "title": "Time", "kind": "time", "max": 600, "step": 1},
    {"id": "bare", "title": "Bare", "kind": "count", "of": 5},
    {"id": "weld", "title": {"zh": "焊缝", "en": "Weld"}, "kind": "fault_item", "max": 10, "step": 1, "faults": [
        {"id": "burr", "title": {"zh": "毛刺", "en": "Burr"}, "points": 2, "limit": 4},
        {"id": "pore", "title": {"zh": "气孔", "en": "Pore"}, "points": 1},
    ]},
]  # fmt: skip


def panel(attempts=1):
    return Panel.model_validate({"id": "p", "module": "m", "title": "P", "attempts": attempts, "aspects": ITEMS})


def aspects(attempts=1, lang="en"):
    return {each["id"]: each for each in panel_frame(panel(attempts), lang)["aspects"]}


@pytest.mark.parametrize("attempts", [1, 2])
def test_every_mark_of_the_panel_is_asked_for_in_its_order(attempts):
    assert list(aspects(attempts)) == [each.id for each in panel(attempts).aspects]


def test_bounds_are_those_of_what_is_entered_and_the_worth_stands_beside():
    told = aspects()
    assert {key: told["skill"][key] for key in ("kind", "min", "max", "step", "worth")} == {
        "kind": "judgement", "min": "0", "max": "3", "step": "1", "worth": "2",
    }  # fmt: skip
    assert (told["done"]["max"], told["done"]["worth"]) == ("1", "2")
    assert (told["bare"]["max"], "worth" in told["bare"]) == ("5", False)
    assert told["live"]["kind"] == "voiding"


def test_choices_come_in_order_in_the_readers_language():
    assert aspects()["gap"]["choices"] == [{"id": "none", "title": "None"}, {"id": "wide", "title": "Wide"}]
    assert [each["title"] for each in aspects(lang="zh")["gap"]["choices"]] == ["无", "过大"]


def test_a_fault_tells_its_item_and_what_each_finding_costs():
    burr, pore = (aspects()[name] for name in ("weld.burr", "weld.pore"))
    assert (burr["kind"], burr["item"], burr["short"], burr["points"], burr["max"]) == (
        "fault",
        "Weld",
        "Burr",
        "2",
        "4",
    )
    assert (pore["points"], pore["max"]) == ("1", "10")
    assert "attempt" not in burr


def test_attempts_are_told_apart_and_the_short_title_leaves_them_out():
    second = aspects(2)["2.skill"]
    assert (second["attempt"], second["short"], second["title"]) == ("2", "Skill", "Attempt 2 · Skill")
    burr = aspects(2)["1.weld.burr"]
    assert (burr["attempt"], burr["item"], burr["short"]) == ("1", "Weld", "Burr")


@pytest.mark.parametrize("attempts", [1, 2])
def test_tokens_are_offered_where_the_record_takes_them_and_nowhere_else(attempts):
    offered = {name for name, told in aspects(attempts).items() if told.get("tokens") == list(WITHOUT_RESULT)}
    rules = panel(attempts)
    assert offered == ({"time"} if attempts == 1 else {each.id for each in rules.aspects})
    assert all(fitting(token, rules, rules.aspect(name)) == token for name in offered for token in WITHOUT_RESULT)
