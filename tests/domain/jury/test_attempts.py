"""An attempt without a result is a token where attempts, times or measures are marked, and nothing elsewhere."""

from __future__ import annotations

import pytest

from domain.panels.events import PanelSigned, SpreadExceeded
from domain.sheets.commands import EnterMark, EnterScores, SignSheet
from domain.sheets.events import MarkEntered, SheetOpened
from tests.support.small import CLERK, FLOOR, RULEBOOK, SCORERS, C, mark, on, prepared

S1 = SCORERS[0]
F1, F2 = FLOOR
TOKENS = ("DNS", "DNF", "DSQ", "DEC")
SEATS = 'seats = ["S1", "S2", "S3"]'
ATTEMPTS = (
    RULEBOOK.replace(SEATS, SEATS + "\nattempts = 3")
    .replace('[nodes.product]\nop = "sum"', '[nodes.product]\nop = "best"')
    .replace('of = ["product_by_aspect"]\nover = "aspects"', 'of = ["product_by_aspect"]\nover = "attempts"')
)
TIMED = RULEBOOK.replace(
    '{ id = "q1", title = { zh = "工艺", en = "Workmanship" }, max = 60, step = 0.5 }',
    '{ id = "q1", title = { zh = "用时", en = "Time" }, kind = "time", max = 600, step = 0.01 }',
)
MEASURED = TIMED.replace('kind = "time", max = 600, step = 0.01', 'kind = "measured"')
ALIKE = TIMED.replace(SEATS, SEATS + "\nmax_spread = 1")


@pytest.mark.parametrize("token", TOKENS)
def test_one_of_several_attempts_may_bring_no_result(token):
    given = prepared(ATTEMPTS)
    given.when(EnterMark(*on(S1, "07"), "2.q1", token), S1).then(SheetOpened(1, 1), MarkEntered("2.q1", token, 1, 1, 0))


@pytest.mark.parametrize("text", [TIMED, MEASURED], ids=["time", "measured"])
@pytest.mark.parametrize("token", TOKENS)
def test_a_time_or_a_measure_may_be_no_result(token, text):
    given = prepared(text)
    given.asks(EnterMark(*on(S1, "07"), "q1", token), S1)


@pytest.mark.parametrize("token", TOKENS)
def test_where_there_is_no_attempt_a_token_is_refused(token):
    given = prepared()
    given.when(EnterMark(*on(S1, "07"), "q1", token), S1).refused("no-attempt-here", found=token, aspect="q1")
    given.when(EnterScores(C, "paper", (("07", "score", token),)), CLERK).refused("no-attempt-here")


@pytest.mark.parametrize("text", ["dnf", "ABS", "NYM", "WDN", "VOID", "NR", " DNF"])
def test_only_the_four_tokens_in_capitals_are_taken(text):
    prepared(TIMED).when(EnterMark(*on(S1, "07"), "q1", text), S1).refused("not-a-number")


@pytest.mark.parametrize(("values", "agree"), [(("DNF", "DNF", "DNF"), True), (("DNF", "12", "12"), False)])
def test_judges_agree_on_an_attempt_without_result_only_if_all_say_so(values, agree):
    given = prepared(ALIKE)
    for judge, value in zip(SCORERS[:2], values, strict=False):
        mark(given, judge, "07", q1=value)
    last = SCORERS[2]
    given.asks(EnterMark(*on(last, "07"), "q1", values[2]), last)
    decision = given.asks(SignSheet(*on(last, "07")), last)
    happened = [event for _, event in decision.events]
    assert (PanelSigned() in happened, SpreadExceeded(("q1",)) in happened) == (agree, not agree)
