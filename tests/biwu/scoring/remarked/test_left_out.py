"""What a result could not be worked out for is told, with the reason."""

from biwu.scoring.remarked.left_out import left_out
from domain.scoring.result import Known, contest_result
from tests.domain.scoring.results.field import entry, prizes, rules

CUTS = '[[awards]]\nid = "medals"\nmode = "cuts"\n' + prizes(gold="", silver="") + "\n"
BAR = '[[awards]]\nid = "main"\nmode = "fixed"\nat_the_line = "extend"\n'
BAR += 'minimum = [{ node = "theory", at_least = 60 }]\n' + prizes(first="count = 2") + "\n"
TEAM = '[[teams]]\nid = "units"\nby = "group"\nmembers = 2\n'
HONOUR = '[[honours]]\nid = "expert"\nplace_to = 1\nwhen = [{ node = "theory", at_least = 60 }]\n'


def told(*parts, attributes=None, cuts=None):
    scored = {"a": entry("90", theory=None), "b": entry("80", theory="70")}
    book = rules(*parts, nodes=("theory",))
    found = contest_result(book, scored, Known(attributes=attributes or {}, cuts=cuts or {}))
    return [en for _, en in left_out(found, {"a": "01", "b": "02"})]


def test_a_list_that_waits_for_the_jury_s_cuts_is_told_until_they_are_decided():
    assert told(CUTS) == ["awards “medals” wait for the jury's cuts → rulings.csv: cut_score gold=…, silver=…"]
    assert told(CUTS, cuts={"gold": 85, "silver": 60}) == []


def test_a_prize_and_an_honour_that_ask_for_a_figure_that_is_not_there_are_told():
    why = "01 (“theory” has no value, so nobody can tell whether it is reached)"
    assert told(BAR) == [f"awards “main”: {why}"]
    assert told(HONOUR) == [f"honour “expert”: {why}"]


def test_a_team_without_a_place_is_told_with_what_it_lacks():
    units = {"a": {"group": "east"}, "b": {"group": "west"}}
    assert told(TEAM, attributes=units) == [
        "teams “units” without a place: east, west (members with a figure: 1, needed: 2)"
    ]
