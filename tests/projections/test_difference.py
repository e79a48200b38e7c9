"""Patches: snapshot and patches give what a rebuild gives, and a patch is small."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.errors import Conflict
from projections.difference import apply_patch, difference
from projections.rows.table import Table
from projections.rows.view import Row
from tests.support.histories import History, histories, hung, named


@settings(max_examples=60)
@given(histories(), st.integers(1, 30))
def test_snapshot_and_patches_give_what_a_rebuild_gives(history, batch):
    told = history.recorded
    wall = hung(told[:batch], named)
    before = wall.board.view()
    page = before.plain()
    for start in range(batch, len(told), batch):
        for one in told[start : start + batch]:
            wall.fold(one)
        after = wall.board.view()
        page = apply_patch(page, difference(before, after))
        before = after

    assert page == hung(told, named).board.view().plain()


@settings(max_examples=40)
@given(histories(), st.data())
def test_any_two_moments_of_the_standings_differ_by_their_patch(history, data):
    told = history.recorded
    early, late = sorted(data.draw(st.tuples(st.integers(4, len(told)), st.integers(4, len(told)))))
    before, after = (hung(told[:upto]).standings.view() for upto in (early, late))

    assert apply_patch(before.plain(), difference(before, after)) == after.plain()


_KEYS = st.one_of(st.tuples(st.just(0), st.integers(-4, 4).map(Decimal)), st.just((1,)), st.just((2,)), st.just((3,)))


def row(code, key, note):
    return Row({"code": code, "note": note}, key, key[0] in (0, 2))


@settings(max_examples=300)
@given(st.lists(_KEYS, min_size=1, max_size=12), st.lists(st.tuples(st.integers(0, 11), _KEYS), max_size=8))
def test_places_of_rows_that_did_not_change_are_shifted_right(keys, moves):
    table = Table()
    table.lay({str(n): row(str(n), key, 0) for n, key in enumerate(keys)})
    before = table.view(1, {})
    table.put({str(n % len(keys)): row(str(n % len(keys)), key, 1) for n, key in moves})
    after = table.view(2, {})

    assert apply_patch(before.plain(), difference(before, after)) == after.plain()


@pytest.mark.parametrize("many", [1, 64, 65, 100])
def test_rows_that_moved_lie_as_if_laid_anew(many):
    laid = {str(n): row(str(n), (0, Decimal(n)), 0) for n in range(100)}
    moved = {str(n): row(str(n), (0, Decimal(n * 37 % 100)), 1) for n in range(many)}
    table, anew = Table(), Table()
    table.lay(laid)
    table.put(moved)
    anew.lay({**laid, **moved})

    assert table.view(1, {}).plain() == anew.view(1, {}).plain()


def test_a_view_once_handed_out_never_changes():
    table = Table()
    table.lay({"a": row("a", (0, Decimal(1)), 0), "b": row("b", (0, Decimal(2)), 0)})
    view = table.view(1, {})
    seen = view.plain()
    table.put({"a": row("a", (0, Decimal(3)), 1)})

    assert view.plain() == seen


def test_one_row_that_passes_a_thousand_makes_a_small_patch():
    table = Table()
    table.lay({str(n): row(str(n), (0, Decimal(n)), 0) for n in range(1000)})
    before = table.view(1, {})
    table.put({"999": row("999", (0, Decimal(-1)), 1)})

    patch = difference(before, table.view(2, {}))

    assert [shown["code"] for shown in patch["rows"]] == ["999"]
    assert patch["shift"] == [[1, 1]]


def test_a_row_that_is_said_again_unchanged_is_not_sent():
    table = Table()
    table.lay({"a": row("a", (3,), 0)})
    before = table.view(1, {})
    table.put({"a": row("a", (3,), 0)})

    assert difference(before, table.view(2, {}))["rows"] == []


def test_only_what_changed_in_the_head_is_sent():
    table = Table()

    patch = difference(
        table.view(1, {"phase": "marking", "zone": "UTC"}), table.view(2, {"phase": "tallied", "zone": "UTC"})
    )

    assert patch["head"] == {"phase": "tallied"}


def test_a_patch_that_does_not_fit_the_revision_is_refused():
    history = History().paper("01", "80")
    first = history.wall().board.view()
    second = history.paper("02", "70").wall().board.view()
    third = history.paper("03", "60").wall().board.view()

    with pytest.raises(Conflict):
        apply_patch(first.plain(), difference(second, third))


def test_codes_drawn_later_are_new_rows():
    told = History().recorded
    drawn = next(n for n, one in enumerate(told) if type(one.event).__name__ == "CodesDrawn")
    before, after = hung(told[:drawn]).board.view(), hung(told[: drawn + 1]).board.view()

    assert [row["code"] for row in difference(before, after)["rows"]] == ["01", "02", "03"]
    assert difference(after, before)["gone"] == ["01", "02", "03"]
