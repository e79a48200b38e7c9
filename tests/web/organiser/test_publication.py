"""From tally to final through the desk: what was on the screen is what is published, and nothing before its time."""

import asyncio
import re
from contextlib import asynccontextmanager

from domain.codes.commands import DecodeCodes
from domain.rulings.commands import Corrected, DecideRuling, FileRuling, MakeCorrection
from tests.support.desk import AtDesk
from tests.support.house import CHIEF, CLERK, ORGANISER, SUPERVISOR
from tests.support.small import ARBITER, CODER, LEADER, TALLY, C
from web.entering import in_turn
from web.pages.organiser.result import publication

PAGE = "/publication"


def desk(house, actor):
    return AtDesk(house.as_(actor)).opens(PAGE)


def closed(house):
    house.marked()
    modules = AtDesk(house.as_(CHIEF)).opens("/modules")
    for module in ("theory", "task"):
        modules.sends("/modules", module=module, move="close")
    return house


def seen(page, **fields):
    return {"digest": page.hidden("digest"), "corrections": page.hidden("corrections"), **fields}


def events(house, kind):
    return [one.event for one in house.parts.record.recorded() if type(one.event).__name__ == kind]


def test_before_the_tally_the_page_lists_what_stands_in_its_way(house):
    house.prepared()
    page = desk(house, TALLY)
    assert page.says(
        "“Theory” is not closed", "“Practical” is not closed", "6 panel signatures are missing", "07", "12"
    )
    assert "Tally these totals" not in page.text
    assert "digest" not in page.page.text.partition("<main")[2]


def test_the_tally_states_the_digest_of_the_totals_that_were_seen(house):
    closed(house)
    page = desk(house, TALLY)
    digest = page.hidden("digest")
    assert page.sends(f"{PAGE}/tally", **seen(page)).says("In the record")
    assert [event.digest for event in events(house, "ScoresTallied")] == [digest]


def test_what_is_not_as_it_was_seen_is_not_tallied_and_is_shown_as_it_is(house):
    closed(house)
    page = desk(house, TALLY)
    old = seen(page)
    AtDesk(house.as_(CHIEF)).opens("/entries").sends("/entries/withdraw", number="102", reason="x")
    page.sends(f"{PAGE}/tally", **old)
    assert page.status == 409
    assert page.says("The result is not the one you saw any more", "Withdrawn")
    assert events(house, "ScoresTallied") == []
    assert page.sends(f"{PAGE}/tally", **seen(page)).says("In the record")


def test_a_tally_sent_twice_is_one(house):
    closed(house)
    page = desk(house, CHIEF)
    n, fields = page.n, seen(page)
    for _ in range(2):
        assert page.sends(f"{PAGE}/tally", n, **fields).says("In the record")
    assert len(events(house, "ScoresTallied")) == 1


def test_a_forged_digest_publishes_nothing(house):
    house.tallied()
    page = desk(house, CHIEF).sends(f"{PAGE}/publish", "5", digest="0" * 64, corrections="0", **{"as": "provisional"})
    assert page.status == 409


def test_before_decoding_nothing_is_published(house):
    house.tallied()
    page = desk(house, CHIEF)
    assert page.says("This is for: Coding judge")
    page.sends(f"{PAGE}/publish", "5", **seen_in(house), **{"as": "provisional"})
    assert page.says("The codes are not decoded yet")


def seen_in(house):
    return {"digest": house.digest(), "corrections": "0"}


def test_the_published_revision_has_the_digest_of_the_page(house):
    house.tallied()
    coder = AtDesk(house.as_(CODER)).opens("/codes")
    coder.sends("/codes/decode", witness=SUPERVISOR.account)
    page = desk(house, CHIEF)
    assert page.says(
        "What stands below becomes revision 1", "王一", "80", "Score queries are then taken for 30 minutes"
    )
    digest = page.hidden("digest")
    page.sends(f"{PAGE}/publish", **seen(page), **{"as": "provisional"})
    assert page.says("In the record", "Revision 1 · Provisional results", digest[:16], "Appeals until")
    assert [event.digest for event in events(house, "ProvisionalPublished")] == [digest]


def test_a_correction_asks_for_a_new_revision(house):
    house.provisional()
    house.does(LEADER, FileRuling(C, "r1", "appeal", "e1", "product", "S1", "q1", house.note()))
    assert desk(house, CHIEF).says("1 ruling is open")
    house.does(ARBITER, DecideRuling(C, "r1", "upheld", house.note()))
    house.does(ARBITER, MakeCorrection(C, "r1", (Corrected("product", "S1", "07", "q1", "50", "55"),)))
    page = desk(house, CHIEF)
    assert page.says("A mark was corrected: publish a new revision", "becomes revision 2")
    page.sends(f"{PAGE}/publish", **seen(page), **{"as": "provisional"})
    assert page.says("Revision 2 · Provisional results", "Revision 1 · Provisional results")


