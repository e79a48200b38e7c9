"""Any earlier moment again, and a figure down to its marks."""

import re
from decimal import Decimal

import pytest

from domain import streams
from domain.panels.commands import StatePerformance
from domain.publication.events import ProvisionalPublished
from domain.rulings.commands import FileRuling
from tests.support.house import SUPERVISOR
from tests.support.small import ARBITER, CHIEF, CLERK, CODER, FLOOR, LEADER, ORGANISER, SCORERS, C
from web.pages.past.folding import wall_at
from web.pages.past.replay import moment_at
from web.pages.past.texts import rule_texts
from web.people import public_names

REPLAY = f"/desk/{C}/replay"
EXPLAIN = f"/desk/{C}/explain"


def board(house):
    house.caught_up()
    with house.parts.hall.wall(C) as wall:
        return wall.board.view().plain()


def test_a_replayed_board_is_the_board_that_hung_then(house):
    house.prepared()
    names, record = public_names(house.parts.registry), house.parts.record
    seen = []
    for judge in FLOOR:
        house.marks(judge, "07", p1="15", p2="16")
        house.signs(judge, "07")
        seen.append((record.head().position, board(house)))
    house.marks(SCORERS[0], "07", q1="50")

    for position, was in seen:
        assert moment_at(record, C, position, names, for_jury=False).board == was


def test_the_page_shows_the_moment_asked_for_by_number_and_by_time(house):
    house.final()
    record = house.parts.record
    published = next(
        one for one in record.stream(streams.publication(C)) if isinstance(one.event, ProvisionalPublished)
    )
    chief = house.as_(CHIEF)

    page = chief.opens(f"{REPLAY}?at={published.position - 1}").text
    assert "Revision" not in page
    assert "Replay — not the present" in page
    assert "Revision 1" in chief.opens(f"{REPLAY}?at={published.position}").text
    assert f"?at={published.position}" in page  # a step to go to
    assert chief.opens(f"{REPLAY}?time=2001-01-01T00:00:00").status_code == 200
    assert chief.opens(f"{REPLAY}?time=nonsense&at=999999999").status_code == 200


def test_the_steps_to_go_back_to_are_told_in_titles_of_the_reader_s_language(house):
    house.marked()
    assert '模块 <span title="task">实操</span> 开始' in house.as_(CHIEF).opens(REPLAY, reader="zh-CN").text
    assert 'Module <span title="task">Practical</span> opened' in house.as_(CHIEF).opens(REPLAY).text


def test_only_the_jury_sees_the_standings_of_then(house):
    house.marked()
    assert "standings then" in house.as_(CHIEF).opens(REPLAY).text
    for other in (ORGANISER, CODER, CLERK):
        page = house.as_(other).opens(REPLAY)
        assert page.status_code == 200
        assert "standings then" not in page.text
    for judge in (FLOOR[0], LEADER):
        assert house.as_(judge).opens(REPLAY).status_code == 403


def test_an_explanation_adds_up_again_from_its_marks(house):
    house.marked()
    told = house.as_(CHIEF).opens(f"{EXPLAIN}/07?form=json").json()

    def again(step):
        values = [again(given["step"]) if "step" in given else Decimal(given["value"]) for given in step["inputs"]]
        kept = [
            value * Decimal(given["weight"] or 1)
            for value, given in zip(values, step["inputs"], strict=True)
            if not given["struck"]
        ]
        value = kept[0] if step["op"] == "agreement" else sum(kept) / step["divisor"]
        if step["rounding"]:
            value = value.quantize(Decimal(step["rounding"]["grain"]))
        assert Decimal(step["value"]) == value
        return value

    assert again(told) == Decimal("80.70")


def test_each_mark_stands_there_with_its_place_in_the_record(house):
    house.marked()
    for page in (house.as_(CHIEF).opens(f"{EXPLAIN}/07"), house.as_(SUPERVISOR).opens(f"{EXPLAIN}/07/product")):
        assert "struck out: lowest" in page.text
        assert "48.5" in page.text
    position = next(
        one.position
        for one in house.parts.record.recorded()
        if getattr(one.event, "value", "") == "48.5" and "/07/" in one.stream
    )
    assert f"no. {position}" in page.text
    assert f"#{position}" in house.as_(CHIEF).opens(f"{EXPLAIN}/07?form=text").text


def test_who_may_read_an_explanation_and_when(house):
    house.tallied()
    assert house.as_(ORGANISER).opens(f"{EXPLAIN}/07").status_code == 403
    assert house.as_(ARBITER).opens(f"{EXPLAIN}/07").status_code == 403
    for other in (LEADER, FLOOR[0], CODER, CLERK):
        assert house.as_(other).opens(f"{EXPLAIN}/07").status_code == 403


