"""The official result and its digest, and the award list made from it."""

import hashlib

from hypothesis import given, settings

from domain.publication.events import FinalPublished, ProvisionalPublished, ScoresTallied
from domain.scoring.honours.roll import HonourRoll
from domain.scoring.result import ContestResult
from projections.folds.as_of import as_of
from projections.result import Result
from projections.wall import Wall
from tests.support.histories import History, histories, hung, named
from tests.support.small import SCORERS, C

NOTHING = ContestResult({}, (), (), (), (), HonourRoll(), ())


@settings(max_examples=60)
@given(histories())
def test_whoever_has_the_record_finds_the_digest_a_publication_stated(history):
    told = history.recorded
    for one in told:
        if isinstance(one.event, ScoresTallied | ProvisionalPublished | FinalPublished):
            assert as_of(told, one.position - 1, Wall(C)).result().digest == one.event.digest


def test_the_canonical_bytes_are_fixed():
    """Golden: published digests stand in records for ever."""
    row = {"code": "01", "place": 1, "shared": False, "total": "80.00", "values": {"theory": "80.0"}, "award": "一等"}

    result = Result("c1", "ab", 2, (("first", "70"),), (row,), NOTHING)

    assert (
        result.canonical
        == (
            '{"contest":"c1","corrections":2,"cuts":[["first","70"]],"format":1,"rows":[{"award":"一等","code":"01",'
            '"place":1,"shared":false,"total":"80.00","values":{"theory":"80.0"}}],"rulebook":"ab"}'
        ).encode()
    )
    assert result.digest == hashlib.sha256(result.canonical).hexdigest()


def test_a_row_of_the_result_says_all_that_is_published():
    rows = History().whole("01", "80", "15", "50").tallied().wall().result().rows

    assert rows[0] == {
        "code": "01",
        "place": 1,
        "shared": False,
        "values": {"theory": "80.0", "task": "80.00"},
        "total": "80.00",
        "complete": True,
        "status": "",
        "award": "first",
    }


def test_one_corrected_mark_gives_another_digest():
    history = History().published()
    before = history.wall().result().digest
    history.corrected(SCORERS[0], "01", "q1", "60").corrected(SCORERS[1], "01", "q1", "60")

    assert history.wall().result().digest != before


def test_names_are_no_part_of_the_result():
    told = History().published().recorded

    assert hung(told, named).result().canonical == hung(told).result().canonical
    assert b"NAME" not in hung(told, named).result().canonical
    assert b"DELEGATION" not in hung(told, named).result().canonical


def test_the_published_board_shows_the_official_result():
    wall = History().whole("01", "80", "15", "50").published().wall()

    shown = {row["code"]: (row["place"], row["total"], row["award"]) for row in wall.board.view().plain()["rows"]}

    assert shown == {row["code"]: (row["place"], row["total"], row["award"]) for row in wall.result().rows}


def test_what_nobody_signed_stands_in_no_result_of_somebody_who_withdrew():
    history = History().paper("01", "80")
    for judge in SCORERS:
        history.mark(judge, "01", "q1", "50")

    row = next(row for row in history.withdraw("01").tallied().wall().result().rows if row["code"] == "01")

    assert (row["values"], row["status"], row["place"]) == ({"theory": "80.0", "task": None}, "withdrawn", None)


def test_a_prize_lists_its_winners_by_place():
    history = History().whole("01", "80", "15", "50").whole("02", "80", "15", "50").published()

    (first,) = history.wall().awards()

    assert [(each["code"], each["place"], each["shared"], each["number"]) for each in first.winners] == [
        ("01", 1, True, "101"),
        ("02", 1, True, "102"),
    ]


def test_a_prize_nobody_wins_is_vacant():
    history = History()
    for code in history.codes:
        history.state(code, "dns")

    (first,) = history.tallied().wall().awards()

    assert (first.winners, first.vacant) == ((), 1)


def test_before_decoding_the_award_list_knows_codes_only():
    (first,) = History().whole("01", "80", "15", "50").tallied().wall().awards()

    told = ["category", "code", "figure", "place", "shared", "shown", "total"]
    assert [sorted(each) for each in first.winners] == [told]
