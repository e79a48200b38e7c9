"""No leak: what has not been released changes not one byte of the public board."""

import json
from dataclasses import replace

from hypothesis import given, settings

from domain.panels.events import PanelReopened, PanelSigned, PerformanceStated
from domain.publication.events import ProvisionalPublished
from domain.sheets.events import MarkChanged, MarkCorrected, MarkEntered, SheetSigned
from domain.streams import parts
from tests.support.histories import History, histories, hung, named
from tests.support.small import EACH_MARK, FLOOR, SCORERS

SECRET = "7.7777"


def secret(event):
    """The same mark with another value."""
    return event._replace(value=SECRET) if isinstance(event, MarkEntered) else replace(event, value=SECRET)


def spoken(told, names=named):
    """The board's bytes, as they would go out."""
    return json.dumps(hung(told, names).board.view().plain(), ensure_ascii=False).encode()


def unreleased(told):
    """The positions of all marks that nobody outside may know.

    Those of panels that have not signed since, and corrections that no published revision includes yet. What was
    marked of a performance that was not finished counts by the rulebook, so publication reveals it.
    """
    hidden: dict[tuple[str, ...], set[int]] = {}
    since_published: set[int] = set()
    unfinished: dict[tuple[str, ...], bool] = {}
    is_published = False
    for one in told:
        _, *where = parts(one.stream)
        work = tuple(where[:3])
        if isinstance(one.event, MarkEntered | MarkChanged):
            hidden.setdefault(work, set()).add(one.position)
        elif isinstance(one.event, MarkCorrected) and is_published:
            since_published.add(one.position)
        elif isinstance(one.event, PanelSigned | PanelReopened):
            hidden.pop(work, None)
        elif isinstance(one.event, PerformanceStated):
            unfinished[work] = one.event.status == "dnf"
        elif isinstance(one.event, ProvisionalPublished):
            is_published = True
            since_published.clear()
            hidden = {each: positions for each, positions in hidden.items() if not unfinished.get(each)}
    return since_published.union(*hidden.values())


def masked(told, positions):
    return [one._replace(event=secret(one.event)) if one.position in positions else one for one in told]


def shows_each_mark(told):
    return any(getattr(one.event, "text", "") == EACH_MARK for one in told)


@settings(max_examples=150)
@given(histories())
def test_other_unreleased_marks_give_the_same_bytes(history):
    told = history.recorded
    hidden = unreleased(told)
    if shows_each_mark(told):  # there only what was corrected after publication is kept back
        hidden = {one.position for one in told if one.position in hidden and isinstance(one.event, MarkCorrected)}

    assert spoken(masked(told, hidden)) == spoken(told)


@settings(max_examples=60)
@given(histories())
def test_no_unreleased_mark_is_ever_in_what_goes_out(history):
    told = history.recorded
    if shows_each_mark(told):
        return
    for upto in range(0, len(told), 7):
        so_far = told[:upto]
        assert SECRET.encode() not in spoken(masked(so_far, unreleased(so_far)))


@settings(max_examples=60)
@given(histories())
def test_names_never_come_before_decoding(history):
    wall = hung([], named)
    for one in history.recorded:
        wall.fold(one)
        said = json.dumps(wall.board.view().plain())
        assert ("NAME-OF" in said or "DELEGATION" in said or '"e1"' in said) == wall.marks.codes.decoded
        assert wall.marks.codes.decoded or not ("TEAM-" in said or "official" in said)


def test_signing_without_the_last_seat_shows_nothing():
    history = History()
    for judge in (*FLOOR, *SCORERS[:2]):
        for aspect in ("p1", "p2") if judge in FLOOR else ("q1",):
            history.mark(judge, "01", aspect, "19" if judge is FLOOR[0] else "18")
        history.sign(judge, "01")

    assert any(isinstance(one.event, SheetSigned) for one in history.recorded)
    assert history.wall().board.view().row("01").cells["total"] is None


def test_the_revision_does_not_count_unreleased_marks():
    history = History().mark(SCORERS[0], "01", "q1", "50")
    before = history.wall().board.view()
    history.mark(SCORERS[0], "01", "q1", "51").mark(SCORERS[1], "01", "q1", "52").sign(SCORERS[1], "01")

    assert history.wall().board.view().revision == before.revision
