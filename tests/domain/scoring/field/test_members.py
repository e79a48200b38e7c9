"""Who is one of a field: guests move nobody, who did not start is not waited for; ties inside it."""

from decimal import Decimal

import pytest

from domain.rulebook.reading import fixed
from domain.scoring.scheme import scheme
from domain.scoring.scored import Given
from tests.domain.scoring.field.members import values
from tests.domain.scoring.rulebooks import node, panel, rulebook_text, single_marks

GUEST = {"official": "no"}
NODES = {
    "t-score": node("t-score", "standardise", 'of = "t"', 'scale = "t"', 'sd = "population"'),
    "scale": node("scale", "worldskills_scale", 'of = "t"'),
    "place": node("place", "rank", 'of = "t"'),
    "ratio": node("ratio", "ratio_to_best", 'of = "t"'),
    "best": node("best", "field", 'of = "t"', 'take = "best"'),
    "points": node("points", "points_for_place", 'of = "t"', "points = [10, 8, 6]"),
}


def one_event(*nodes, statuses=""):
    """Each entry has one number `t`; the total is another one, `u`."""
    second = '[[modules]]\nid = "n"\ntitle = { zh = "n", en = "n" }\nkind = "practical"\nscore = "u"\n'
    first, other = single_marks("t"), single_marks("u").replace('module = "m"', 'module = "n"')
    text = rulebook_text(second, first, other, *nodes, f"[statuses]\n{statuses}", head='total = "u"')
    return scheme(fixed(text.replace('kind = "practical"\nscore = "total"', 'kind = "practical"\nscore = "t"')))


def entry(t, *, columns=None, statuses=None):
    marks = {"u-sheet": {"u": {"S1": Decimal(1)}}}
    if t is not None:
        marks["t-sheet"] = {"t": {"S1": Decimal(t)}}
    return Given(marks, statuses or {}, columns=columns or {})


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("place", {"a": 1, "b": 2, "guest": 1}),
        ("ratio", {"a": 100, "b": 50, "guest": 100}),
        ("best", {"a": 8, "b": 8, "guest": 8}),
        ("points", {"a": 10, "b": 8, "guest": 10}),
        ("t-score", {"a": 60, "b": 40, "guest": 70}),
        ("scale", {"a": 720, "b": 680, "guest": 740}),
    ],
)
def test_an_unofficial_entry_moves_nobody_and_is_measured_by_the_field(name, found):
    field = {"a": entry(8), "b": entry(4), "guest": entry(10, columns=GUEST)}
    assert values(one_event(NODES[name]), field, name) == found


def test_the_rulebook_may_let_unofficial_entries_into_the_field():
    how = one_event(NODES["place"].replace('of = "t"', 'of = "t"\nunofficial = "in"'))
    field = {"a": entry(8), "b": entry(4), "guest": entry(10, columns=GUEST)}
    assert values(how, field, "place") == {"a": 2, "b": 3, "guest": 1}


def test_a_guest_who_is_not_marked_yet_keeps_nobody_waiting():
    field = {"a": entry(8), "b": entry(4), "guest": entry(None, columns=GUEST)}
    assert values(one_event(NODES["place"]), field, "place") == {"a": 1, "b": 2, "guest": None}


@pytest.mark.parametrize(("effect", "points"), [("zero", 6), ("last", None), ("unranked", None)])
def test_who_did_not_start_keeps_nobody_waiting_whatever_the_status_does(effect, points):
    how = one_event(NODES["points"], statuses=f'dns = "{effect}"')
    found = values(how, {"a": entry(8), "b": entry(4), "c": entry(None, statuses={"m": "dns"})}, "points")
    assert found == {"a": 10, "b": 8, "c": points}


def test_who_has_no_number_counts_zero_where_all_do_though_a_status_placed_it_last():
    how = one_event(NODES["place"].replace('of = "t"', 'of = "t"\namong = "all_as_zero"'), statuses='dns = "last"')
    found = values(how, {"a": entry(8), "b": entry(4), "c": entry(None, statuses={"m": "dns"})}, "place")
    assert [found["a"], found["b"]] == [1, 2]


