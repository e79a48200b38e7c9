"""Lists of entries on the desk: every fault at once, shown before they enter, all in one append or nothing."""

import pytest

from domain.contest.commands import CloseModule
from domain.publication.commands import TallyScores
from tests.support.desk import AtDesk, entries, xls
from tests.support.house import CHIEF, CLERK, CODER, ORGANISER, SUPERVISOR, TALLY
from tests.support.small import C
from web.exports.workbook import xlsx_table
from web.pages.organiser.imports.tray import MOST_EACH
from web.people import person_of

NEW = (("103", "张三", "亳州", "职工组", "1"), ("104", "李四", "淮北", "职工组", "2"))
STANDING = (("101", "王一", "合肥", "", ""), ("102", "李二", "蚌埠", "", ""))


def desk(house, actor=ORGANISER):
    return AtDesk(house.as_(actor)).opens("/entries")


def contest(house):
    with house.parts.hall.wall(C) as wall:
        return wall.marks.contest


def test_every_fault_of_a_list_is_shown_with_its_place_what_was_found_and_what_was_expected(house):
    house.opened()
    rows = [("103", "", "亳州"), ("1 0 4", "李四", "淮北"), ("103", "王五", "淮北")]
    page = desk(house).reads("/entries/read", xlsx_table("名单", ("参赛号", "姓名", "代表队"), rows), "名单.xlsx")
    assert page.status == 422
    assert page.says(
        "3 faults; nothing was entered", "名单!B2", "an empty cell", "名单!A3", "“1 0 4”", "up to 40 letters"
    )
    assert page.says("名单!A4", "It stands in 名单!A2 already", "名单.xlsx")
    assert len(contest(house).entries) == 2


def test_faults_are_told_in_chinese_to_who_reads_chinese(house):
    house.opened()
    at = AtDesk(house.as_(ORGANISER)).opens("/entries", "zh")
    at.sends("/entries/read", language="zh", files={"file": ("a.csv", entries(("103", "")))})
    assert at.says("1 处错误，没有录入任何内容", "单元格为空；应为：姓名")


def test_a_list_is_shown_before_it_enters_and_enters_in_one_append(house):
    house.opened()
    page = desk(house).reads("/entries/read", entries(*STANDING, *NEW))
    assert page.says("2 new", "0 changed", "2 the same", "张三")
    assert len(contest(house).entries) == 2
    before = house.parts.record.head()
    page.sends("/entries/enter", seen=page.hidden("seen"))
    after = house.parts.record.head()
    assert (after.entry, after.position) == (before.entry + 1, before.position + 4)  # two entries, two batches
    assert page.says("In the record: no.", "张三", "李四")
    assert contest(house).batches == {"1": ("e103",), "2": ("e104",)}


LIST = (("参赛号", "姓名"), ("103", "张三"))
KINDS = {
    "list.xlsx": xlsx_table("名单", LIST[0], LIST[1:]),
    "list.xls": xls(*LIST),
    "list.csv": "参赛号,姓名\r\n103,张三\r\n".encode(),
    "gb.csv": "参赛号,姓名\r\n103,张三\r\n".encode("gb18030"),
}


@pytest.mark.parametrize("name", KINDS)
def test_a_list_enters_from_every_kind_of_file(house, name):
    house.opened()
    page = desk(house).reads("/entries/read", KINDS[name], name)
    page.sends("/entries/enter", seen=page.hidden("seen"))
    assert page.says("张三")
    assert "e103" in contest(house).entries


def test_the_same_list_again_changes_nothing(house):
    house.opened()
    page = desk(house).reads("/entries/read", entries(*STANDING, *NEW))
    page.sends("/entries/enter", seen=page.hidden("seen"))
    before = house.parts.record.head().position
    page.reads("/entries/read", entries(*STANDING, *NEW), "again.csv")
    assert page.says("0 new", "0 changed", "4 the same", "stands in the record already")
    assert "Enter all of it" not in page.text
    assert house.parts.record.head().position == before


def test_a_list_confirmed_twice_enters_once(house):
    house.opened()
    page = desk(house).reads("/entries/read", entries(*NEW))
    n, seen = page.n, page.hidden("seen")
    page.sends("/entries/enter", n, seen=seen)
    first, head = page.text, house.parts.record.head()
    page.sends("/entries/enter", n, seen=seen)
    assert page.text == first
    assert house.parts.record.head() == head


def test_a_changed_name_is_shown_old_and_new_and_the_record_has_the_new_seal(house):
    house.opened()
    page = desk(house).reads("/entries/read", entries(("101", "王一一", "合肥", "", "")))
    assert page.says("1 changed", "王一", "王一一", "1 registered, not in this list: they stay")
    page.sends("/entries/enter", seen=page.hidden("seen"))
    assert page.says("王一一")
    seal = contest(house).entries["e1"].seal
    assert house.parts.registry.people.agrees(person_of(C, "e1"), seal) is True


