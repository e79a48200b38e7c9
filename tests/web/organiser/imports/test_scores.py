"""Score files on the desk: shown as new, the same and corrections, entered whole, corrections with their reason."""

import pytest

from tests.support.desk import AtDesk, scores
from tests.support.house import CHIEF, CLERK, ORGANISER
from tests.support.small import CODER, SCORERS, C
from web.exports.delimited import csv_table

BOTH = (("101", "80"), ("102", "90.5"))


def desk(house):
    return AtDesk(house.as_(CLERK)).opens("/scores")


def read(page, content, complete="1", by="number", name="scores.csv"):
    return page.reads("/scores/read", content, name, of="paper.score", by=by, complete=complete)


def enter(page, **fields):
    return page.sends("/scores/enter", seen=page.hidden("seen"), **fields)


def marks(house):
    """Code → theory score or status, as the hall has them."""
    with house.parts.hall.wall(C) as wall:
        works = {code: works["paper"] for code, works in wall.marks.works.items() if "paper" in works}
        return {code: work.status or str(work.marks["score"]["T1"]) for code, work in works.items()}


def test_scores_are_shown_before_they_enter_and_enter_in_one_append(house):
    house.prepared()
    page = read(desk(house), scores(*BOTH))
    assert page.says("2 new", "0 corrections", "101", "80", "90.5")
    assert marks(house) == {}
    before = house.parts.record.head().entry
    assert enter(page).says("In the record", "2 of 2 scores stand")
    assert house.parts.record.head().entry == before + 1
    assert marks(house) == {"07": "80", "12": "90.5"}


def test_the_same_file_again_changes_nothing(house):
    house.prepared()
    enter(read(desk(house), scores(*BOTH)))
    before = house.parts.record.head().position
    page = read(desk(house), scores(*BOTH))
    assert page.says("0 new", "0 corrections", "2 the same", "stands in the record already")
    assert house.parts.record.head().position == before


def test_a_file_confirmed_twice_enters_once(house):
    house.prepared()
    page = read(desk(house), scores(*BOTH))
    n, seen = page.n, page.hidden("seen")
    texts = [page.sends("/scores/enter", n, seen=seen).text for _ in range(2)]
    head = house.parts.record.head()
    assert texts[0] == texts[1]
    assert head.position == house.parts.record.head().position


def test_corrected_scores_are_shown_as_differences_and_enter_only_with_a_reason(house):
    house.prepared()
    enter(read(desk(house), scores(*BOTH)))
    page = read(desk(house), scores(("101", "81"), ("102", "90.5")))
    assert page.says("1 corrections", "1 the same", "80", "81")
    enter(page, reason="")
    assert page.status == 409
    assert page.says("Give a reason", "81")
    assert marks(house)["07"] == "80"
    assert enter(page, reason="第 12 题漏判").says("In the record")
    assert marks(house) == {"07": "81", "12": "90.5"}


def test_a_correction_keeps_the_old_score_and_its_reason(house):
    house.prepared()
    enter(read(desk(house), scores(*BOTH)))
    enter(read(desk(house), scores(("101", "81"), ("102", "90.5"))), reason="漏判")
    corrected = [one.event for one in house.parts.record.recorded() if type(one.event).__name__ == "MarkCorrected"]
    assert [(event.old, event.value) for event in corrected] == [("80", "81")]
    assert house.parts.registry.documents.read(corrected[0].note.document, "x", "test") == "漏判"


def test_every_fault_is_shown_with_its_cell(house):
    house.prepared()
    content = csv_table(("参赛号", "姓名", "成绩"), [("101", "李二", "80.2"), ("999", "", "70")])
    page = read(desk(house), content)
    assert page.status == 422
    assert page.says("B2", "the registered name “王一”", "C2", "in steps of 0.5", "A3", "no row for entry number “102”")
    assert marks(house) == {}


def test_a_file_that_is_not_complete_enters_what_it_has_when_that_is_said(house):
    house.prepared()
    page = read(desk(house), scores(("101", "80")), complete="")
    assert page.says("1 new", "1 without a score in this file", "102")
    assert enter(page).says("1 of 2 scores stand")


def test_somebody_who_did_not_start_has_a_status_and_no_score(house):
    house.prepared()
    page = read(desk(house), scores(("101", "80"), ("102", "缺考")))
    assert page.says("Did not start")
    enter(page)
    assert marks(house) == {"07": "80", "12": "dns"}


def test_a_file_may_name_codes_instead_of_entries(house):
    house.prepared()
    enter(read(desk(house), scores(("07", "80"), ("12", "90"), by="代码"), by="code"))
    assert marks(house) == {"07": "80", "12": "90"}


def test_a_file_may_be_looked_at_before_the_module_opens_but_not_entered(house):
    house.opened()
    coder = AtDesk(house.as_(CODER)).opens("/codes")
    assert coder.sends("/codes/draw").says("In the record")
    page = read(desk(house), scores(*BOTH))
    enter(page)
    assert page.status == 409
    assert page.says("cannot be done in the present phase", "2 new")


def test_only_the_entry_clerk_brings_in_scores(house):
    house.prepared()
    for actor in (ORGANISER, CHIEF, CODER):
        page = AtDesk(house.as_(actor)).opens("/scores")
        assert page.status == 403
        assert page.reads("/scores/read", scores(*BOTH), n="9").status == 403


@pytest.mark.parametrize("of", ["", "paper", "paper.other", "process.p1", "none.score"])
def test_scores_for_what_takes_no_file_are_not_understood(house, of):
    house.prepared()
    page = desk(house).reads("/scores/read", scores(*BOTH), of=of, by="number")
    assert page.status == 400


def test_the_table_to_fill_in_has_a_row_for_everybody(house):
    house.prepared()
    table = house.as_(CLERK).opens(f"/desk/{C}/scores/template.csv").content.decode("utf-8-sig")
    assert '"101","王一",' in table
    assert '"102","李二",' in table
    by_code = house.as_(CLERK).opens(f"/desk/{C}/scores/template.csv?by=code").content.decode("utf-8-sig")
    assert '"07",,' in by_code
    assert "王一" not in by_code


def test_judges_marks_never_come_from_a_file(house):
    house.prepared()
    house.marks(SCORERS[0], "07", q1="50")
    assert "product" not in desk(house).page.text
