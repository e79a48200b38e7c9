"""The page about the judges: who may see it, figures that are the rules' own, and nothing of entries too early."""

from decimal import Decimal
from fractions import Fraction

import pytest

from domain.codes.commands import DecodeCodes, DrawCodes
from domain.contest.commands import CloseModule, FixRulebook, OpenModule, TakeSeat
from domain.panels.commands import StateSeatAbsent, StateSeatPresent
from domain.publication.commands import TallyScores
from domain.rulings.commands import FileRuling
from domain.scoring.judges.concordance import kendalls_w
from domain.scoring.judges.outliers import outliers
from domain.scoring.judges.strictness import strictness
from domain.sheets.commands import EnterScores
from tests.support.desk import AtDesk
from tests.support.house import CHIEF, CLERK, CODER, JUDGES, NAMES, ORGANISER, SUPERVISOR, TALLY
from tests.support.small import ARBITER, CODES, FLOOR, RULEBOOK, SCORERS, C
from web.pages.organiser.judging.drawing import near, signed

SEATS = 'seats = ["S1", "S2", "S3"]'
STRICT = RULEBOOK.replace(SEATS, SEATS + '\nmay_not_sit = ["same_delegation", "declared_interest"]')
ABSENT = RULEBOOK.replace(SEATS, SEATS + '\nabsent = "mean_of_present"')
GIVEN = {"07": ("50", "52.5", "41"), "12": ("44", "47.5", "43")}  # by the three scoring judges
S1, S2, S3 = SCORERS


def judges(house, actor=CHIEF, language="en"):
    return AtDesk(house.as_(actor)).opens("/judges", language)


def prepared(house, rulebook):
    house.opened().does(ORGANISER, FixRulebook(C, rulebook))
    house.does(CODER, DrawCodes(C, tuple(CODES.items())))
    for judge in JUDGES:
        panel, seat = judge.seat.split(".")
        house.does(judge, TakeSeat(C, panel, seat))
    for module in ("theory", "task"):
        house.does(CHIEF, OpenModule(C, module))
    return house


def marked(house, rulebook=RULEBOOK):
    prepared(house, rulebook).does(CLERK, EnterScores(C, "paper", (("07", "score", "80"), ("12", "score", "90"))))
    for code, given in GIVEN.items():
        for judge in FLOOR:
            house.marks(judge, code, p1="15", p2="16")
            house.signs(judge, code)
        for judge, value in zip(SCORERS, given, strict=True):
            house.marks(judge, code, q1=value)
            house.signs(judge, code)
    return house


def tallied(house):
    for module in ("theory", "task"):
        house.does(CHIEF, CloseModule(C, module))
    house.does(TALLY, TallyScores(C, house.digest()))
    return house


def decoded(house):
    tallied(house).does(CODER, DecodeCodes(C, (SUPERVISOR.account,)))
    return house


def interested(house):
    """The first scoring judge says only after signing that one of the two is of the same delegation."""
    marked(house, STRICT).does(S1, TakeSeat(C, "product", "S1", "合肥"))
    return house


def figures(page, *seats):
    """Seat → the words of its row in the panel that marks the finished work."""
    text = page.text.partition("Product")[2].partition("Difference:")[0]
    seats = seats or ("S1", "S2", "S3")
    return {seat: text.partition(f"Seat {seat} ")[2].partition(" Seat ")[0].split() for seat in seats}


# -- who may see it


@pytest.mark.parametrize("actor", [CHIEF, ARBITER], ids=lambda actor: actor.role)
def test_who_finds_about_marks_sees_how_they_are_given_before_anything_is_published(house, actor):
    page = judges(marked(house), actor)
    assert page.says("Hints for looking closer: nothing on this page changes a mark", "Product", "Seat S2")
    assert 'href="/rules/judge-statistics"' in page.page.text


def test_the_organiser_sees_it_once_the_result_is_published(house):
    page = judges(marked(house), ORGANISER)
    assert page.says("shown to you once the provisional result is published")
    assert "Seat S2" not in page.text
    decoded(house).publishes()
    assert judges(house, ORGANISER).says("Product", "Seat S2")


@pytest.mark.parametrize("actor", [CODER, CLERK, TALLY, SUPERVISOR, FLOOR[0]], ids=lambda actor: actor.role)
def test_nobody_else_does(house, actor):
    assert judges(marked(house), actor).status == 403


# -- the figures


def test_the_figures_are_those_of_the_rules(house):
    found = figures(judges(marked(house)))
    seats = {f"S{n + 1}": [Decimal(given[n]) for given in GIVEN.values()] for n in range(3)}
    mean = strictness(seats)
    for seat in seats:
        alone = [strictness({each: given[n : n + 1] for each, given in seats.items()})[seat] for n in range(2)]
        apart = sorted(Fraction(each) for each in alone if each is not None)
        assert found[seat][:2] == ["2", signed(mean[seat] or Decimal(0))]
        assert found[seat][-6:-3] == [signed(apart[0]), "…", signed(apart[-1])]
        far = sum(seat in outliers({each: given[n] for each, given in seats.items()}) for n in range(2))
        assert found[seat][-1] == str(far)
    assert found["S2"][1] == "+5.50"


