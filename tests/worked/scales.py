"""Cases of scales: the WorldSkills Scale, and marks standardised within a panel."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from tests.worked.cases import Case
from tests.worked.contest import Outcome, Scorer, mark, numbered
from tests.worked.served import served

Told = dict[str, Any]


def scaled(case: Case, found: Outcome) -> Told:
    assert len(found.rows) == len(case.inputs["marks"])
    return {**{key: found.rows[0][key] for key in ("median", "mad")}, "scaled": found.in_order("scaled")}


@served("WS-01")
def worldskills_scale(case: Case, scorer: Scorer) -> Told:
    found = scorer.score(case.id, numbered(case.inputs["marks"]))
    medallions = found.awarded("medallion")
    return {
        **scaled(case, found),
        "medallions_excluding_top3": len(medallions),
        "last_medallion_rank": max(int(found.column("rank")[entry]) for entry in medallions),
    }


@served("WS-02", "WS-03")
def worldskills_scale_of_few(case: Case, scorer: Scorer) -> Told:
    return scaled(case, scorer.score(case.id, numbered(case.inputs["marks"])))


@served("WS-05")
def worldskills_scale_population(case: Case, scorer: Scorer) -> Told:
    """Who did not show up is DNS; the rulebook says whether that is a zero among the others or nobody."""
    marks = numbered("DNS" if value is None else value for value in case.inputs["marks"])

    def told(effect: str) -> Told:
        found = scorer.score(case.id, marks, dns=effect)
        scale, first = found.in_order("scaled"), found.rows[0]
        return {"median": first["median"], "mad": first["mad"], "winner": scale[0], "rank5": scale[4]}

    zero, excluded = told("zero"), told("unranked")
    del zero["mad"]  # the case does not say it
    return {"blank_as_zero": zero, "blank_excluded": excluded}


@served("ST-07")
def standardise(case: Case, scorer: Scorer) -> Told:
    told = {}
    for sd in ("population", "sample"):
        found = scorer.score(case.id, numbered(case.inputs["panel"]), sd=sd)
        scales = {name: found.in_order(name) for name in ("z", "T", "fll")}
        told[f"{sd}_sd"] = {"sd": found.rows[0]["sd"], **scales}
    assert [Decimal(each) for each in told["sample_sd"].pop("fll")] == [80, 100, 120]  # which the case does not say
    return told


@served("ST-08")
def standardise_panels(case: Case, scorer: Scorer) -> Told:
    given = [(panel, entry, value) for panel, by in case.inputs["panels"].items() for entry, value in by.items()]
    entries = [{"entry": entry, "group": panel} for panel, entry, _ in given]
    marks = [mark(entry, value) for _, entry, value in given]
    raw, comparable = (scorer.score(case.id, marks, entries, total=total) for total in ("raw", "T"))
    return {"T": comparable.column("T"), "raw_order": raw.order(), "T_order": comparable.order()}
