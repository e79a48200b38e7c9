"""From tally to final: each step waits for the one before."""

from __future__ import annotations

from domain.codes.commands import DecodeCodes
from domain.contest.commands import CloseModule, ReopenModule, WithdrawEntry
from domain.publication.commands import OpenNotice, PublishFinal, PublishProvisional, TallyScores
from domain.publication.events import FinalPublished, NoticeOpened, ProvisionalPublished, ScoresTallied
from domain.rulings.commands import DecideRuling, FileRuling
from domain.sheets.commands import EnterScores
from tests.support.small import (
    ARBITER,
    CHIEF,
    CLERK,
    CODER,
    DIGEST,
    FLOOR,
    LEADER,
    MINUTE,
    ORGANISER,
    SCORERS,
    TALLY,
    WHY,
    C,
    mark,
    prepared,
)
from tests.support.stories import marked, noticed, provisional, tallied

TALLYING = TallyScores(C, DIGEST)


def test_scores_are_tallied_when_all_modules_are_closed_and_every_panel_has_signed():
    given = marked()
    given.when(TALLYING, TALLY).refused("module-still-open")
    for module in ("theory", "task"):
        given.asks(CloseModule(C, module), CHIEF)
    given.when(TALLYING, TALLY).then(ScoresTallied(DIGEST))


def test_an_unsigned_panel_stands_before_the_tally_and_is_named():
    given = prepared()
    given.asks(EnterScores(C, "paper", (("07", "score", "80"), ("12", "score", "90"))), CLERK)
    for judge in FLOOR:
        mark(given, judge, "07", p1="1", p2="1")
    for module in ("theory", "task"):
        given.asks(CloseModule(C, module), CHIEF)
    given.when(TALLYING, TALLY).refused("panels-not-signed", count=3, panel="process", code="12")


def test_a_withdrawn_entry_holds_no_tally_up():
    given = prepared()
    given.asks(WithdrawEntry(C, "e2", WHY), CHIEF)
    given.asks(EnterScores(C, "paper", (("07", "score", "80"),)), CLERK)
    for judge in FLOOR:
        mark(given, judge, "07", p1="1", p2="1")
    for judge in SCORERS:
        mark(given, judge, "07", q1="1")
    for module in ("theory", "task"):
        given.asks(CloseModule(C, module), CHIEF)
    given.asks(TALLYING, TALLY)


def test_after_the_tally_nothing_is_marked_or_reopened():
    given = tallied()
    given.when(ReopenModule(C, "task", WHY), CHIEF).refused("not-now")
    given.when(EnterScores(C, "paper", (("07", "score", "1"),), WHY), CLERK).refused("not-now")


def test_a_module_reopened_beside_the_tally_is_caught_by_its_claim():
    given = marked()
    for module in ("theory", "task"):
        given.asks(CloseModule(C, module), CHIEF)
    reopening = given.when(ReopenModule(C, "task", WHY), CHIEF)._decide()
    assert set(given.asks(TALLYING, TALLY).takes) & set(reopening.needs)


def test_named_results_wait_for_the_decoding():
    given = tallied()
    given.when(PublishProvisional(C, DIGEST, 0), CHIEF).refused("not-decoded")
    given.asks(DecodeCodes(C, ("sven",)), CODER)
    given.when(PublishProvisional(C, DIGEST, 0), CHIEF, 5).then(
        ProvisionalPublished(1, DIGEST, 0, 5 + 30 * MINUTE, 5 + 60 * MINUTE)
    )


def test_the_same_result_is_not_published_twice():
    provisional().when(PublishProvisional(C, DIGEST, 0), CHIEF).refused("nothing-new", revision=1)


def test_the_notice_waits_for_both_windows():
    given = provisional()
    given.when(OpenNotice(C), ORGANISER, 60 * MINUTE).refused("window-still-open")
    given.when(OpenNotice(C), ORGANISER, 60 * MINUTE + 1).then(NoticeOpened(1, 180 * MINUTE + 1))


def test_the_result_is_final_after_the_notice_and_carries_the_next_revision():
    given = noticed()
    closes = 181 * MINUTE
    given.when(PublishFinal(C, DIGEST, 0), CHIEF, closes).refused("window-still-open")
    given.when(PublishFinal(C, DIGEST, 0), CHIEF, closes + 1).then(FinalPublished(2, DIGEST, 0))


def test_an_open_objection_stands_before_the_final_result():
    given = noticed()
    given.asks(FileRuling(C, "r1", "objection", "e1", "", "", "", WHY), LEADER, 62 * MINUTE)
    given.when(PublishFinal(C, DIGEST, 0), CHIEF, 200 * MINUTE).refused("rulings-open", count=1)
    given.asks(DecideRuling(C, "r1", "dismissed", WHY), ARBITER, 63 * MINUTE)
    given.asks(PublishFinal(C, DIGEST, 0), CHIEF, 200 * MINUTE)


def test_a_digest_is_64_hex_digits():
    given = marked()
    for module in ("theory", "task"):
        given.asks(CloseModule(C, module), CHIEF)
    given.when(TallyScores(C, "abc"), TALLY).refused("bad-digest")
