"""A change of the rules on the desk: one proposes, another confirms, nobody sees who gains before it is decided."""

import pytest

from tests.support.desk import AtDesk
from tests.support.house import CHIEF, CLERK, CODER, ORGANISER, SUPERVISOR
from tests.support.small import RULEBOOK, C

OTHER = RULEBOOK.replace("weights = { theory = 0.3, task = 0.7 }", "weights = { theory = 0.8, task = 0.2 }")
WHY = "细则写错"


def rules(house, actor=ORGANISER, language="en"):
    return AtDesk(house.as_(actor)).opens("/rules", language)


def proposes(house, actor=ORGANISER, text=OTHER, reason=WHY):
    return rules(house, actor).sends("/rules/propose", files={"rulebook": ("new.toml", text.encode())}, reason=reason)


def version(house):
    with house.parts.hall.wall(C) as wall:
        return wall.marks.contest.version


def test_the_rules_in_force_are_told_in_words(house):
    house.opened()
    assert rules(house).says("In force version 1", "Panels and aspects", "Theory (theory)")
    assert rules(house, language="zh").says("现行规则 第 1 版", "裁判组和评分点")
    assert "/rules/propose" not in rules(house).page.text


def test_a_change_waits_for_a_second_person_who_reads_reason_and_differences(house):
    house.marked()
    page = proposes(house)
    assert page.says("In the record", "You have proposed it", WHY, "0.3 → 0.8")
    assert version(house) == 1
    page = rules(house, SUPERVISOR)
    assert page.says("Proposed by Olga", WHY, "0.3 → 0.8")
    page.sends("/rules/confirm", digest=page.hidden("digest"))
    assert page.says("In the record", "In force version 2")
    assert version(house) == 2


def test_before_it_is_decided_nobody_is_shown_who_gains_and_afterwards_the_jury_is(house):
    house.marked()
    proposes(house)
    assert "rows of the result" not in rules(house, CHIEF).text
    page = rules(house, CHIEF)
    page.sends("/rules/confirm", digest=page.hidden("digest"))
    assert page.says("Version 2, decided by two persons", "It changed 2 rows of the result", "12")
    for actor in (ORGANISER, CLERK, CODER):
        assert "of the result" not in rules(house, actor).text


def test_everybody_on_the_staff_sees_what_it_changed_once_the_result_is_published(house):
    house.provisional()
    proposes(house)
    page = rules(house, CHIEF)
    page.sends("/rules/confirm", digest=page.hidden("digest"))
    assert rules(house, ORGANISER).says("It changed 2 rows of the result", "102 蚌埠")


def test_nobody_confirms_what_they_have_proposed(house):
    house.marked()
    page = proposes(house, CHIEF)
    assert "/rules/confirm" not in page.page.text
    with house.parts.hall.wall(C) as wall:
        digest = wall.marks.contest.proposed.digest
    page.sends("/rules/confirm", digest=digest)
    assert page.status == 409
    assert page.says("a second person must")


@pytest.mark.parametrize(
    ("text", "reason", "status", "said"),
    [
        (RULEBOOK, WHY, 409, "These are the rules in force"),
        (OTHER, "", 409, "Give a reason"),
        (OTHER.replace('op = "sum"', 'op = "sun"'), WHY, 422, "nothing was entered"),
        ("", WHY, 422, "Choose a rulebook"),
    ],
)
def test_a_proposal_that_cannot_be_is_refused_beside_its_form(house, text, reason, status, said):
    house.marked()
    page = proposes(house, text=text, reason=reason)
    assert (page.status, page.says(said)) == (status, True)
    assert "waits for a second person" not in rules(house).text


def test_the_proposal_can_be_taken_away_letter_for_letter(house):
    house.marked()
    at = house.as_(SUPERVISOR)
    assert at.opens(f"/desk/{C}/rules/proposed.toml").status_code == 404
    proposes(house)
    assert at.opens(f"/desk/{C}/rules/proposed.toml").text == OTHER
    assert AtDesk(at).opens().says("A change of the rules waits for a second person", "See the change")
