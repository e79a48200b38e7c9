"""Eight states, one word, one sign and one token each; and what the rulebook lets a status do."""

from decimal import Decimal
from pathlib import Path

import pytest

from domain.rulebook.reading import fixed
from domain.rulebook.results import Statuses
from domain.rulebook.results.statuses import OfWhole
from domain.scoring.awards import awards
from domain.scoring.explanation import explain
from domain.scoring.ranking import Placed, rank
from domain.scoring.scheme import scheme
from domain.scoring.statuses import STARTED, STATABLE, STATES, STATUSES, WHOLE_ENTRY, WITHDRAWN
from tests.domain.scoring.rulebooks import node, panel, rulebook_text, single_marks

ROOT = Path(__file__).parents[3]
PRIZE = """[awards]
mode = "fixed"
at_the_line = "extend"
prizes = [{ id = "first", title = { zh = "奖", en = "prize" }, count = 9 }]
"""


def two_modules(**effects):
    """Modules m and n of two aspects each, marked by one seat; the total is the sum of both."""
    stated = "\n".join(f'{status} = "{effect}"' for status, effect in effects.items())
    second = '[[modules]]\nid = "n"\ntitle = { zh = "n", en = "n" }\nkind = "practical"\n'
    text = rulebook_text(
        second,
        panel("p", 1, ("a1", "a2")),
        panel("q", 1, ("a1", "a2")).replace('module = "m"', 'module = "n"'),
        *(node(f"{of}-items", "mean", f'panel = "{of}"', 'over = "judges"') for of in "pq"),
        node("m", "sum", 'of = ["p-items"]', 'over = "aspects"'),
        node("n", "sum", 'of = ["q-items"]', 'over = "aspects"'),
        node("total", "sum", 'of = ["m", "n"]'),
        f"[statuses]\n{stated}",
        PRIZE,
    )
    return fixed(text.replace('score = "total"\n', ""))


def full(value="10"):
    return {name: {aspect: {"S1": Decimal(value)} for aspect in ("a1", "a2")} for name in "pq"}


def test_each_state_has_a_word_a_sign_and_a_token_of_its_own():
    all_states = (*STATES, WITHDRAWN)
    assert len(STATES) == 8
    for part in ("word", "sign", "token", "zh", "en"):
        assert len({getattr(state, part) for state in all_states}) == len(all_states), part


def test_the_word_that_takes_a_status_back_stays_as_records_have_it():
    assert STARTED == "started"


def test_the_page_for_people_says_the_same():
    page = (ROOT / "docs" / "words.md").read_text(encoding="utf-8")
    rows = [[cell.strip() for cell in line.split("|")[2:7]] for line in page.splitlines() if line.startswith("| ")]
    for state in (*STATES, WITHDRAWN):
        assert [f"`{state.word}`", state.sign, f"`{state.token}`", state.zh, state.en] in rows


def test_the_rulebook_knows_every_status_and_no_other():
    assert set(Statuses.model_fields) - {"whole"} == {state.word for state in STATUSES}
    assert set(OfWhole.model_fields) == {state.word for state in STATUSES} - {WITHDRAWN.word}


def test_every_status_but_withdrawal_can_be_stated_about_a_performance_and_taken_back():
    assert set(STATABLE) == {state.word for state in STATUSES} - {WITHDRAWN.word} | {STARTED}


def test_did_not_finish_counts_what_was_marked_and_the_rest_as_zero():
    rules, marks = two_modules(dnf="counts"), full()
    del marks["q"]["a2"]
    scored = scheme(rules).evaluate(marks, {"n": "dnf"})
    assert (scored.total, scored.complete, scored.status, scored.standing) == (Decimal(30), True, "dnf", "ranked")


def test_what_counts_zero_for_a_status_counts_so_in_its_own_module_only():
    rules, marks = two_modules(dnf="counts"), full()
    del marks["q"]["a2"]
    assert scheme(rules).evaluate(marks, {"m": "dnf"}).complete is False


def test_a_voided_module_is_zero_whatever_was_marked():
    scored = scheme(two_modules(dns="zero")).evaluate(full(), {"n": "dns"})
    assert (scored.values["n"], scored.total, scored.complete) == (Decimal(0), Decimal(20), True)


