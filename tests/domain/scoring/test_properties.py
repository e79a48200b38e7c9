"""What must hold for any rulebook and any marks."""

from bisect import bisect_left
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from domain.scoring.explanation import as_map, explain
from domain.scoring.ranking import rank, rank_key
from domain.scoring.scheme import scheme
from domain.scoring.tree.trace import Trace
from tests.domain.scoring.checker import check
from tests.domain.scoring.rulebooks import node, number, panel, rulebook, single_marks

ROUNDINGS = (
    "",
    'round = { places = 2, mode = "half_up" }',
    'round = { places = 1, mode = "half_even" }',
    'round = { step = 0.25, mode = "down" }',
    'round = { places = 0, mode = "up" }',
)
MARK = st.integers(-40, 200).map(lambda steps: Decimal(steps) / 2)


@st.composite
def rulebooks(draw):
    """A judged panel, read by judge or by aspect first, beside a single mark: (rulebook, seats, aspects)."""
    seats, aspects = draw(st.integers(1, 7)), [f"a{n}" for n in range(1, draw(st.integers(1, 4)) + 1)]
    first, then = draw(st.sampled_from([("judges", "aspects"), ("aspects", "judges")]))
    rounding = [draw(st.sampled_from(ROUNDINGS)) for _ in range(3)]
    across = [draw(_across(seats)), "sum", *draw(st.sampled_from([("mean",), ("sum",)]))]
    inner, outer = (across[0], across[1]) if first == "judges" else (across[1], across[0])
    drops = draw(_drops(seats))
    parts = (
        panel("p", seats, aspects, span="min = -20, max = 100, step = 0.5"),
        single_marks("theory", span="min = -20, max = 100, step = 0.5"),
        node(
            "members", inner, 'panel = "p"', f'over = "{first}"', rounding[0], drops if inner == "trimmed_mean" else ""
        ),
        node(
            "work", outer, 'of = ["members"]', f'over = "{then}"', rounding[1], drops if outer == "trimmed_mean" else ""
        ),
        node("both", across[2], 'of = ["work", "theory"]', rounding[2]),
        node("total", "weighted_sum", "weights = { both = 0.7, theory = 0.3 }", "round = { places = 3 }"),
    )
    return rulebook(*parts), [f"S{n}" for n in range(1, seats + 1)], aspects


def _across(seats):
    return st.sampled_from(["trimmed_mean", "mean", "sum"] if seats > 1 else ["mean", "sum"])


@st.composite
def _drops(draw, seats):
    high = draw(st.integers(0, seats - 1))
    return f"drop_high = {high}\ndrop_low = {draw(st.integers(0, seats - 1 - high))}"


@st.composite
def contests(draw, *, missing=False, entries=1):
    """(rulebook, marks of each entry): all marks there, or some missing."""
    rules, seats, aspects = draw(rulebooks())
    mark = st.one_of(st.none(), MARK) if missing else MARK
    found = []
    for _ in range(entries):
        sheets = {aspect: {seat: draw(mark) for seat in seats} for aspect in aspects}
        given_marks = {"p": sheets, "theory-sheet": {"theory": {"S1": draw(mark)}}}
        found.append(
            {
                name: {
                    aspect: {seat: value for seat, value in of.items() if value is not None}
                    for aspect, of in each.items()
                }
                for name, each in given_marks.items()
            }
        )
    return rules, found


def _shuffled(draw, tree):
    """The same mapping, told in another order."""
    if not isinstance(tree, dict):
        return tree
    return {key: _shuffled(draw, tree[key]) for key in draw(st.permutations(list(tree)))}


@given(contests(missing=True))
def test_asking_why_changes_no_value(contest):
    rules, (marks,) = contest
    assert scheme(rules).evaluate(marks, trace=Trace()) == scheme(rules).evaluate(marks)


@given(contests(missing=True))
def test_the_explanation_added_up_by_somebody_else_gives_the_value(contest):
    rules, (marks,) = contest
    scored = scheme(rules).evaluate(marks)
    for name, value in scored.running.items():
        stated = check(as_map(explain(rules, marks, node=name)), marks)
        assert stated == (None if value is None else Fraction(number(value)))


