"""Cases of prizes, medals, grades and titles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from tests.worked.cases import Case
from tests.worked.contest import Outcome, Row, Scorer, mark, numbered
from tests.worked.served import served

Told = dict[str, Any]
PRIZES = ("first", "second", "third")
MEDALS = ("gold", "silver", "bronze")


def descending(count: int) -> list[Row]:
    """Entries 1, 2, 3 … on places 1, 2, 3 …"""
    return numbered(1000 - number for number in range(count))


def won(found: Outcome, prizes: Iterable[str]) -> dict[str, list[str]]:
    return {prize: found.awarded(prize) for prize in prizes}


@served("CN-16")
def award_quota_by_ratio(case: Case, scorer: Scorer) -> Told:
    roundings = {
        "HALF_UP_each": ("half_up", "false"),
        "HALF_UP_cumulative": ("half_up", "true"),
        "FLOOR_each": ("down", "false"),
    }
    field = descending(case.inputs["entrants"])
    return {
        way: {
            prize: len(entries)
            for prize, entries in won(
                scorer.score(case.id, field, rounding=rounding, cumulative=cumulative), PRIZES
            ).items()
        }
        for way, (rounding, cumulative) in roundings.items()
    }


@served("CN-17")
def award_quota_fixed(case: Case, scorer: Scorer) -> Told:
    ranks = case.inputs["ranks"]
    shared = Counter(ranks.values())

    def told(policy: str) -> Outcome:
        found = scorer.score(case.id, [mark(entry, 1000 - place) for entry, place in ranks.items()], policy=policy)
        assert {entry: int(place) for entry, place in found.column("rank").items()} == ranks
        return found

    open_tie = [row["entry"] for row in told("block").rows if not row["award"] and shared[int(row["rank"])] > 1]
    return {
        "policy_no_shared_places": f"blocked:unresolved_tie[{','.join(open_tie)}]",
        "policy_extend_band": won(told("extend"), PRIZES),
        "policy_demote_tied": won(told("demote"), PRIZES),
    }


@served("CN-20")
def grade_promotion(case: Case, scorer: Scorer) -> Told:
    def given(place: int, holds: str) -> str:
        grades = {place: "" if holds == "none" else holds}
        field = descending(case.inputs["entrants"])
        entries = [{"entry": row["entry"], "grade": grades.get(number, "")} for number, row in enumerate(field, 1)]
        return scorer.score(case.id, field, entries).column("honours")[str(place)] or "none"

    return {"results": [given(each["rank"], each["holds"]) for each in case.inputs["cases"]]}


@served("CN-22")
def title_quota(case: Case, scorer: Scorer) -> Told:
    field = {(each["format"], place): "" for each in case.inputs["cases"] for place in range(1, each["rank"] + 1)}
    named = {key: f"{key[0]}-{key[1]}" for key in field}
    entries = [{"entry": entry, "format": key[0]} for key, entry in named.items()]
    found = scorer.score(case.id, [mark(entry, 1000 - key[1]) for key, entry in named.items()], entries)
    places, titles = found.column("rank"), found.column("honours")
    assert {entry: int(places[entry]) for entry in places} == {entry: key[1] for key, entry in named.items()}
    return {"results": [bool(titles[named[each["format"], each["rank"]]]) for each in case.inputs["cases"]]}


@served("WS-16")
def medals_500(case: Case, scorer: Scorer) -> Told:
    def medals(points: list[str]) -> dict[str, list[str]]:
        found = scorer.score(case.id, numbered(points))
        return {medal: [points[int(entry) - 1] for entry in entries] for medal, entries in won(found, MEDALS).items()}

    # of two results the case says how sure its source is of the rule: no part of what comes out
    remarks = [{k: v for k, v in each.items() if k == "status"} for each in case.expected["results"]]
    return {"results": [medals(points) | remark for points, remark in zip(case.inputs["cases"], remarks, strict=True)]}


@served("WS-19")
def medal_set_by_field(case: Case, scorer: Scorer) -> Told:
    def medals(starters: int) -> list[str] | str:
        found = won(scorer.score(case.id, descending(starters)), MEDALS)
        assert all(len(entries) <= 1 for entries in found.values())
        return [medal for medal, entries in found.items() if entries] or "void"

    return {"results": [medals(starters) for starters in case.inputs["cases"]]}
