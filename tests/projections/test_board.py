"""The public board: what has been released, ranked, on codes until they are decoded."""

import json
from pathlib import Path

from hypothesis import given, settings

from domain.codes.events import CodesDecoded, CodesDrawn
from domain.contest.events import EntryWithdrawn
from domain.scoring.ranking import rank
from tests.support.histories import History, histories, hung, named, recorded
from tests.support.small import EACH_MARK, FLOOR, PLACED_LAST, SCORERS, WHY

GOLDEN = Path(__file__).with_name("golden_board.json")


def board(history, names=named):
    return history.wall(names).board.view()


def cells(history, code):
    view = board(history)
    return view.shown(view.row(code))


def test_a_small_contest_looks_like_this():
    """Golden: a change of shape here is a change of docs/protocol.md."""
    history = History().whole("01", "80", "15", "50").panel("02", "product", "40", "41", "42").state("03", "dns")

    assert board(history).plain() == json.loads(GOLDEN.read_text(encoding="utf-8"))


def test_a_contest_without_rulebook_has_a_board_without_rows():
    told = History().recorded[:1]

    assert hung(told).board.view().plain()["rows"] == []


def test_a_figure_counts_when_all_panels_of_its_module_have_signed():
    history = History().paper("01", "80")
    for judge in SCORERS:
        history.mark(judge, "01", "q1", "50")
    assert cells(history, "01")["values"] == {"theory": "80.0", "task": None}

    for judge in SCORERS:
        history.sign(judge, "01")
    assert cells(history, "01")["values"] == {"theory": "80.0", "task": None}

    history.panel("01", "process", "10", "10")
    assert cells(history, "01")["values"] == {"theory": "80.0", "task": "70.00"}


def test_a_reopened_panel_takes_its_figures_back():
    history = History().panel("01", "product", "50", "50", "50").reopen(SCORERS[0], "01")

    assert cells(history, "01")["values"]["task"] is None


def test_where_each_mark_is_released_it_counts_at_once():
    history = History(rulebook=EACH_MARK)
    for judge in FLOOR:
        history.mark(judge, "01", "p1", "10")

    assert cells(history, "01")["values"]["task"] == "10.00"


def test_progress_is_public_from_waiting_to_signed():
    history = History()
    seen = [cells(history, "01")["states"]["task"]]
    for step in (
        lambda: history.open(FLOOR[0], "01"),
        lambda: history.open(SCORERS[0], "01"),
        lambda: history.panel("01", "process", "1", "1"),
        lambda: history.panel("01", "product", "1", "1", "1"),
    ):
        step()
        seen.append(cells(history, "01")["states"]["task"])

    assert seen == ["waiting", "working", "scoring", "scoring", "signed"]


def test_a_stated_performance_shows_its_status_and_has_no_place():
    history = History().paper("01", "80").state("01", "dns")

    shown = cells(history, "01")

    assert (shown["states"]["task"], shown["status"], shown["place"]) == ("dns", "dns", None)


def test_who_did_not_start_is_placed_last_where_the_rulebook_says_so():
    history = History(rulebook=PLACED_LAST).paper("01", "80").state("02", "dns")

    assert [cells(history, code)["place"] for code in history.codes] == [1, 3, None]


def test_equal_rows_share_a_place_and_the_next_stays_empty():
    history = History().paper("01", "80").paper("02", "80").paper("03", "70")

    assert [cells(history, code)["place"] for code in history.codes] == [1, 1, 3]


def test_names_stand_beside_codes_only_after_decoding():
    history = History().tallied()
    assert not {"name", "entry", "number", "delegation"} & cells(history, "01").keys()

    shown = cells(history.decoded(), "01")
    assert (shown["name"], shown["number"], shown["delegation"]) == ("NAME-OF-e1", "101", "DELEGATION-1")


def test_names_are_not_even_asked_for_before_decoding():
    def asked(contest, entries):
        raise AssertionError("asked for names")

    board(History().tallied(), asked)


