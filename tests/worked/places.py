"""Cases of places: tie chains, teams, the ways of writing a place, boards before and after a ruling."""

from __future__ import annotations

from typing import Any

from domain.contest.commands import CloseModule
from domain.errors import Refused
from domain.publication.commands import TallyScores
from domain.sheets.commands import EnterScores
from tests.support.small import CHIEF, CLERK, DIGEST, TALLY, C
from tests.worked.cases import Case
from tests.worked.contest import Row, Scorer, mark, numbered, rules
from tests.worked.hall import in_the_hall
from tests.worked.served import served

Told = dict[str, Any]


@served("CN-09", "CN-10")
def rank(case: Case, scorer: Scorer) -> Told:
    marks = [
        mark(each["id"], value, aspect=aspect)
        for each in case.inputs["entries"]
        for aspect, value in each.items()
        if aspect != "id"
    ]
    found = scorer.score(case.id, marks)
    return {"totals": found.column("total"), "ranks": found.column("rank")}


@served("CN-11")
def team_rank(case: Case, scorer: Scorer) -> Told:
    """The case knows the team's time only: it stands with the first member, the others have 0."""
    entries: list[Row] = []
    marks: list[Row] = []
    for team in case.inputs["teams"]:
        for number, score in enumerate(team["members"]):
            entry = f"{team['id']}{number + 1}"
            entries.append({"entry": entry, "group": team["id"]})
            marks.append(mark(entry, score, aspect="score"))
            marks.append(mark(entry, 0 if number else team["time_s"], aspect="time_s"))
    teams = scorer.score(case.id, marks, entries).teams["teams"]
    return {
        "sums": {row["team"]: row["total"] for row in teams},
        "ranks": {row["team"]: row["rank"] for row in teams},
    }


DISPLAYS = {
    "standard_1224": "1224",
    "modified_1334": "1334",
    "dense_1223": "1223",
    "ordinal_1234": "1234",
    "fractional": "fractional",
}


@served("ST-01")
def rank_methods(case: Case, scorer: Scorer) -> Told:
    marks = numbered(case.inputs["scores"])
    return {way: scorer.score(case.id, marks, display=sign).in_order("rank") for way, sign in DISPLAYS.items()}


@served("ST-13")
def tie_break_drop_lowest(case: Case, scorer: Scorer) -> Told:
    marks = [mark(entry, value, judge=n) for entry, given in case.inputs.items() for n, value in enumerate(given, 1)]
    found = scorer.score(case.id, marks)
    columns = [found.column(name) for name in ("total", "without-1", "without-2", "without-3")]
    return {"sums": [[each[entry] for entry in case.inputs] for each in columns], "winner": found.order()[0]}


@served("ST-14")
def replay_board(case: Case, scorer: Scorer) -> Told:
    """Of an inquiry set aside the ruling that added the points is gone, as in the record."""
    order = case.inputs["tie_break_execution_order"]
    marks = [
        row
        for name, score in case.inputs["scores"].items()
        for row in (
            mark(name, score, aspect="score"),
            mark(name, 1 + order.index(name) if name in order else len(order) + 1, aspect="place-in-execution"),
        )
    ]
    rulings: dict[str, Row] = {}
    boards = [scorer.score(case.id, marks)]
    for event in case.inputs["events"]:
        if event["type"] == "inquiry_accepted":
            rulings[event["for"]] = {"entry": event["for"], "kind": "bonus", "value": event["delta"]}
        else:
            del rulings[event["for"]]
        boards.append(scorer.score(case.id, marks, rulings=rulings.values()))
    told: Told = {f"board_{number}": board.order() for number, board in enumerate(boards)}
    return {**told, "chiles_scores": [board.column("total")["Chiles"] for board in boards]}


MARGIN = "no alarm on odd margins: what no rule of a contest asks for, the chief judge sees on the standings"


@served("ST-17", top_margin=MARGIN, median_other_margin=MARGIN, margin_alert=MARGIN)
def entry_check(case: Case, scorer: Scorer) -> Told:
    """A figure keyed in two ways is no figure, and in the hall the tally waits for it."""
    first, second = case.inputs["first_keying"], case.inputs["second_keying"]

    def keyed(*sheets: dict[str, str]) -> list[Row]:
        return [mark(entry, value, judge=n) for n, sheet in enumerate(sheets, 1) for entry, value in sheet.items()]

    totals = scorer.score(case.id, keyed(first, second)).column("total")
    corrected = scorer.score(case.id, keyed(second, second))
    assert (blocks_the_tally(case.id, first, second), blocks_the_tally(case.id, second, second)) == (True, False)
    return {
        "mismatch": [entry for entry in first if not totals[entry]],
        "publish": "blocked",
        "after_correction": corrected.order(),
    }


def blocks_the_tally(rulebook: str, *sheets: dict[str, str]) -> bool:
    given = in_the_hall(rules(rulebook), dict.fromkeys(sheets[0], ""))
    for seat, sheet in enumerate(sheets, 1):
        marks = tuple((code, "points", value) for code, value in sheet.items())
        given.asks(EnterScores(C, "figures", marks, seat=str(seat)), CLERK)
    given.asks(CloseModule(C, "masonry"), CHIEF)
    try:
        given.asks(TallyScores(C, DIGEST), TALLY)
    except Refused as refusal:
        return refusal.reason == "panels-not-signed"
    return False


@served("KQ-05")
def turn_order(case: Case, scorer: Scorer) -> Told:
    given = {"points": case.inputs["scores"], "drawn": case.inputs["draw"]}
    marks = [mark(team, value, aspect=aspect) for aspect, by in given.items() for team, value in by.items()]
    return {"order": scorer.score(case.id, marks).order()}
