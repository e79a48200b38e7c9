"""A plan shows what a table would change: the same table again changes nothing, and nothing is ever taken away."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from web.imports.entries import EntryRow
from web.imports.plans import Correction, EntryChange, plan_entries, plan_scores
from web.imports.scores import ScoreRow

JIA, YI = EntryRow("001", "甲", "合肥"), EntryRow("002", "乙", "淮北")


def test_the_same_list_again_changes_nothing():
    plan = plan_entries([JIA, YI], {"001": JIA, "002": YI})
    assert plan.changes_nothing
    assert (plan.same, plan.missing) == ((JIA, YI), ())


def test_a_list_shows_what_is_new_what_is_changed_and_what_it_leaves_out():
    moved = replace(JIA, delegation="淮南", team="一队")
    new = EntryRow("003", "丙")
    plan = plan_entries([moved, new], {"001": JIA, "002": YI})
    assert plan.new == (new,)
    assert plan.changed == (EntryChange(JIA, moved, ("delegation", "team")),)
    assert plan.missing == ("002",)
    assert not plan.changes_nothing


def test_what_a_list_has_no_column_for_stays_as_it_stands():
    bare = EntryRow("001", "甲", said=("name",))
    assert plan_entries([bare], {"001": JIA}).same == (JIA,)
    assert plan_entries([replace(bare, said=("name", "delegation"))], {"001": JIA}).changed[0].changed == (
        "delegation",
    )


def test_a_corrected_score_file_shows_its_differences():
    rows = [
        ScoreRow("001", Decimal("80.0")),
        ScoreRow("002", Decimal(71)),
        ScoreRow("003", "dns"),
        ScoreRow("004", None),
    ]
    plan = plan_scores(rows, {"001": Decimal(80), "002": Decimal(70), "004": Decimal(60), "005": "dns"})
    assert plan.new == (rows[2],)
    assert plan.same == (rows[0],)
    assert plan.corrections == (Correction("002", Decimal(70), Decimal(71)),)
    assert plan.missing == ("004", "005")
    assert plan.needs_reason
    assert not plan.changes_nothing


def test_from_absent_to_a_score_and_back_is_a_correction():
    assert plan_scores([ScoreRow("001", Decimal(0))], {"001": "dns"}).corrections == (
        Correction("001", "dns", Decimal(0)),
    )
    assert plan_scores([ScoreRow("001", "dns")], {"001": Decimal(0)}).corrections == (
        Correction("001", Decimal(0), "dns"),
    )


GIVEN = st.none() | st.just("dns") | st.decimals(0, 100, places=1)
SHEETS = st.dictionaries(st.sampled_from("ABCDEF"), GIVEN)


@given(SHEETS, SHEETS)
def test_once_a_plan_is_carried_out_the_same_file_changes_nothing(first, second):
    standing = {number: given for number, given in first.items() if given is not None}
    rows = [ScoreRow(number, given) for number, given in second.items()]
    plan = plan_scores(rows, standing)
    after = (
        standing | {row.number: row.given for row in plan.new} | {each.number: each.new for each in plan.corrections}
    )
    assert plan_scores(rows, after).changes_nothing
    assert set(after) == set(standing) | {number for number, given in second.items() if given is not None}
    assert len(plan.new) + len(plan.same) + len(plan.corrections) == sum(row.given is not None for row in rows)
