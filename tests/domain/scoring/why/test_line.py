"""The line between those who go on and the others: a limit that is full, a decision, a finalist who did not start."""

from pydantic import TypeAdapter

from domain.rulebook.results import AnyAwards
from domain.rulebook.stages import Advance
from domain.scoring.scored import InStage
from tests.domain.scoring.results.field import entry
from tests.domain.scoring.results.heat_and_final import BEEN, IN_STAGES, STAGES
from tests.domain.scoring.why.asked import ahead, told


def limited():
    advance = Advance.model_validate({"first": 2, "limit": {"by": "group", "most": 1}})
    stages = (STAGES.stages[0].model_copy(update={"advance": advance}), *STAGES.stages[1:])
    return STAGES.model_copy(update={"stages": stages})


AWARDS: TypeAdapter[AnyAwards] = TypeAdapter(AnyAwards)
GROUPS = {"a": {"group": "BRA"}, "b": {"group": "BRA"}, "c": {"group": "ITA"}, "d": {"group": "USA"}}
LET_IN = {"final": "d"}


def line_of(asked_, **known):
    lines = told(limited(), IN_STAGES, asked_, been={"prelim": "abcd"}, attributes=GROUPS, **known)
    (line,) = [line.strip() for line in lines if "the last to go on" in line]
    return line


def test_who_is_out_by_a_limit_is_told_who_took_the_places_of_the_unit():
    assert line_of("b") == (
        "did not go on; “group” BRA has its 1 already (a); the last to go on: c (place 3); "
        "the first who did not: d (place 4)"
    )


def test_who_is_let_in_by_decision_is_not_the_last_to_go_on():
    assert line_of("c", let_in=LET_IN) == ("went on; the last to go on: c (place 3); let in by decision: d (place 4)")
    assert line_of("d", let_in=LET_IN).startswith("went on; by decision; the last to go on: c (place 3)")


def test_a_finalist_who_did_not_start_is_told_so_and_not_that_somebody_has_no_figure():
    out = entry(None, first="9", last=None)._replace(status="dns", in_stage={"final": InStage("unranked", "dns")})
    scored = IN_STAGES | {"a": out}
    parted = ahead(STAGES, scored, "a", been=BEEN)
    assert (parted.by, parted.out, parted.without) == ("standing", "a", "dns")
    lines = told(STAGES, scored, "a", ["place"], been=BEEN)
    assert "  ahead b: a: did not start in “Final”" in lines


def test_who_was_not_in_the_stage_a_prize_asks_for_is_told_so_and_not_that_a_figure_is_missing():
    list_ = AWARDS.validate_python(
        {
            "mode": "fixed",
            "title": {"zh": "奖", "en": "prize"},
            "at_the_line": "extend",
            "minimum": [{"node": "last", "at_least": 0}],
            "prizes": [{"id": "gold", "title": {"zh": "金", "en": "gold"}, "count": 1}],
        }
    )
    rules = STAGES.model_copy(update={"awards": (list_,)})
    assert told(rules, IN_STAGES, "c", ["awards"], been=BEEN) == ["prize: none; not gold: was not in “Final”"]
    assert "given to 1" in told(rules, IN_STAGES, "a", ["awards"], been=BEEN)[0]