def test_the_notice_waits_for_the_windows_and_the_final_result_for_the_notice(house):
    house.provisional()
    organiser, chief = desk(house, ORGANISER), desk(house, CHIEF)
    assert "Open the public notice" not in organiser.text
    organiser.sends(f"{PAGE}/notice", n="5")
    assert organiser.says("The window is still open")
    house.later(61)
    organiser.opens(PAGE).sends(f"{PAGE}/notice")
    assert organiser.says("In the record", "The public notice runs until")
    chief.opens(PAGE).sends(f"{PAGE}/publish", n="5", **seen_in(house), **{"as": "final"})
    assert chief.says("The window is still open")
    house.later(121)
    chief.opens(PAGE)
    chief.sends(f"{PAGE}/publish", **seen(chief), **{"as": "final"})
    assert chief.says("Revision 2 · Final results", "Nothing is left to do")


def test_a_step_shows_its_button_to_its_role_alone(house):
    house.noticed().later(121)
    assert desk(house, CHIEF).page.text.count("Publish the final result</button>") == 1
    page = desk(house, ORGANISER)
    assert page.says("This is for: Chief judge")
    assert '<a class="button"' not in page.page.text
    assert "</button>" not in page.page.text.partition('class="next')[2].partition("</section>")[0]


def test_where_one_can_only_wait_there_is_no_button(house):
    house.provisional()
    for actor in (CHIEF, ORGANISER):
        assert 'class="button"' not in desk(house, actor).page.text.partition("<main")[2]


def test_until_it_is_published_the_result_is_for_the_jury_alone(house):
    house.tallied()
    for actor, sees in ((CHIEF, True), (TALLY, True), (SUPERVISOR, True), (ORGANISER, False)):
        assert ("The result as of now" in desk(house, actor).text) == sees
        assert house.as_(actor).opens(f"/desk/{C}/result.csv").status_code == (200 if sees else 403)
    house.does(CODER, DecodeCodes(C, (SUPERVISOR.account,)))
    house.publishes()
    assert desk(house, ORGANISER).says("The result as of now", "王一")
    assert AtDesk(house.as_(CLERK)).opens(PAGE).status == 403


def test_the_table_to_take_away_has_names_only_after_decoding(house):
    house.tallied()
    csv = house.as_(CHIEF).opens(f"/desk/{C}/result.csv").content.decode("utf-8-sig")
    assert '"07"' in csv
    assert "王一" not in csv
    house.does(CODER, DecodeCodes(C, (SUPERVISOR.account,)))
    csv = house.as_(CHIEF).opens(f"/desk/{C}/result.csv").content.decode("utf-8-sig")
    assert re.search(r'^1,"12","102","李二","蚌埠",90.0,\d+\.\d+,\d+\.\d\d,,"First prize"', csv, re.MULTILINE), csv
    line = house.parts.registry.journal.latest(1)[0]
    assert (line.by, line.act, line.why) == (CHIEF.account, "saw-person", "result")
    book = house.as_(CHIEF).opens(f"/desk/{C}/result.xlsx")
    assert book.content.startswith(b"PK")


def test_entries_whose_particulars_are_not_sealed_are_named_before_the_tally_ends_registration(house):
    closed(house)
    house.parts.registry.people.write(
        f"{C}/e1", {"name": "被改的名字"}, "root"
    )  # as an import leaves it that was cut off
    assert desk(house, TALLY).says("1 entry's particulars are not sealed in the record")
    assert AtDesk(house.as_(ORGANISER)).opens("/entries").says("an import was cut off")


def test_the_tally_takes_its_turn_with_lists_that_are_entering(house, monkeypatch):
    """So no name is written for an entry that can no longer be amended."""
    turns = []

    @asynccontextmanager
    async def noted(parts, contest):
        async with in_turn(parts, contest):
            turns.append(contest)
            yield

    monkeypatch.setattr(publication, "in_turn", noted)
    closed(house)
    page = desk(house, TALLY)
    page.sends(f"{PAGE}/tally", **seen(page))
    assert turns == [C]


def test_one_at_a_time_in_a_contest_and_contests_beside_each_other(house):
    happened = []

    async def entering(contest):
        async with in_turn(house.parts, contest):
            happened.append(f"{contest} begins")
            await asyncio.sleep(0)
            happened.append(f"{contest} ends")

    async def both(*contests):
        await asyncio.gather(*map(entering, contests))

    asyncio.run(both(C, C))
    assert happened == ["c1 begins", "c1 ends"] * 2
    happened.clear()
    asyncio.run(both("c2", "c3"))
    assert happened == ["c2 begins", "c3 begins", "c2 ends", "c3 ends"]