def test_who_is_struck_as_highest_and_lowest_is_counted(house):
    found = figures(judges(marked(house)))
    assert {seat: each[-3:-1] for seat, each in found.items()} == {
        "S1": ["0", "0"],
        "S2": ["2", "0"],
        "S3": ["0", "2"],
    }


def test_a_panel_that_strikes_nothing_has_no_such_column(house):
    text = judges(marked(house, RULEBOOK.replace('op = "trimmed_mean"', 'op = "mean"'))).text
    assert "Seat S1" in text
    assert "Struck" not in text


def test_one_mark_far_from_four_that_lie_close_stands_out(house):
    five = RULEBOOK.replace(SEATS, 'seats = ["S1", "S2", "S3", "S4", "S5"]')
    prepared(house, five)
    for n, value in enumerate(("50", "50.5", "49.5", "51", "20"), 1):
        judge = type(S1)(f"sam{n}", "scoring_judge", f"product.S{n}")
        if n > len(SCORERS):
            house.does(judge, TakeSeat(C, "product", f"S{n}"))
        house.marks(judge, "07", q1=value)
    found = figures(judges(house), "S1", "S2", "S3", "S4", "S5")
    assert {seat: each[-1] for seat, each in found.items()} == {"S1": "0", "S2": "0", "S3": "0", "S4": "0", "S5": "1"}


def test_how_far_they_agree_is_said_in_words_with_its_base(house):
    page = judges(marked(house))
    orders = [[1, 2], [1, 2], [2, 1]]
    w = kendalls_w([[Decimal(place) for place in order] for order in orders])
    assert page.says(
        "The judges hardly agree on the order.",
        f"Kendall's W {near(w or Decimal(0))}",
        "Base: 3 judges and 2 codes that all of them have marked in full",
    )


def test_while_all_give_the_same_nothing_is_said_of_the_order(house):
    assert judges(house.marked()).says("Nothing can be said of the order yet")


def test_before_the_first_mark_there_is_nothing_to_compare(house):
    assert judges(house.prepared()).says("No panel of several judges has marked anything yet.")


def test_a_contest_without_rules_has_the_page_too(house):
    assert judges(house.opened()).status == 200


# -- recusals


def test_nothing_of_entries_is_told_before_the_decoding(house):
    for step in (interested, tallied):
        page = judges(step(house))
        assert page.says("The list is made at the decoding", "Nobody marks their own delegation.")
        for told in ("合肥", "101", "Sam1", *NAMES.values()):
            assert told not in page.text, (step, told)


def test_after_the_decoding_the_barred_marks_are_listed_with_their_interest_and_the_way_out(house):
    page = judges(decoded(interested(house)))
    line = page.text.partition("Ruling Seat")[2].partition("Consultations")[0]
    for told in (
        "S1 Sam1",
        "Product",
        "101 合肥",
        "07",
        "of the same delegation",
        "1 mark, no. ",
        "None yet: file one",
    ):
        assert told in line, told
    assert "102" not in line
    assert page.says("stands until a ruling corrects it")
    assert f'href="/appeals/{C}"' in page.page.text


def test_a_ruling_about_them_is_led_to(house):
    decoded(interested(house)).publishes()
    house.does(CHIEF, FileRuling(C, "r7", "appeal", "e1", "product", "S1", "q1", house.note("回避")))
    assert f'href="/appeals/{C}/r7"' in judges(house).page.text


def test_where_the_rulebook_bars_nobody_the_page_says_so(house):
    assert judges(marked(house)).says("The rulebook names nobody who may not sit.")


# -- consultations and absences


def test_a_consultation_stands_there_from_its_call_until_the_panel_signs(house):
    house.prepared()
    for judge, value in zip(FLOOR, ("15", "17"), strict=True):
        house.marks(judge, "07", p1=value, p2="16")
        house.signs(judge, "07")
    page = judges(house)
    assert page.says("Consultation: Safety", "not signed yet")
    house.marks(FLOOR[0], "07", p1="17")
    for judge in FLOOR:
        house.signs(judge, "07")
    assert "not signed yet" not in judges(house).text
    assert judges(house).says("Consultation: Safety")


def test_an_absent_judge_stands_there_until_he_comes(house):
    prepared(house, ABSENT).does(CHIEF, StateSeatAbsent(C, "product", "07", "S3", house.note("生病")))
    assert judges(house).says("Absent: seat S3", "did not come")
    house.does(CHIEF, StateSeatPresent(C, "product", "07", "S3", house.note("到席")))
    assert "did not come" not in judges(house).text


def test_without_any_it_says_none(house):
    assert judges(marked(house)).says("None so far.")


def test_the_page_speaks_chinese(house):
    page = judges(interested(house), language="zh")
    assert page.says("裁判", "本页内容不改变任何评分", "平均差", "各裁判所排先后次序很不一致", "解密后列出")