def test_a_voided_module_is_zero_though_nothing_was_marked_or_released():
    scored = scheme(two_modules(dns="zero")).evaluate({"p": full()["p"]}, {"n": "dns"}, {"p"})
    assert (scored.total, scored.complete) == (Decimal(20), True)


def test_a_void_module_is_zero_unless_the_rulebook_says_otherwise_and_weighs_less_than_declining():
    scored = scheme(two_modules()).evaluate(full(), {"n": "module_void"})
    assert (scored.values["n"], scored.total) == (Decimal(0), Decimal(20))
    assert (scored.status, scored.standing) == ("module_void", "ranked")
    words = [state.word for state in STATUSES]
    assert words.index("declined") < words.index("module_void") < words.index("dns")
    last = scheme(two_modules(module_void="last")).evaluate(full(), {"n": "module_void"})
    assert last.standing == "last"


@pytest.mark.parametrize("effect", ["last", "unranked"])
def test_a_status_may_take_the_total_away(effect):
    scored = scheme(two_modules(dsq=effect)).evaluate(full(), {"n": "dsq"})
    assert (scored.total, scored.values["total"], scored.complete, scored.standing) == (None, None, True, effect)
    assert scored.values["m"] == Decimal(20)


def test_of_several_statuses_the_one_that_takes_the_total_away_is_shown():
    rules = two_modules(dnf="counts", dns="unranked", dsq="zero")
    scored = scheme(rules).evaluate(full(), {"m": "dsq", "n": "dns"})
    assert (scored.status, scored.standing) == ("dns", "unranked")
    scored = scheme(rules).evaluate(full(), {"m": "dsq", "n": "dnf"})
    assert (scored.status, scored.standing) == ("dsq", "ranked")


def test_of_two_that_take_the_total_away_the_weightier_is_shown():
    rules = two_modules(dns="unranked", dsq="unranked")
    for statuses in ({"m": "dsq", "n": "dns"}, {"m": "dns", "n": "dsq"}):
        scored = scheme(rules).evaluate(full(), statuses)
        assert scored.status == "dsq"
        assert explain(rules, full(), statuses).remark == "dsq"


def test_what_was_marked_stays_hidden_until_released_though_the_rest_counts_zero():
    rules, marks = two_modules(dnf="counts"), full()
    del marks["q"]["a2"]
    scored = scheme(rules).evaluate(marks, {"n": "dnf"}, {"p"})
    assert (scored.total, scored.complete) == (Decimal(20), False)


def test_nothing_can_be_made_of_a_total_that_was_taken_away():
    text = rulebook_text(
        single_marks("total"), node("twice", "weighted_sum", "weights = { total = 2 }", "adds_up_to = 2")
    )
    scored = scheme(fixed(text)).evaluate({"total-sheet": {"total": {"S1": Decimal(5)}}}, {"m": "dsq"})
    assert scored.values == {"total": None, "twice": None}


def test_a_withdrawn_entry_has_withdrawn_from_all_modules():
    scored = scheme(two_modules(withdrawn="zero")).evaluate(full(), {WHOLE_ENTRY: "withdrawn"})
    assert (scored.total, scored.status) == (Decimal(0), "withdrawn")


def test_last_stand_behind_all_others_and_share_the_place_and_the_unranked_have_none():
    rules, marks = two_modules(dns="last", dsq="unranked"), full()
    cases = {"a": {}, "b": {"m": "dsq"}, "c": {"m": "dns"}, "d": {"n": "dns"}}
    scored = {entry: scheme(rules).evaluate(marks, statuses) for entry, statuses in cases.items()}
    scored["e"] = scheme(rules).evaluate({})  # nothing marked yet
    placed = rank(rules, scored)
    assert placed == [
        Placed("a", 1, shared=False),
        Placed("e", None, shared=False),
        Placed("c", 3, shared=True),
        Placed("d", 3, shared=True),
        Placed("b", None, shared=False),
    ]
    assert awards(rules, placed, scored) == {"a": "first"}


def test_the_explanation_names_the_status_that_set_a_value():
    rules = two_modules(dns="zero", dsq="unranked")
    module = explain(rules, full(), {"n": "dns"}, node="n")
    assert (module.value, module.remark, module.rule) == (Decimal(0), "dns", "docs/rules/statuses.md")
    total = explain(rules, full(), {"n": "dsq"})
    assert (total.value, total.remark) == (None, "dsq")
