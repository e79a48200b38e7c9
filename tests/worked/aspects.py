"""Cases of single aspects as WorldSkills marks them: judgement, numbers completed, choices, differences."""

from __future__ import annotations

from typing import Any

from domain.contest.commands import TakeSeat
from domain.decision import Actor
from domain.panels.events import SpreadExceeded
from domain.sheets.commands import EnterMark, SignSheet
from tests.docs.scored import Unscored
from tests.support.small import C
from tests.worked.cases import Case
from tests.worked.contest import Scorer, mark, numbered, rules
from tests.worked.hall import in_the_hall
from tests.worked.served import served

Told = dict[str, Any]


@served("WS-06")
def judgement_mark(case: Case, scorer: Scorer) -> Told:
    """From files a spread over one level gives no result, in the hall the panel is called to consult."""

    def result(most: str, levels: list[int]) -> str:
        marks = [mark("1", level, judge=judge) for judge, level in enumerate(levels, 1)]
        try:
            found = scorer.score(case.id, marks, max=most).only
        except Unscored as refused:
            assert "found “4”" in str(refused)  # noqa: PT017 - what is asserted of it is its sentence
            return "refused:out_of_scale"
        if not found["total"]:
            return "incomplete"
        apart = found["total"] == "NR"
        assert consults(rules(case.id, max=most), levels) == apart
        return f"refused:spread_{found['spread']}" if apart else found["total"]

    return {"results": [result(each["max"], each["scores"]) for each in case.inputs["cases"]]}


def consults(rulebook: str, levels: list[int]) -> bool:
    """Whether the last signature of a panel that gave these levels brings a consultation about."""
    given, events = in_the_hall(rulebook, {"07": ""}), []
    for seat, level in enumerate(levels, 1):
        expert, place = Actor(f"expert{seat}", "scoring_judge", f"experts.{seat}"), (C, "experts", "07", str(seat))
        given.asks(TakeSeat(C, "experts", str(seat)), expert)
        given.asks(EnterMark(*place, "look", str(level)), expert)
        events = [event for _, event in given.asks(SignSheet(*place), expert).events]
    return SpreadExceeded(("look",)) in events


@served("WS-07")
def judgement_mark_single(case: Case, scorer: Scorer) -> Told:
    return {
        "results": [
            scorer.score(case.id, numbered([level]), max=most).only["total"] for most, level in case.inputs["cases"]
        ]
    }


@served("WS-10")
def cis_number_completed(case: Case, scorer: Scorer) -> Told:
    def result(most: str, possible: int, done: int) -> str:
        try:
            return scorer.score(case.id, numbered([done]), max=most, possible=possible).only["total"]
        except Unscored as refused:
            assert f"found “{done}”" in str(refused)  # noqa: PT017 - what is asserted of it is its sentence
            return "refused:over_possible"

    return {"results": [result(*each) for each in case.inputs["cases"]]}


@served("WS-11")
def cis_choice_percent(case: Case, scorer: Scorer) -> Told:
    choices = range(1, len(case.inputs["deductions"]) + 1)
    return {most: scorer.score(case.id, numbered(choices), max=most).in_order("total") for most in case.inputs["cases"]}


@served("WS-12")
def cis_choice_unit(case: Case, scorer: Scorer) -> Told:
    choices = range(1, len(case.inputs["deductions"]) + 1)
    return {"results": scorer.score(case.id, numbered(choices)).in_order("total")}


@served("WS-13")
def cis_difference_deduction(case: Case, scorer: Scorer) -> Told:
    return {"results": scorer.score(case.id, numbered(case.inputs["observed"])).in_order("total")}


@served("WS-14")
def validate_marking_scheme(case: Case, scorer: Scorer) -> Told:
    """The sums of a scheme: here its sections are the entries, as the case gives sums and no aspects."""
    sums = {"standard": case.inputs["section_marks"], "aspects": case.inputs["aspect_marks"]}
    found = scorer.score(
        case.id, [mark(section, value, aspect=name) for name, by in sums.items() for section, value in by.items()]
    )
    return {
        "total": found.rows[0]["whole"],
        "variation": found.column("variation"),
        "total_variation": found.rows[0]["whole-variation"],
        "within_5_percent_of_section": {section: said == "1" for section, said in found.column("within").items()},
    }
