"""How far marking has come, and what still stands in the tally's way."""

from hypothesis import given, settings

from domain.errors import Refused
from domain.publication.commands import TallyScores
from tests.support.histories import History, histories
from tests.support.small import CHIEF, DIGEST, FLOOR, C


def test_what_is_not_signed_is_listed_with_the_seats_that_are_missing():
    history = History(codes=1).paper("01", "80").mark(FLOOR[0], "01", "p1", "1").mark(FLOOR[0], "01", "p2", "1")

    unsigned = history.sign(FLOOR[0], "01").wall().progress().unsigned

    assert [(each.panel, each.code, each.seats) for each in unsigned] == [
        ("process", "01", ("F2",)),
        ("product", "01", ("S1", "S2", "S3")),
    ]


def test_a_panel_sent_to_talk_says_about_what():
    unsigned = History(codes=1).panel("01", "process", "10", "12").wall().progress().unsigned

    assert {each.panel: each.apart for each in unsigned}["process"] == ("p1", "p2")


def test_who_withdrew_or_did_not_start_is_not_waited_for():
    history = History(codes=2).withdraw("01").state("02", "dns").paper("02", "10")

    assert history.wall().progress().unsigned == ()


def test_modules_count_their_codes_by_state():
    history = History(codes=4).open(FLOOR[0], "01").state("02", "dns").withdraw("03")

    task = history.wall().progress().modules[1]

    assert (task.module, task.is_open, task.states) == (
        "task",
        True,
        {"working": 1, "dns": 1, "withdrawn": 1, "waiting": 1},
    )


@settings(max_examples=80)
@given(histories())
def test_the_list_is_empty_just_when_the_rules_let_the_scores_be_tallied(history):
    progress = history.wall().progress()
    reason: str = ""
    count: str | int | None = None
    try:
        history.ask(TallyScores(C, DIGEST), CHIEF)
    except Refused as refused:
        reason, count = refused.reason, refused.details.get("count")

    assert progress.may_tally == (reason in ("", "not-now"))  # not now: it has been tallied already
    assert reason != "panels-not-signed" or count == len(progress.unsigned)