def test_one_event_s_disqualification_costs_the_event_and_one_of_all_the_place():
    book = 'dsq = "zero"\n[statuses.whole]\ndsq = "unranked"'
    how = one_event(NODES["points"], statuses=book)
    found = how.evaluate_all(
        {"a": entry(8, statuses={"m": "dsq"}), "b": entry(8, statuses={"m": "dsq", "n": "dsq"}), "c": entry(4)}
    )
    assert (found["a"].standing, found["a"].values["t"]) == ("ranked", 0)
    assert (found["b"].standing, found["b"].total) == ("unranked", None)


def test_several_columns_part_the_field():
    how = one_event(NODES["place"].replace('of = "t"', 'of = "t"\nby = ["room", "category"]'))
    rooms = {"a": ("1", "x"), "b": ("1", "y"), "c": ("2", "x"), "d": ("1", "x")}
    field = {
        key: entry(t, columns={"room": rooms[key][0], "category": rooms[key][1]})
        for t, key in enumerate("abcd", start=1)
    }
    assert values(how, field, "place") == {"a": 2, "b": 1, "c": 1, "d": 1}


@pytest.mark.parametrize(("op", "found"), [("rank", (1, 2, 3, 3)), ("points", (10, 8, 6, 6))])
def test_who_is_equal_in_the_first_node_is_put_in_order_by_the_next(op, found):
    """Of equal total the better execution, of that equal too the fewer faults; who is equal in all shares."""
    made = {
        "rank": node("place", "rank", 'of = ["total", "e", "f"]', 'then_better = ["higher", "lower"]'),
        "points": node(
            "place", "points_for_place", 'of = ["total", "e", "f"]', 'then_better = ["higher", "lower"]',
            "points = [10, 8, 6, 5]",
        ),
    }  # fmt: skip
    how = scheme(fixed(rulebook_text(single_marks("total", "e", "f"), made[op])))
    figures = {"a": (8, 5, 1), "b": (8, 5, 2), "c": (8, 4, 0), "d": (8, 4, 0)}
    field = {
        key: Given(
            {f"{name}-sheet": {name: {"S1": Decimal(of)}} for name, of in zip(("total", "e", "f"), each, strict=True)}
        )
        for key, each in figures.items()
    }
    assert tuple(values(how, field, "place").values()) == found
    assert tuple(values(how, dict(reversed(field.items())), "place")[key] for key in "abcd") == found


def test_the_lower_first_node_is_the_better_and_the_place_waits_for_the_further_nodes():
    place = node("place", "rank", 'of = ["t", "e"]', 'better = "lower"')
    how = scheme(fixed(rulebook_text(single_marks("total", "t", "e"), place)))

    def one(t, e):
        marks = {"t-sheet": {"t": {"S1": Decimal(t)}}, "total-sheet": {"total": {"S1": Decimal(1)}}}
        return Given(marks | ({"e-sheet": {"e": {"S1": Decimal(e)}}} if e is not None else {}))

    assert values(how, {"a": one(9, 1), "b": one(9, 2), "c": one(8, 0)}, "place") == {"a": 3, "b": 2, "c": 1}
    assert set(values(how, {"a": one(9, 1), "b": one(9, None), "c": one(8, 0)}, "place").values()) == {None}


def test_in_a_closed_module_a_judge_who_did_not_mark_is_not_waited_for():
    text = rulebook_text(
        panel("p", 2),
        node("raw", "mean", 'panel = "p"'),
        node("total", "ratio_to_best", 'of = "raw"', "round = { places = 2 }"),
        '[statuses]\ndnf = "last"',
    )
    both, one = {"S1": Decimal(8), "S2": Decimal(8)}, {"S1": Decimal(9)}
    field = {"a": Given({"p": {"a1": both}}), "b": Given({"p": {"a1": one}}, {"m": "dnf"})}
    assert values(scheme(fixed(text)), field, "total") == {"a": 100, "b": None}
