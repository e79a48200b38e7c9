"""What the chief judge decides from the desk: who goes on, ties, points off, judges who are not there."""

import pytest

from domain.codes.commands import DrawCodes
from domain.contest.commands import CloseModule, FixRulebook, OpenModule, TakeSeat
from domain.sheets.commands import EnterScores
from tests.domain.jury.test_stages import STAGED
from tests.support.desk import AtDesk
from tests.support.house import CHIEF, CLERK, CODER, JUDGES, ORGANISER, SUPERVISOR, TALLY
from tests.support.small import CODES, RULEBOOK, C

ABSENT = RULEBOOK.replace('seats = ["S1", "S2", "S3"]', 'seats = ["S1", "S2", "S3"]\nabsent = "mean_of_present"')
ALONE = RULEBOOK.replace("[ranking]\n", "[ranking]\nshared = false\n")


def decisions(house, actor=CHIEF, language="en"):
    return AtDesk(house.as_(actor)).opens("/decisions", language)


def contest(house):
    with house.parts.hall.wall(C) as wall:
        return wall.marks.contest


def prepared(house, rulebook):
    """As `house.prepared()`, by other rules; only the theory paper is open."""
    house.opened().does(ORGANISER, FixRulebook(C, rulebook))
    house.does(CODER, DrawCodes(C, tuple(CODES.items())))
    for judge in JUDGES:
        panel, seat = judge.seat.split(".")
        house.does(judge, TakeSeat(C, panel, seat))
    house.does(CHIEF, OpenModule(C, "theory"))
    return house


def heat(house, *, theirs="80", others="90"):
    prepared(house, STAGED)
    house.does(CLERK, EnterScores(C, "paper", (("07", "score", theirs), ("12", "score", others))))
    return house


def closed(house):
    house.does(CHIEF, CloseModule(C, "theory"))
    return house


def over(house, **scores):
    return closed(heat(house, **scores))


def checked(page):
    return [line.partition('value="')[2].partition('"')[0] for line in page.split("<input") if " checked" in line]


def test_nothing_is_to_be_decided_while_the_stage_before_goes_on(house):
    page = decisions(heat(house))
    assert page.says("“Heat” is still going on")
    assert "/decisions/advance" not in page.page.text


def test_who_goes_on_by_the_rules_is_ticked_and_decided_so(house):
    page = decisions(over(house))
    assert page.says(
        "By the rules the first goes on (all who tie on the last place do).", "That is 1.", "1 12 90", "2 07 80"
    )
    assert checked(page.page.text) == ["12"]
    page.sends("/decisions/advance", stage="final", code="12", reason="By the ranking")
    assert page.says("In the record", "1 goes on", "Decide it anew")
    assert contest(house).advanced == {"final": ("e2",)}


def test_all_who_tie_on_the_line_are_ticked(house):
    page = decisions(over(house, theirs="90"))
    assert page.says("all who tie on the last place do). Those are 2.")
    assert checked(page.page.text) == ["07", "12"]


def test_it_is_the_next_step_before_the_later_module_opens(house):
    over(house)
    page = AtDesk(house.as_(CHIEF)).opens()
    assert page.says("Before “Practical” can open, decide who goes on to it.")
    decisions(house).sends("/decisions/advance", stage="final", code="12", reason="x")
    assert page.opens().says("Open the module “Practical” when it begins.")
    house.does(CHIEF, OpenModule(C, "task"))
    assert "/decisions/advance" not in decisions(house).page.text
    assert AtDesk(house.as_(CHIEF)).opens("/modules").says("Practical Open Waiting 1 Close")


def test_a_module_nobody_is_let_into_yet_is_not_offered_to_be_opened(house):
    over(house)
    page = AtDesk(house.as_(CHIEF)).opens("/modules")
    assert page.says("Practical Not opened yet Who goes on to it is not decided yet.")
    assert "Open for marking" not in page.text


def test_what_was_ticked_comes_back_with_a_refusal(house):
    page = decisions(over(house)).sends("/decisions/advance", stage="final", code="07", reason="")
    assert page.status == 409
    assert page.says("Give a reason")
    assert checked(page.page.text) == ["07"]


def test_points_are_taken_off_by_code_and_shown(house):
    page = decisions(house.marked()).sends("/decisions/deduction", code="07", points="2.5", reason="迟到")
    assert page.says("In the record", "Points taken off 07 2.5")
    assert contest(house).deductions == {"e1": [("2.5", "")]}
    page.sends("/decisions/deduction", code="99", points="1", reason="写错")
    assert page.status == 409
    assert page.says("There is no code 99", "写错")


def test_after_publication_points_come_off_under_an_upheld_ruling_alone(house):
    page = decisions(house.provisional())
    assert page.says("Ruling it carries out", "none is upheld", "07 · 101 合肥")
    page.sends("/decisions/deduction", code="07", points="1", reason="x", ruling="")
    assert page.status == 409
    assert page.says("this needs an upheld ruling")


