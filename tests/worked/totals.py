"""Cases of totals: weighted parts, struck extremes, times, what is missing."""

from __future__ import annotations

from decimal import Decimal
from itertools import chain
from typing import Any

from domain.rulebook.kinds.entered import MarkAspect
from domain.rulebook.reading import fixed
from tests.worked.cases import Case, plain
from tests.worked.contest import Scorer, mark, numbered, rules
from tests.worked.served import served

Told = dict[str, Any]


@served("CN-01", "CN-03")
def weighted_total(case: Case, scorer: Scorer) -> Told:
    parts = case.inputs["components"]
    found = scorer.score(case.id, [mark("1", each["score"], aspect=each["name"]) for each in parts]).only
    return {"unrounded": found["exact"], "total": found["total"]}


@served("CN-04")
def points_total(case: Case, scorer: Scorer) -> Told:
    parts = case.inputs["components"]
    found = scorer.score(case.id, [mark("1", each["score"], aspect=each["name"]) for each in parts]).only
    (panel,) = fixed(rules(case.id)).panels
    most = {aspect.id: aspect.max for aspect in panel.aspects if isinstance(aspect, MarkAspect)}
    assert plain(most) == plain({each["name"]: each["max"] for each in parts})
    return {"total": found["total"], "max": str(panel.max)}


@served("CN-06", "CN-07")
def trimmed_mean_batch(case: Case, scorer: Scorer) -> Told:
    rows = case.inputs["rows"]
    marks = [
        mark(number, value, judge=judge) for number, row in enumerate(rows, 1) for judge, value in enumerate(row, 1)
    ]
    found = scorer.score(case.id, marks)
    told = {"all_rows": found.in_order("total")}
    if "top" in case.inputs:
        told["top"] = [row["total"] for row in found.rows[: case.inputs["top"]]][::-1]
    return told


@served("CN-08")
def trimmed_mean(case: Case, scorer: Scorer) -> Told:
    given = case.inputs["judge_scores"]
    found = scorer.score(case.id, [mark("1", value, judge=judge) for judge, value in given.items()]).only
    marks = scorer.explained("1")["inputs"]
    return {
        "score": found["total"],
        "kept": sorted((each["value"] for each in marks if not each["struck"]), key=Decimal),
        "dropped": {each["seat"]: each["value"] for each in marks if each["struck"]},
    }


@served("CN-30")
def timed_total(case: Case, scorer: Scorer) -> Told:
    legs = [
        mark(team["id"], leg, attempt=attempt, aspect="seconds")
        for team in case.inputs["teams"]
        for attempt, leg in enumerate(team["legs"], 1)
    ]
    faults = [mark(team["id"], team["faults"], aspect="faults") for team in case.inputs["teams"]]
    found = scorer.score(case.id, [*legs, *faults])
    return {"times": found.column("total"), "ranks": found.column("rank")}


@served("CN-34")
def coverage(case: Case, scorer: Scorer) -> Told:
    entries = [{"entry": kind, "target": target} for kind, target in case.inputs["targets"].items()]
    marks = [
        mark(kind, count, aspect=aspect)
        for kind, counts in case.inputs["counts"].items()
        for aspect, count in zip(("covered", "all"), counts, strict=True)
    ]
    found = scorer.score(case.id, marks, entries)
    return {
        "rates": {kind: f"{rate}%" for kind, rate in found.column("total").items()},
        "met": {kind: met == "1" for kind, met in found.column("met").items()},
    }


@served("CN-36")
def derived_stats(case: Case, scorer: Scorer) -> Told:
    found = scorer.score(case.id, [mark("1", count, aspect=name) for name, count in case.inputs.items()]).only
    told = {key: found[key] for key in ("win_rate", "commended_rate", "builders_per_team")}
    rates = {key: f"{told[key]}%" for key in ("win_rate", "commended_rate")}
    return {"contests": found["total"], **told, **rates}


@served("ST-02")
def trimmed_sum_times_dd(case: Case, scorer: Scorer) -> Told:
    jury = [mark("1", value, aspect="mark", judge=judge) for judge, value in enumerate(case.inputs["scores"], 1)]
    first, *rest = case.inputs["event"]
    others = [mark("1", value, aspect="dive", attempt=number) for number, value in enumerate(rest, 1)]
    found = scorer.score(case.id, [*jury, mark("1", case.inputs["dd"], aspect="difficulty"), *others]).only
    assert Decimal(first) == Decimal(found["score"]), "the first dive of the event is the one scored"
    return {"kept_sum": found["kept_sum"], "score": found["score"], "event_total": found["total"]}


@served("ST-05", python_round_float="what binary floats give, for warning: no rule of a contest")
def rounded(case: Case, scorer: Scorer) -> Told:
    return {"results": scorer.score(case.id, numbered(case.inputs["values"])).in_order("total")}


@served("WS-09")
def completeness(case: Case, scorer: Scorer) -> Told:
    def told(*given: dict[str, str]) -> tuple[list[str], str]:
        marks = [mark("1", value, aspect=aspect) for aspect, value in chain(*(each.items() for each in given))]
        found = scorer.score(case.id, marks).only
        return [aspect for aspect in case.inputs["aspects"] if not found[aspect]], found["total"]

    missing, _ = told(case.inputs["marks"])
    then, total = told(case.inputs["marks"], dict.fromkeys(missing, "0"))
    return {"complete": not missing, "missing": missing, "after_b2_zero": {"complete": not then, "total": total}}