@given(st.data(), contests(missing=True))
def test_the_order_of_panels_aspects_and_judges_changes_nothing(data, contest):
    rules, (marks,) = contest
    assert scheme(rules).evaluate(_shuffled(data.draw, marks)) == scheme(rules).evaluate(marks)


@given(st.data(), contests())
def test_a_better_mark_never_gives_a_worse_total(data, contest):
    rules, (marks,) = contest
    before = number(scheme(rules).evaluate(marks).total)
    name = data.draw(st.sampled_from(sorted(marks)))
    aspect = data.draw(st.sampled_from(sorted(marks[name])))
    seat = data.draw(st.sampled_from(sorted(marks[name][aspect])))
    marks[name][aspect][seat] += data.draw(st.integers(1, 20))
    assert number(scheme(rules).evaluate(marks).total) >= before


@given(contests(missing=True))
def test_a_value_stands_only_where_no_mark_under_it_is_missing(contest):
    rules, (marks,) = contest
    scored = scheme(rules).evaluate(marks)
    panel_complete = all(
        set(marks["p"][aspect.id]) == set(rules.panel("p").seats) for aspect in rules.panel("p").aspects
    )
    theory_complete = bool(marks["theory-sheet"]["theory"])
    assert (scored.values["work"] is not None) == panel_complete
    assert (scored.values["theory"] is not None) == theory_complete
    assert (scored.values["total"] is not None) == scored.complete == (panel_complete and theory_complete)


@given(contests(missing=True))
def test_what_is_not_released_counts_as_not_there(contest):
    rules, (marks,) = contest
    without = {name: sheets for name, sheets in marks.items() if name != "p"}
    assert scheme(rules).evaluate(marks, released={"theory-sheet"}) == scheme(rules).evaluate(without)
    assert scheme(rules).evaluate(marks, released={"p", "theory-sheet"}) == scheme(rules).evaluate(marks)


@given(st.data())
def test_what_is_struck_out_never_counts(data):
    """The oracle is built, not computed: marks that count lie between those that must fall."""
    counting = data.draw(st.lists(st.integers(40, 60), min_size=1, max_size=5))
    low = data.draw(st.lists(st.integers(0, 40), max_size=2))
    high = data.draw(st.lists(st.integers(60, 100), max_size=2))
    given_marks = data.draw(st.permutations(counting + low + high))
    rules = rulebook(
        panel("p", len(given_marks)),
        node(
            "items",
            "trimmed_mean",
            'panel = "p"',
            'over = "judges"',
            f"drop_high = {len(high)}",
            f"drop_low = {len(low)}",
        ),
        node("total", "sum", 'of = ["items"]', 'over = "aspects"', "round = { places = 6 }"),
    )
    sheet = {f"S{n}": Decimal(mark) for n, mark in enumerate(given_marks, 1)}
    scored = scheme(rules).evaluate({"p": {"a1": sheet}})
    assert abs(Fraction(number(scored.total)) - Fraction(sum(counting), len(counting))) <= Fraction(1, 2 * 10**6)


@given(st.data(), contests(missing=True, entries=6))
def test_the_order_of_entries_changes_no_place(data, contest):
    rules, entries = contest
    scored = {f"e{n}": scheme(rules).evaluate(marks) for n, marks in enumerate(entries)}
    assert rank(rules, _shuffled(data.draw, scored)) == rank(rules, scored)


@given(contests(missing=True, entries=6))
def test_a_place_is_one_more_than_the_number_of_better_totals(contest):
    rules, entries = contest
    scored = {f"e{n}": scheme(rules).evaluate(marks) for n, marks in enumerate(entries)}
    totals = [number(each.total) for each in scored.values() if each.total is not None]
    for each in rank(rules, scored):
        total = scored[each.key].total
        better = None if total is None else 1 + sum(other > number(total) for other in totals)
        assert (each.place, each.shared) == (better, total is not None and totals.count(number(total)) > 1)


@given(contests(missing=True, entries=6))
def test_an_entry_put_in_where_its_key_belongs_stands_as_if_all_were_ranked_anew(contest):
    rules, entries = contest
    scored = {f"e{n}": scheme(rules).evaluate(marks) for n, marks in enumerate(entries)}
    order: list = []
    for entry, each in scored.items():
        key = (rank_key(rules, each), entry)
        order.insert(bisect_left(order, key), key)
    assert [entry for _, entry in order] == [each.key for each in rank(rules, scored)]
