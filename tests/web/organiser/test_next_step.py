"""At every stage the desk names one next step and whose it is."""

import pytest

from domain.contest.commands import CloseModule, DecideCuts, FixRulebook, OpenContest, OpenModule
from domain.rulings.commands import DecideRuling, FileRuling
from domain.sheets.commands import EnterScores
from registry.access.places import Place
from tests.support.desk import AtDesk
from tests.support.house import CHIEF, CLERK, CODER, JUDGES, ORGANISER, SUPERVISOR
from tests.support.small import ARBITER, LEADER, RULEBOOK, TALLY, C
from web.pages.organiser.next_step import next_step
from web.pages.organiser.seating.people import unnamed_seats


def step(house, contest=C):
    house.caught_up()
    with house.parts.hall.wall(contest) as wall:
        return next_step(wall, house.parts.desk.clock.now(), unnamed_seats(house.parts, wall.marks))


def word(house, contest=C):
    return step(house, contest).word


def test_before_there_is_a_rulebook_it_is_to_be_chosen(house):
    house.does(ORGANISER, OpenContest("c2", "二", "Two", "UTC", drill=False))
    assert word(house, "c2") == "fix-rulebook"
    house.does(ORGANISER, FixRulebook("c2", RULEBOOK))
    assert word(house, "c2") == "import-entries"


def test_entries_without_codes_are_drawn_for(house):
    found = step(house.opened())
    assert (found.word, found.count, found.roles) == ("draw-codes", 2, ("coding_judge",))


def test_seats_nobody_is_named_for_come_before_the_first_module(house):
    house.opened()
    AtDesk(house.as_(CODER)).opens("/codes").sends("/codes/draw")
    assert word(house) == "open-module"
    fay = JUDGES[0]
    house.parts.registry.grants.revoke(fay.account, fay.role, Place(C, "process", "F1"), "root")
    found = step(house)
    assert (found.word, found.count) == ("name-judges", 1)


def test_modules_open_one_after_the_other(house):
    house.opened()
    AtDesk(house.as_(CODER)).opens("/codes").sends("/codes/draw")
    assert (step(house).word, step(house).about) == ("open-module", "theory")
    house.does(CHIEF, OpenModule(C, "theory"))
    found = step(house)
    assert (found.word, found.about, found.count, found.roles) == ("import-scores", "theory", 2, ("entry_clerk",))


def test_what_is_signed_is_closed_and_what_is_not_is_waited_for(house):
    house.prepared().does(CLERK, EnterScores(C, "paper", (("07", "score", "80"), ("12", "score", "90"))))
    assert (step(house).word, step(house).about) == ("close-module", "theory")
    house.does(CHIEF, CloseModule(C, "theory"))
    found = step(house)
    assert (found.word, found.count, found.roles) == ("await-marks", 4, ())


def test_a_module_closed_too_early_is_to_be_reopened(house):
    house.prepared().does(CLERK, EnterScores(C, "paper", (("07", "score", "80"), ("12", "score", "90"))))
    for module in ("theory", "task"):
        house.does(CHIEF, CloseModule(C, module))
    assert (step(house).word, step(house).about, step(house).count) == ("reopen-module", "task", 4)


def test_from_the_tally_to_the_final_result(house):
    house.marked()
    for module in ("theory", "task"):
        assert (step(house).word, step(house).about) == ("close-module", module)
        house.does(CHIEF, CloseModule(C, module))
    assert (step(house).word, step(house).roles) == ("tally", ("chief_judge", "tally_clerk"))


@pytest.mark.parametrize(
    ("stage", "later", "expected", "roles"),
    [
        ("tallied", 0, "decode", ("coding_judge",)),
        ("provisional", 0, "await-window", ()),
        ("provisional", 61, "open-notice", ("organiser",)),
        ("noticed", 0, "await-notice", ()),
        ("noticed", 121, "publish-final", ("chief_judge",)),
        ("final", 0, "done", ()),
    ],
)
def test_the_order_of_a_result(house, stage, later, expected, roles):
    getattr(house, stage)().later(later)
    assert (step(house).word, step(house).roles) == (expected, roles)


def test_a_filed_ruling_stands_before_everything_and_a_correction_is_published(house):
    house.provisional()
    house.does(LEADER, FileRuling(C, "r1", "appeal", "e1", "product", "S1", "q1", house.note()))
    assert (step(house).word, step(house).page) == ("await-rulings", "appeals")
    house.does(ARBITER, DecideRuling(C, "r1", "dismissed", house.note()))
    assert word(house) == "await-window"


def test_where_awards_are_cuts_the_jury_decides_them_before_publication(house):
    house.does(ORGANISER, OpenContest("c2", "二", "Two", "UTC", drill=False))
    awards = RULEBOOK.index("[awards]")
    cuts = '[awards]\nmode = "cuts"\nprizes = [{ id = "gold", title = { zh = "金", en = "Gold" } }]\n'
    text = RULEBOOK[:awards] + cuts + RULEBOOK[RULEBOOK.index("[windows]") :]
    house.does(ORGANISER, FixRulebook("c2", text))
    with house.parts.hall.wall("c2") as wall:
        wall.marks.publication.reached, wall.marks.codes.decoded = "tallied", True  # as after a tally and a decoding
        assert next_step(wall, 0).word == "decide-cuts"
        wall.marks.contest.cuts = DecideCuts("c2", (("gold", "80"),)).cuts
        assert next_step(wall, 0).word == "publish-provisional"


def test_who_may_take_the_step_gets_a_button_and_who_may_not_is_told_whose_it_is(house):
    house.opened()
    assert 'href="/desk/c1/codes">Draw the codes' in AtDesk(house.as_(CODER)).opens().page.text
    page = AtDesk(house.as_(ORGANISER)).opens()
    assert page.says("This is for: Coding judge")
    assert ">Draw the codes</a>" not in page.page.text


def test_a_way_is_shown_only_to_a_page_that_may_be_opened(house):
    house.prepared().does(CLERK, EnterScores(C, "paper", (("07", "score", "80"), ("12", "score", "90"))))
    house.does(CHIEF, CloseModule(C, "theory"))
    assert "See the modules" in AtDesk(house.as_(SUPERVISOR)).opens().text
    assert "See the modules" not in AtDesk(house.as_(CLERK)).opens().text


def test_the_page_lists_what_is_open_by_panel_and_code(house):
    house.prepared()
    house.marks(JUDGES[0], "07", p1="15", p2="16")
    house.signs(JUDGES[0], "07")
    page = AtDesk(house.as_(TALLY)).opens()
    assert page.says("Not signed yet 6", "Process 2 07 (F2) 12", "Paper 2 07 12")