def test_a_plan_that_has_moved_meanwhile_is_shown_again_and_nothing_enters(house):
    house.opened()
    slow = desk(house).reads("/entries/read", entries(("101", "王二", "合肥", "", "")))
    quick = desk(house).reads("/entries/read", entries(("101", "王三", "合肥", "", "")))
    quick.sends("/entries/enter", seen=quick.hidden("seen"))
    before = house.parts.record.head().position
    slow.sends("/entries/enter", seen=slow.hidden("seen"))
    assert slow.says("Somebody changed the entries meanwhile", "王三", "王二")
    assert house.parts.record.head().position == before
    slow.sends("/entries/enter", seen=slow.hidden("seen"))
    assert slow.says("In the record", "王二")


def test_a_file_that_is_no_longer_kept_has_to_be_chosen_again(house):
    house.opened()
    page = desk(house).reads("/entries/read", entries(*NEW))
    n, seen = page.n, page.hidden("seen")
    house.later(16)
    page.sends("/entries/enter", n, seen=seen)
    assert page.status == 409
    assert page.says("The file is no longer kept here", "Nothing was entered")


def test_nobody_enters_what_somebody_else_was_shown(house):
    house.opened()
    shown = desk(house).reads("/entries/read", entries(*NEW))
    other = desk(house, CLERK)
    other.sends("/entries/enter", shown.n, seen=shown.hidden("seen"))
    assert other.says("The file is no longer kept here")
    assert len(contest(house).entries) == 2


def test_one_session_keeps_only_its_latest_files(house):
    house.opened()
    page = desk(house)
    shown = [page.reads("/entries/read", entries(*NEW)).n for _ in range(MOST_EACH + 1)]
    assert page.sends("/entries/enter", shown[0], seen="").status == 409
    assert page.says("The file is no longer kept here")


def test_what_the_rules_refuse_leaves_names_as_they_were_and_the_plan_on_the_screen(house):
    house.marked()
    page = desk(house).reads("/entries/read", entries(("101", "王一一", "合肥", "", "")))
    seen = page.hidden("seen")
    for module in ("theory", "task"):
        house.does(CHIEF, CloseModule(C, module))
    house.does(TALLY, TallyScores(C, house.digest()))
    page.sends("/entries/enter", seen=seen)
    assert page.status == 409
    assert page.says("cannot be done in the present phase", "王一一", "Enter all of it")
    assert house.parts.registry.people.names([person_of(C, "e1")], public=True) == {person_of(C, "e1"): "王一"}


def test_names_are_for_those_whose_lists_they_are_and_a_look_is_written_down(house):
    house.prepared()
    assert desk(house, ORGANISER).says("王一", "李二")
    assert desk(house, CLERK).says("王一")
    line = house.parts.registry.journal.about(person_of(C, "e1"))[0]
    assert (line.by, line.act, line.why) == (CLERK.account, "saw-person", "entries")
    for actor in (CHIEF, SUPERVISOR):
        page = desk(house, actor)
        assert page.says("101", "合肥", "Names are shown here once the codes are decoded")
        assert "王一" not in page.text
    assert AtDesk(house.as_(CODER)).opens("/entries").status == 403


def test_names_are_for_the_whole_desk_once_the_codes_are_decoded(house):
    house.provisional()
    assert desk(house, CHIEF).says("王一", "李二")


def test_only_organiser_and_entry_clerk_bring_in_lists(house):
    house.opened()
    page = desk(house, CHIEF)
    assert "Bring in a list" not in page.text
    assert page.reads("/entries/read", entries(*NEW)).status == 403


def test_an_entry_is_withdrawn_with_a_reason_that_is_kept_beside_its_person(house):
    house.opened()
    page = desk(house).sends("/entries/withdraw", number="102", reason="伤病")
    assert page.says("In the record", "Withdrawn")
    assert contest(house).withdrawn == {"e2"}
    (document,) = house.parts.registry.documents.about(person_of(C, "e2"))
    assert house.parts.registry.documents.read(document, "x", "test") == "伤病"


def test_a_withdrawal_sent_twice_is_one_and_keeps_one_reason(house):
    house.opened()
    page = desk(house)
    n = page.n
    for _ in range(2):
        page.sends("/entries/withdraw", n, number="102", reason="伤病")
        assert page.says("In the record")
    assert len(house.parts.registry.documents.about(person_of(C, "e2"))) == 1


def test_without_a_reason_nobody_is_withdrawn_and_what_was_typed_stays(house):
    house.opened()
    page = desk(house).sends("/entries/withdraw", number="102", reason="  ")
    assert page.status == 409
    assert page.says("Give a reason")
    assert 'value="102"' in page.page.text
    assert contest(house).withdrawn == set()


def test_an_entry_nobody_knows_is_refused_beside_its_form(house):
    house.opened()
    page = desk(house).sends("/entries/withdraw", number="999", reason="x")
    assert page.says("There is no entry 999")


def test_the_empty_list_to_fill_in_can_be_read_as_it_is(house):
    house.opened()
    for form in ("xlsx", "csv"):
        blank = house.as_(ORGANISER).opens(f"/desk/{C}/entries/template.{form}")
        assert f'filename="c1-entries.{form}"' in blank.headers["content-disposition"]
        assert desk(house).reads("/entries/read", blank.content, f"x.{form}").says("2 new")


def test_a_column_that_nobody_fills_is_not_shown(house):
    house.opened()
    assert not desk(house).says("Category")
    page = desk(house).reads("/entries/read", entries(*STANDING, *NEW))
    assert page.sends("/entries/enter", seen=page.hidden("seen")).says("Category", "职工组")