def test_after_publication_the_organiser_reads_all_and_an_arbitrator_what_is_questioned(house):
    house.provisional()
    house.does(LEADER, FileRuling(C, "r1", "appeal", "e1", "", "", "", house.note("x", LEADER)))

    assert house.as_(ORGANISER).opens(f"{EXPLAIN}/12").status_code == 200
    assert house.as_(ARBITER).opens(f"{EXPLAIN}/07").status_code == 200
    assert house.as_(ARBITER).opens(f"{EXPLAIN}/12").status_code == 403


def test_nothing_is_said_of_place_and_prize_before_they_are_published(house):
    house.tallied()
    assert 'data-part="place"' not in house.as_(CHIEF).opens(f"{EXPLAIN}/07").text
    assert "result" not in house.as_(CHIEF).opens(f"{EXPLAIN}/07?form=json").json()


def test_with_the_total_stands_why_the_published_place_and_prize(house):
    house.provisional()
    page = house.as_(ORGANISER).opens(f"{EXPLAIN}/07").text
    assert "place 2 of 2" in page
    assert "parted by “Total”" in page
    assert 'data-part="awards"' in page
    assert "第 2 名（共 2 名）" in house.as_(ORGANISER).opens(f"{EXPLAIN}/07", reader="zh-CN").text
    assert 'data-part="place"' not in house.as_(ORGANISER).opens(f"{EXPLAIN}/07/product").text

    told = house.as_(CHIEF).opens(f"{EXPLAIN}/07?form=json").json()
    assert told["result"]["place"]["ahead"]["other"] == "12"
    assert house.as_(CHIEF).opens(f"{EXPLAIN}/07?form=text").text.splitlines()[1].strip().startswith("ahead ")


def test_a_status_is_told_with_its_place_in_the_record(house):
    house.marked()
    house.does(CHIEF, StatePerformance(C, "task", "07", "dsq", house.note("x", CHIEF)))
    position = house.parts.record.head().position
    page = house.as_(CHIEF).opens(f"{EXPLAIN}/07?form=text").text
    assert "disqualified: " in page
    assert f"#{position}" in page


@pytest.mark.parametrize("path", ["99", "07/nothing", "07/product_by_aspect?key=zz"])
def test_what_is_not_there_is_not_found(house, path):
    house.marked()
    assert house.as_(CHIEF).opens(f"{EXPLAIN}/{path}").status_code == 404


def test_every_rule_an_explanation_names_can_be_read_with_its_title(house):
    house.marked()
    page = house.as_(CHIEF).opens(f"{EXPLAIN}/07", reader="zh-CN").text
    assert 'href="/rules/trimmed-mean">去掉最高最低分' in page
    assert "docs/rules/" not in page
    for name, rule in rule_texts().items():
        shown = house.visitor().opens(f"/rules/{name}")
        assert shown.status_code == 200
        assert rule.en != rule.zh
    assert house.visitor().opens("/rules/none").status_code == 404


def test_a_wall_folded_again_to_the_end_is_the_one_that_hangs(house):
    house.provisional()
    again = wall_at(house.parts.record, C, house.parts.record.head().position, public_names(house.parts.registry))
    assert again.board.view().plain() == board(house)


def explained(page):
    """The codes whose explanation a page leads to."""
    return set(re.findall(rf'href="{EXPLAIN}/(\w+)"', page.text))


@pytest.mark.parametrize("path", [f"/desk/{C}/publication", f"/results/{C}", f"/results/{C}/1"])
@pytest.mark.parametrize("stage", ["tallied", "provisional"])
def test_every_row_leads_to_its_explanation_for_whoever_may_read_it(house, stage, path):
    getattr(house, stage)()
    for actor in (CHIEF, SUPERVISOR, ORGANISER, CODER, CLERK, ARBITER, LEADER):
        page = house.as_(actor).opens(path)
        may = house.as_(actor).opens(f"{EXPLAIN}/07").status_code == 200
        assert explained(page) == ({"07", "12"} if may and page.status_code == 200 else set()), actor
    assert explained(house.visitor().opens(path)) == set()


def test_the_standings_lead_to_the_explanation_and_it_leads_back(house):
    house.marked()
    assert explained(house.as_(CHIEF).opens(f"/desk/{C}/standings")) == {"07", "12"}
    assert explained(house.as_(CHIEF).opens(f"/desk/{C}/standings?code=07")) == {"07"}
    assert f'href="/desk/{C}/standings?code=07' in house.as_(CHIEF).opens(f"{EXPLAIN}/07").text


def test_a_replaced_result_leads_to_no_explanation_of_today(house):
    house.final()
    assert explained(house.as_(CHIEF).opens(f"/results/{C}")) == {"07", "12"}
    assert explained(house.as_(CHIEF).opens(f"/results/{C}/1")) == set()


def test_an_explanation_names_steps_by_title_and_not_by_id(house):
    house.marked()
    page = house.as_(CHIEF).opens(f"{EXPLAIN}/07", reader="zh-CN").text
    assert f'href="{EXPLAIN}/07/product"' in page
    assert not re.search(r">\s*product\s*<", page)