def test_of_a_sealed_map_nothing_is_known_until_it_is_revealed():
    history = [(stream, event) for stream, event in History(codes=2).given.history if stream != "codes:c1"]
    pairs = (("77", "e2"), ("88", "e1"))
    history.append(("codes:c1", CodesDrawn((("77", ""), ("88", "")), b"commitment")))
    history.append(("contest:c1", EntryWithdrawn("e1", WHY)))
    before = hung(recorded(history), named).board.view()
    after = hung(recorded([*history, ("codes:c1", CodesDecoded(("sven",), pairs, b"salt"))]), named).board.view()

    assert [row.cells.get("name") for row in before.rows] == [None, None]
    assert before.row("88").cells["states"]["task"] == "waiting"
    assert [row.cells["name"] for row in after.rows] == ["NAME-OF-e2", "NAME-OF-e1"]
    assert after.row("88").cells["states"]["task"] == "withdrawn"


def test_a_name_that_was_erased_leaves_the_board_when_asked_again():
    known = {"e1": "NAME"}
    wall = History().decoded().wall(lambda contest, entries: dict(known))
    before = wall.board.view()
    known.clear()
    wall.board.forget_names()

    after = wall.board.view()

    assert (before.row("01").cells["name"], after.row("01").cells["name"]) == ("NAME", None)
    assert after.revision > before.revision


def test_a_correction_shows_with_the_next_revision_and_not_before():
    history = History().whole("01", "80", "15", "50").published()
    published = board(history)
    history.corrected(SCORERS[1], "01", "q1", "20").corrected(SCORERS[2], "01", "q1", "20")
    assert board(history).plain() == published.plain()

    revised = board(history.published())

    assert revised.head["result"] == 2
    assert published.row("01").cells["values"]["task"] == "80.00"
    assert revised.row("01").cells["values"]["task"] == "50.00"


def test_prizes_appear_with_the_published_result():
    history = History().whole("01", "80", "15", "50").decoded()
    assert cells(history, "01")["award"] is None

    assert cells(history.published(), "01")["award"] == "first"


def test_the_head_says_how_far_the_result_has_come():
    history = History()
    phases = [board(history).head["phase"]]
    for step in (history.tallied, history.published, history.noticed, history.final):
        step()
        phases.append(board(history).head["phase"])

    assert phases == ["marking", "tallied", "provisional", "notice", "final"]


@settings(max_examples=60)
@given(histories())
def test_a_board_kept_up_to_date_equals_one_made_at_once(history):
    wall = hung([], named)
    for one in history.recorded:
        wall.fold(one)
        wall.board.view()

    assert wall.board.view().plain() == board(history).plain()


@settings(max_examples=60)
@given(histories())
def test_places_are_those_the_scoring_gives(history):
    wall = history.wall()
    view = wall.standings.view()

    known = {code: wall.marks.columns(code) for code in view.codes} if wall.marks.codes.decoded else {}
    turns = wall.marks.contest.decided.get("", {}) if wall.marks.codes.decoded else {}
    decided = {code: turns[f"e{int(code)}"] for code in view.codes if f"e{int(code)}" in turns}
    rulebook = wall.marks.rulebook
    if not known:
        rulebook = rulebook.model_copy(update={"ranking": rulebook.ranking.model_copy(update={"per": None})})
    assert {each.key: each.place for each in rank(rulebook, wall.standings.scored(), known, decided)} == {
        code: view.place(view.row(code)) for code in view.codes
    }


@settings(max_examples=60)
@given(histories())
def test_the_revision_grows_with_every_public_change_and_never_falls(history):
    wall = hung([], named)
    before = wall.board.view()
    for one in history.recorded:
        wall.fold(one)
        after = wall.board.view()
        assert after.revision >= before.revision
        if after.revision == before.revision:
            assert after is before
        else:
            assert after is not before
        fresh = hung(history.recorded[: one.position], named).board.view()
        assert fresh.plain() == after.plain()
        before = after
