"""Codes by lot and decoding before a witness, through the desk."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.desk import AtDesk, entries
from tests.support.house import CODER, ORGANISER, SUPERVISOR
from tests.support.small import C
from web.pages.organiser.codes import by_lot

ENTRIES = st.lists(st.integers(1, 5000).map(lambda n: f"e{n}"), unique=True, max_size=300)


@given(ENTRIES, ENTRIES, st.randoms(use_true_random=False))
def test_every_entry_gets_one_code_and_no_number_is_given_twice(first, second, chance):
    drawn = by_lot((), first, chance)
    later = by_lot([code for code, _ in drawn], [entry for entry in second if entry not in first], chance)
    pairs = [*drawn, *later]
    assert sorted(entry for _, entry in pairs) == sorted({*first, *second})
    numbers = [int(code) for code, _ in pairs]
    assert sorted(numbers) == list(range(1, len(pairs) + 1))
    assert all(len(code) >= 2 for code, _ in pairs)


def test_a_code_has_two_digits_or_three_where_there_are_so_many():
    assert by_lot((), ["e1"], Random(1)) == (("01", "e1"),)
    assert {len(code) for code, _ in by_lot((), [f"e{n}" for n in range(100)], Random(1))} == {3}


def test_the_lot_decides_and_not_the_order_of_the_list():
    order = [f"e{n}" for n in range(20)]
    draws = {tuple(entry for _, entry in by_lot((), order, Random(seed))) for seed in range(20)}
    assert len(draws) == 20
    assert tuple(order) not in draws


def test_codes_are_drawn_for_all_who_have_none(house):
    house.opened()
    page = AtDesk(house.as_(CODER)).opens("/codes").sends("/codes/draw")
    assert page.says("In the record", "Every entry has a code", "01", "02", "王一", "李二")
    importer = AtDesk(house.as_(ORGANISER)).opens("/entries").reads("/entries/read", entries(("103", "张三")))
    importer.sends("/entries/enter", seen=importer.hidden("seen"))
    assert page.opens("/codes").says("1 entry has no code yet")
    assert page.sends("/codes/draw").says("03 103 张三")


def test_a_draw_sent_twice_is_one_draw(house):
    house.opened()
    page = AtDesk(house.as_(CODER)).opens("/codes")
    n = page.n
    maps = [page.sends("/codes/draw", n).text for _ in range(2)]
    assert maps[0] == maps[1]
    with house.parts.hall.wall(C) as wall:
        assert len(wall.marks.codes.codes) == 2


def test_who_has_withdrawn_gets_no_code(house):
    house.opened()
    AtDesk(house.as_(ORGANISER)).opens("/entries").sends("/entries/withdraw", number="102", reason="x")
    AtDesk(house.as_(CODER)).opens("/codes").sends("/codes/draw")
    with house.parts.hall.wall(C) as wall:
        assert wall.marks.codes.entry_of == {"01": "e1"}


@pytest.mark.parametrize("path", ["/codes/draw", "/codes/decode"])
def test_only_the_coding_judge_draws_and_decodes(house, path):
    house.opened()
    assert AtDesk(house.as_(ORGANISER)).opens("/codes").sends(path, n="5").status == 403


def test_nothing_is_decoded_before_the_tally(house):
    house.prepared()
    page = AtDesk(house.as_(CODER)).opens("/codes").sends("/codes/decode", n="5", witness=SUPERVISOR.account)
    assert page.status == 409
    assert page.says("cannot be done in the present phase")


@pytest.mark.parametrize("witness", ["", ORGANISER.account, CODER.account, "nobody"])
def test_a_witness_is_a_supervisor_and_somebody_else(house, witness):
    house.tallied()
    page = AtDesk(house.as_(CODER)).opens("/codes").sends("/codes/decode", witness=witness)
    assert page.status == 409
    assert page.says("Decoding needs a supervisor as witness")


def test_decoding_names_its_witness_in_the_record(house):
    house.tallied()
    page = AtDesk(house.as_(CODER)).opens("/codes")
    assert page.says("Sven")
    assert page.sends("/codes/decode", witness=SUPERVISOR.account).says("names stand beside results")
    decoded = [one.event for one in house.parts.record.recorded() if type(one.event).__name__ == "CodesDecoded"]
    assert [event.witnesses for event in decoded] == [(SUPERVISOR.account,)]
