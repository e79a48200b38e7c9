"""Which links of the tie chain hold in which stage, and how that is told."""

import pytest

from domain.rulebook.chain import ties_in
from domain.rulebook.printing.whole import printed_rules
from domain.rulebook.reading import parse

# a piano competition: the jury votes in the first two rounds alone
PIANO = """
format = 1
id = "piano"
title = "Piano"
[[stages]]
id = "s1"
total = "score"
advance = { first = 6 }
[[stages]]
id = "s2"
total = "score"
advance = { share = "3/4", rounding = "up", ties = "none", limit = { by = "country", most = 2 } }
[[stages]]
id = "s3"
total = "score"
ties = [{ node = "s1.score" }]
[[modules]]
id = "playing"
score = "score"
[[modules]]
id = "voting"
score = "yes"
stages = ["s1", "s2"]
[[panels]]
id = "jury"
module = "playing"
aspects = [{ id = "mark", max = 25 }]
[[panels]]
id = "votes"
module = "voting"
aspects = [{ id = "yes", kind = "yes_no", max = 1 }]
[nodes.score]
op = "mark"
panel = "jury"
[nodes.yes]
op = "mark"
panel = "votes"
[ranking]
ties = [{ node = "yes" }, { node = "s2.yes" }]
"""


@pytest.mark.parametrize(
    ("own", "held"),
    [
        ("", {"s1": ["yes"], "s2": ["yes", "s2.yes"], "s3": ["s2.yes"]}),
        ('ties = [{ node = "s1.score" }]\n', {"s1": ["yes"], "s2": ["yes", "s2.yes"], "s3": ["s1.score"]}),
    ],
)
def test_a_link_holds_where_its_node_is_marked_by_then(own, held):
    rules = parse(PIANO.replace('ties = [{ node = "s1.score" }]\n', own))
    assert {stage.id: [tie.node for tie in ties_in(rules, stage)] for stage in rules.stages} == held


def test_the_rules_in_words_say_who_goes_on_and_which_links_hold():
    said = printed_rules(parse(PIANO), "en")
    assert "s1: ranked by “score [s1.score]”, the first 6 go on (all who tie on the last place do)" in said
    assert "ties: without step 2 of the chain" in said
    assert (
        "the first 3/4 of those who started go on, rounded up "
        "(of those who tie on the last place nobody does; at most 2 of each “country”, then the next in rank)"
    ) in said
    assert "tie, step 1: by “score [s1.score]”, higher is better" in said
    zh = printed_rules(parse(PIANO), "zh")
    assert "前 6 名晋级（末位并列者都晋级）" in zh
    assert "每个“country”至多 2 名" in zh