def tied(house):
    """Both have the same marks in everything, and places are never shared."""
    prepared(house, ALONE).does(CHIEF, OpenModule(C, "task"))
    house.does(CLERK, EnterScores(C, "paper", (("07", "score", "80"), ("12", "score", "80"))))
    for judge in JUDGES:
        for code in CODES:
            house.marks(judge, code, **({"p1": "15", "p2": "16"} if judge.role == "floor_judge" else {"q1": "50"}))
            house.signs(judge, code)
    return house


def test_an_undecided_tie_is_put_in_order_by_a_draw(house):
    page = decisions(tied(house))
    assert page.says("Undecided tie", "lets nobody share a place")
    page.sends("/decisions/tie", code=["12", "12"], means="draw", reason="抽签")
    assert page.status == 409
    assert page.says("12 is named twice")
    page.sends("/decisions/tie", code=["12", "07"], means="draw", reason="抽签")
    assert page.says("In the record")
    assert "Undecided tie" not in page.text
    assert contest(house).decided == {"": {"e2": 1, "e1": 2}}


def test_a_tie_in_a_heat_is_decided_for_the_heat(house):
    prepared(house, STAGED.replace("[ranking]\n", "[ranking]\nshared = false\n"))
    house.does(CLERK, EnterScores(C, "paper", (("07", "score", "80"), ("12", "score", "80"))))
    page = decisions(house)
    assert page.says("Undecided tie Heat")
    stage = page.page.text.partition('name="stage" value="')[2].partition('"')[0]
    page.sends("/decisions/tie", stage=stage, code=["12", "07"], means="draw", reason="抽签")
    assert "Undecided tie" not in page.text
    assert contest(house).decided == {"heat": {"e2": 1, "e1": 2}}
    assert checked(decisions(closed(house)).page.text) == ["12"]


QUOTA = STAGED.replace("{ first = 1 }", '{ share = "1/2", rounding = "up", limit = { by = "category", most = 1 } }')


def test_the_page_says_who_goes_on_by_the_rules(house):
    prepared(house, QUOTA)
    house.does(CLERK, EnterScores(C, "paper", (("07", "score", "80"), ("12", "score", "90"))))
    page = decisions(closed(house))
    assert page.says("By the rules the first 1/2 of those who started go on, rounded up", "That is 1.")
    assert checked(page.page.text) == ["12"]


def test_who_is_not_marked_yet_can_be_let_in_all_the_same(house):
    prepared(house, STAGED)
    house.does(CLERK, EnterScores(C, "paper", (("07", "score", "80"),)))
    page = decisions(closed(house))
    assert page.page.text.count('name="code" value="12"') == 1
    page.sends("/decisions/advance", stage="final", code="12", reason="substitute")
    assert contest(house).advanced == {"final": ("e2",)}


def test_how_a_tie_was_decided_stands_before_the_reason(house):
    decisions(tied(house)).sends("/decisions/tie", code=["12", "07"], means="play-off", reason="一局定胜负")
    note = next(one.event.note for one in house.parts.record.recorded() if type(one.event).__name__ == "TieDecided")
    said = house.parts.registry.documents.read_all([note.document], "root", "test")
    assert list(said.values()) == ["加赛 Play-off: 一局定胜负"]


def test_the_jury_looks_and_only_the_chief_judge_decides(house):
    over(house)
    for actor in (SUPERVISOR, TALLY):
        page = decisions(house, actor)
        assert page.status == 200
        assert "/decisions/" not in page.page.text.partition('class="tabs"')[2].partition("</nav>")[2]
        for path in ("advance", "tie", "deduction"):
            assert page.sends(f"/decisions/{path}", n="5", stage="final", code="12", reason="x").status == 403


def test_a_judge_is_absent_for_one_code_and_comes_after_all(house):
    prepared(house, ABSENT).does(CHIEF, OpenModule(C, "task"))
    page = AtDesk(house.as_(CHIEF)).opens("/modules")
    page.sends("/modules/seat", seat="product.S3", code="07", reason="生病", **{"is": "absent"})
    assert page.says("In the record", "Judges absent 07 Product S3")
    page.sends("/modules/seat", seat="product.S3", code="07", reason="到席", **{"is": "present"})
    assert "Judges absent" not in page.text


def test_a_panel_that_waits_for_its_judges_is_not_offered(house):
    house.prepared()
    page = AtDesk(house.as_(CHIEF)).opens("/modules")
    assert "/modules/seat" not in page.page.text
    page.sends("/modules/seat", seat="product.S3", code="07", reason="生病", **{"is": "absent"})
    assert page.says("waits for its judges")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_speaks_both_languages(house, language):
    page = decisions(over(house), language=language)
    assert page.says({"zh": "晋级名单：决赛", "en": "Who goes on: Final"}[language])
