"""Places on the board: over all while nobody may know whose code it is, then by the official rule, as published."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.contest.events import EntryDescribed, TieDecided
from projections.difference import apply_patch, difference
from projections.rows import outcome
from tests.support.histories import History, histories, hung, named, recorded
from tests.support.small import APART, RULEBOOK, SCORERS, WHY

WORDS = ("code", "place", "shown", "category")


def stands(rows):
    """Who stands where, in the order of the page."""
    return [{word: row[word] for word in WORDS if word in row} for row in rows]


def board(history):
    return history.wall(named).board.view().plain()


def written(history):
    """Code → the place as it is written, in the order of the page."""
    return {row["code"]: row.get("shown", row["place"]) for row in board(history)["rows"]}


def displayed(display):
    return RULEBOOK.replace("[ranking]\n", f'[ranking]\ndisplay = "{display}"\n')


def scored(rulebook=RULEBOOK, codes=5):
    """Five papers: 80, 80, 70, 70 and 60."""
    history = History(codes=codes, rulebook=rulebook)
    for code, score in zip(history.codes, ("80", "80", "70", "70", "60"), strict=True):
        history.paper(code, score)
    return history


def teams(history):
    """The first and the fourth are of team B, all others of team A."""
    for code in history.codes:
        history.describe(code, "TEAM-B" if code in ("01", "04") else "TEAM-A")
    return history


@settings(max_examples=150)
@given(histories())
def test_after_publication_everybody_stands_where_the_published_result_says(history):
    wall = hung([], named)
    announced = None
    for one in history.recorded:
        wall.fold(one)
        if wall.marks.publication.revision != (announced[0] if announced else 0):
            announced = wall.marks.publication.revision, stands(wall.result().rows)
        if announced:
            assert stands(wall.board.view().plain()["rows"]) == announced[1]


@settings(max_examples=100)
@given(histories())
def test_once_decoded_the_jury_and_the_result_agree_on_every_place(history):
    wall = history.decoded().wall()

    assert stands(wall.standings.view().plain()["rows"]) == stands(wall.result().rows)


@settings(max_examples=100)
@given(histories(), st.permutations(["TEAM-A", "TEAM-B", "TEAM-B"]), st.sets(st.sampled_from(["01", "02", "03"])))
def test_before_decoding_category_guests_and_draws_change_not_one_byte(history, of, guests):
    """Only the revision counts that something was written about an entry."""
    told = [one for one in history.recorded if type(one.event) not in (EntryDescribed, TieDecided)]
    decoded = next((n for n, one in enumerate(told) if type(one.event).__name__ == "CodesDecoded"), len(told))
    told = told[:decoded]
    besides: list[EntryDescribed | TieDecided] = [
        EntryDescribed(f"e{n}", (("team", team),), f"0{n}" not in guests) for n, team in enumerate(of, 1)
    ]
    besides.append(TieDecided(("e3", "e1", "e2"), WHY))
    last = told[-1]
    also = [last._replace(position=last.position + n, stream="contest:c1", event=e) for n, e in enumerate(besides, 1)]

    quiet, spoken = (hung(each, named).board.view().plain() for each in (told, told + also))

    assert (quiet["rows"], quiet["head"]) == (spoken["rows"], spoken["head"])


@pytest.mark.parametrize(
    ("display", "expected"),
    [
        ("1224", [1, 1, 3, 3, 5]),
        ("1223", [1, 1, "2", "2", "3"]),
        ("1334", ["2", "2", "4", "4", 5]),
        ("1234", [1, "2", 3, "4", 5]),
        ("fractional", ["1.5", "1.5", "3.5", "3.5", 5]),
    ],
)
def test_places_are_written_as_the_rulebook_says_from_the_first_mark_on(display, expected):
    assert list(written(scored(displayed(display))).values()) == expected


def test_where_teams_are_ranked_apart_places_are_over_all_until_it_may_be_known_who_is_of_which():
    told = board(teams(scored(APART)))

    assert told["head"]["per"] == "team"
    assert not told["head"]["named"]
    assert [row["place"] for row in told["rows"]] == [1, 1, 3, 3, 5]
    assert not any("category" in row for row in told["rows"])


def test_after_decoding_each_team_has_places_of_its_own():
    told = board(teams(scored(APART)).decoded())

    assert [(row["category"], row["code"], row["place"]) for row in told["rows"]] == [
        ("TEAM-A", "02", 1),
        ("TEAM-A", "03", 2),
        ("TEAM-A", "05", 3),
        ("TEAM-B", "01", 1),
        ("TEAM-B", "04", 2),
    ]


def test_a_guest_is_told_as_one_after_decoding_and_pushes_nobody_down():
    history = scored().guest("01")
    assert written(history)["02"] == 1

    rows = board(history.drawn("04", "03").decoded())["rows"]

    assert [(row["code"], row["place"], row.get("official", True)) for row in rows] == [
        ("02", 1, True),
        ("04", 2, True),
        ("03", 3, True),
        ("05", 4, True),
        ("01", None, False),
    ]


def test_a_draw_after_decoding_parts_who_tied_at_once():
    history = scored().decoded()
    before = history.wall(named).board.view()
    assert [before.place(before.row(code)) for code in ("01", "02")] == [1, 1]

    after = history.drawn("02", "01").wall(named).board.view()

    assert [after.place(after.row(code)) for code in ("01", "02")] == [2, 1]
    assert after.revision > before.revision


def test_a_guest_of_the_published_result_is_one_until_the_next():
    history = scored().guest("01").published()
    published = history.wall(named)
    told = EntryDescribed("e2", (), official=False)
    also = hung(recorded([*history.given.history, ("contest:c1", told)]), named)

    assert also.board.view().plain()["rows"] == published.board.view().plain()["rows"]
    assert also.result().rows != published.result().rows


def test_who_only_stands_elsewhere_is_sent_without_its_figures():
    history = scored(displayed("1334"))
    before = history.wall(named).board.view()
    after = history.panel("05", "process", "20", "20").panel("05", "product", "60", "60", "60").wall(named).board.view()

    patch = difference(before, after)

    assert [row["code"] for row in patch["rows"]] == ["05"]
    assert patch["placed"]["03"] == {"place": 4, "order": 3, "shown": "5"}
    assert patch["shift"] == []
    assert apply_patch(before.plain(), patch) == after.plain()


def test_while_marks_come_in_nobody_is_ranked_anew(monkeypatch):
    """A usual board counts places: one mark more costs one row, not a ranking of all."""
    history = scored()
    wall = hung(history.recorded, named)
    wall.board.view(), wall.standings.view()
    monkeypatch.setattr(outcome, "contest_result", lambda *_: pytest.fail("everybody was ranked anew"))
    for one in history.panel("01", "process", "10", "10").panel("01", "product", "30", "30", "30").recorded:
        if one.position > wall.marks.position:
            wall.fold(one)
            wall.board.view(), wall.standings.view()

    assert wall.board.view().listed is None


def test_after_publication_no_mark_ranks_anybody_on_the_board(monkeypatch):
    history = scored().published()
    wall = hung(history.recorded, named)
    later = history.corrected(SCORERS[0], "05", "q1", "31").recorded[wall.marks.position :]
    assert later
    monkeypatch.setattr(outcome, "contest_result", lambda *_: pytest.fail("everybody was ranked anew"))
    for one in later:
        wall.fold(one)
        wall.board.view()
