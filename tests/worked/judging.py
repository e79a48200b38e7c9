"""Cases that look at the judging: through a rulebook, and with the statistics the chief judge is shown."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from domain.contest.commands import LeaveSeat, TakeSeat
from domain.decision import Actor
from domain.errors import Refused
from domain.rulebook.parts import Rounding
from domain.scoring.judges.concordance import kendalls_w
from domain.scoring.judges.consultation import valid_score
from domain.scoring.judges.outliers import modified_z, outliers
from domain.scoring.judges.strictness import strictness
from domain.scoring.numbers import text
from domain.scoring.rounding import rounded
from domain.sheets.commands import EnterMark
from tests.support.given import Given
from tests.support.small import C
from tests.worked.cases import Case, plain
from tests.worked.contest import Scorer, mark, rules
from tests.worked.hall import in_the_hall
from tests.worked.served import served

Told = dict[str, Any]


def shown(number: Any, places: int) -> str:
    """As the case writes it."""
    return text(rounded(number, 1, Rounding(places=places)))


@served("ST-09")
def judge_outlier(case: Case, scorer: Scorer) -> Told:
    """Judges as the entries of a rulebook, and what the statistic says of the same marks."""
    scores = case.inputs["scores"]
    found = scorer.score(
        case.id, [mark(judge, value) for judge, value in scores.items()], threshold=case.inputs["threshold"]
    )
    numbers = {judge: Decimal(value) for judge, value in scores.items()}
    told = {
        "median": found.rows[0]["median"],
        "mad": found.rows[0]["mad"],
        "modified_z": found.column("modified-z"),
        "flagged": found.awarded("flagged"),
    }
    statistic = dict(zip(numbers, modified_z([*numbers.values()]), strict=True))
    assert plain({judge: shown(z, 4) for judge, z in statistic.items()}) == plain(told["modified_z"])
    assert outliers(numbers, Decimal(case.inputs["threshold"])) == told["flagged"]
    return told


@served("ST-10")
def strictness_index(case: Case, scorer: Scorer) -> Told:
    """Judges as entries with the works as attempts, and what the statistic says of the same marks."""
    ratings = case.inputs["ratings"]
    marks = [mark(judge, value, attempt=n) for judge, given in ratings.items() for n, value in enumerate(given, 1)]
    index = scorer.score(case.id, marks).column("total")
    statistic = strictness({judge: [Decimal(value) for value in given] for judge, given in ratings.items()})
    assert plain({judge: shown(each, 2) for judge, each in statistic.items()}) == plain(index)
    return {"index": index, "sum": str(sum(map(Decimal, index.values())))}


@served("ST-11")
def valid_score_or_consultation(case: Case, scorer: Scorer) -> Told:
    """What lies too far apart is no result through the rulebook; that it calls a consultation says the statistic."""

    def told(marks: list[str]) -> Told:
        found = scorer.score(case.id, [mark("1", value, judge=judge) for judge, value in enumerate(marks, 1)]).only
        valid = valid_score([Decimal(each) for each in marks], Decimal(case.inputs["gap"]))
        assert plain([text(each) for each in valid.middle]) == plain([found["lower-middle"], found["upper-middle"]])
        assert valid.consultation == (found["total"] == "NR")
        score = None if valid.consultation else found["total"]
        beside = {"action": "consultation"} if valid.consultation else {}
        return {"middle": [found["lower-middle"], found["upper-middle"]], "score": score, **beside}

    return {"results": [told(marks) for marks in case.inputs["cases"]]}


@served("ST-12")
def kendall_w(case: Case, scorer: Scorer) -> Told:
    """The items as entries of a rulebook, and what the statistic says of the same places."""
    ranks = case.inputs["ranks"]
    marks = [mark(n, place, judge=judge) for judge, given in ranks.items() for n, place in enumerate(given, 1)]
    first = scorer.score(case.id, marks).rows[0]
    statistic = kendalls_w([[Decimal(place) for place in given] for given in ranks.values()])
    assert plain(shown(statistic, 4)) == plain(first["W"])
    return {"S": first["S"], "W": first["W"]}


@served("WS-20")
def assign_judges(case: Case, _scorer: Scorer) -> Told:
    """Who may sit matters in the hall: there a compatriot's mark is refused, and the fourth takes the seat."""
    given = in_the_hall(rules(case.id), {"07": case.inputs["competitor_member"]})
    panel, fourth = case.inputs["panel"], case.inputs["fourth"]
    for seat, judge in enumerate(panel, 1):
        given.asks(TakeSeat(C, "experts", str(seat), judge["member"]), _expert(judge, seat))
    sits, stood_down = [], []
    for seat, judge in enumerate(panel, 1):
        if _marks(given, judge, seat):
            sits.append(judge["id"])
            continue
        stood_down.append(judge["id"])
        given.asks(LeaveSeat(C, "experts", str(seat)), _expert(judge, seat))
        given.asks(TakeSeat(C, "experts", str(seat), fourth["member"]), _expert(fourth, seat))
        assert _marks(given, fourth, seat)
        sits.append(fourth["id"])
    return {"judges": sits, "stood_down": stood_down}


def _expert(judge: dict[str, str], seat: int) -> Actor:
    return Actor(judge["id"], "scoring_judge", f"experts.{seat}")


def _marks(given: Given, judge: dict[str, str], seat: int) -> bool:
    try:
        given.asks(EnterMark(C, "experts", "07", str(seat), "look", "2"), _expert(judge, seat))
    except Refused as refusal:
        assert refusal.reason == "recusal"  # noqa: PT017 - there are other reasons to be refused
        return False
    return True
