"""`biwu score --explain` as somebody who protests reads it: place, prize, the figures, each with its line."""

import json

import pytest

from tests.biwu.scoring.files import Files
from tests.biwu.scoring.rulebooks import HEAD

CONTEST = (
    HEAD
    + """total = "total"
source = { zh = "竞赛规程第 4 条", en = "Regulations, article 4" }
[[modules]]
id = "weld"
score = "total"
[[panels]]
id = "jury"
module = "weld"
seats = 3
absent = "mean_of_present"
quorum = 2
aspects = [{ id = "seam", title = { zh = "焊缝", en = "Seam" }, max = 10, step = 0.5 }]
[[panels]]
id = "clock"
module = "weld"
aspects = [{ id = "time", kind = "time" }]
[nodes.seam]
title = { zh = "焊缝分", en = "Seam score" }
op = "mean"
panel = "jury"
[nodes.time]
title = { zh = "用时", en = "Time" }
op = "mark"
panel = "clock"
[nodes.total]
title = { zh = "总成绩", en = "Total" }
op = "sum"
of = ["seam"]
round = { places = 2 }
[ranking]
ties = [{ node = "time", better = "lower" }]
[[awards]]
mode = "fixed"
at_the_line = "extend"
prizes = [{ id = "first", title = { zh = "一等奖", en = "First prize" }, count = 1 }]
[[honours]]
id = "master"
title = { zh = "技术能手", en = "Master" }
place_to = 1
rule = "第 7 条"
"""
)
MARKS = """entry,aspect,judge,value
K05,seam,裁判甲,8
K05,seam,裁判乙,8.5
K05,seam,裁判丙,7.5
K05,time,,61
K06,seam,裁判甲,8
K06,seam,裁判乙,8
K06,seam,裁判丙,8
K06,time,,60
K07,seam,裁判甲,9
K07,time,,50
"""


@pytest.fixture
def contest(tmp_path):
    return Files(tmp_path, CONTEST).entries("entry\nK05\nK06\nK07\nK08\n").marks(MARKS)


def explained(files, capsys, asked, *words, language="en"):
    assert files.command("--explain", asked, "--language", language, *words) == 0
    return capsys.readouterr().out.splitlines()


def test_why_second_behind_an_equal_total_and_why_no_prize(contest, capsys):
    assert explained(contest, capsys, "K05") == [
        "rules: R (1); source: Regulations, article 4",
        "K05: place 2 of 2, “Total” 8 (higher is better)",
        "  ahead K06: equal totals; parted by step 1 of the tie chain, “Time”: 61 to 60",
        "prize: none; not First prize: given to 1, the last of them K06 (place 1, 8)",
        "Master: not reached (up to place 1); rule: 第 7 条",
        "",
        "Total: 8",
        "  [sum; rule: Sum]",
        "  Seam score: 8",
        "    [mean; divided by 3; rule: Mean]",
        "    裁判丙 Seam: 7.5 (marks.csv line 4)",
        "    裁判乙 Seam: 8.5 (marks.csv line 3)",
        "    裁判甲 Seam: 8 (marks.csv line 2)",
        "Time: 61 (marks.csv line 5)",
    ]


def test_the_same_in_chinese(contest, capsys):
    assert explained(contest, capsys, "K05", language="zh")[:5] == [
        "规则：R（1）；来源：竞赛规程第 4 条",
        "K05：第 2 名（共 2 名），“总成绩” 8（高者为好）",
        "  前一名 K06：成绩相同，同分处理第 1 步“用时”分先后：61 对 60",
        "奖项：无；未获“一等奖”：已有 1 名获得，最后一名为 K06（第 1 名，8）",
        "技术能手：未达到条件（名次至 1）；规则：第 7 条",
    ]


@pytest.mark.parametrize(
    ("asked", "begins"),
    [
        ("place", "K06: place 1 of 2"),
        ("rank", "K06: place 1 of 2"),
        ("awards", "prize: First prize"),
        ("honours", "Master: recommended; rule: 第 7 条"),
    ],
)
def test_a_part_of_the_result_is_told_alone_also_by_the_heading_of_the_table(contest, capsys, asked, begins):
    _, first, *rest = explained(contest, capsys, f"K06/{asked}")
    assert first.startswith(begins)
    assert not any("Seam" in line for line in rest)


def test_under_the_quorum_there_is_no_total_and_the_judges_are_counted(contest, capsys):
    lines = explained(contest, capsys, "K07")
    assert lines[1] == "K07: no place: the result is not complete yet"
    assert "  Seam score: …" in lines
    assert any("marked by 1, needed are at least 2 judges" in line for line in lines)


def test_a_ruling_and_a_status_are_told_with_reason_file_and_line(contest, capsys):
    contest.rulings("entry,kind,value,reason\nK05,deduction,0.5,抢跑\nK08,disqualification,,代考\n")
    lines = explained(contest, capsys, "K05/total")
    assert lines[1] == "  [sum; 0.5 taken off 8 by a ruling: 0.5, 抢跑 (rulings.csv line 2); rule: Sum]"
    lines = explained(contest, capsys, "K08")
    assert lines[1] == "K08: no place: disqualified: 代考 (rulings.csv line 3)"
    assert "disqualified: 代考 (rulings.csv line 3)" in lines[-1]
    told = json.loads("\n".join(explained(contest, capsys, "K08", "--json")))
    assert told["statuses"] == [{"status": "dsq", "module": "weld", "file": "rulings.csv", "line": 3, "reason": "代考"}]


def test_a_status_in_the_marks_file_is_told_with_its_line(contest, capsys):
    contest.marks(MARKS + "K08,,,DNS\n")
    assert "did not start: marks.csv line 12" in explained(contest, capsys, "K08/total")[1]


def test_as_data_each_part_has_a_key_of_its_own_and_each_mark_its_judge(contest, capsys):
    told = json.loads("\n".join(explained(contest, capsys, "K05", "--json")))
    assert told["place"]["ahead"] == {
        "other": "K06", "by": "tie", "link": 1, "node": "time", "how": "value", "own": ["61"], "theirs": ["60"],
        "stage": "", "at": 0, "out": "", "without": "",
    }  # fmt: skip
    assert told["prizes"][0]["last"]["entry"] == "K06"
    assert told["honours"][0]["state"] == "out-of-reach"
    (seam,) = told["steps"][0]["inputs"]
    assert [(mark["judge"], mark["line"]) for mark in seam["step"]["inputs"]] == [
        ("裁判丙", 4),
        ("裁判乙", 3),
        ("裁判甲", 2),
    ]
    assert "steps" in json.loads("\n".join(explained(contest, capsys, "K05/seam", "--json")))


LONG = (
    HEAD
    + """total = "total"
[[modules]]
id = "task"
score = "total"
[[panels]]
id = "p"
module = "task"
seats = 5
attempts = 12
aspects = [{ id = "a", max = 10 }]
[nodes.each]
op = "mean"
panel = "p"
over = "judges"
round = { places = 2 }
[nodes.total]
op = "sum"
of = ["each"]
"""
)


def test_a_long_explanation_fits_two_screens_and_says_how_to_see_the_rest(tmp_path, capsys):
    rows = [f"A,{attempt},{judge},5" for attempt in range(1, 13) for judge in range(1, 6)]
    files = Files(tmp_path, LONG).entries("entry\nA\n").marks("entry,attempt,judge,value\n" + "\n".join(rows))
    short = explained(files, capsys, "A")
    assert "  each · attempt 3: 5 ▸ each/3" in short
    assert len(short) <= 80
    assert "--explain A/NODE" in short[-1]
    full = explained(files, capsys, "A", "--full")
    assert len(full) > 80
    assert not any("▸" in line for line in full)
    assert "    3 Attempt 3 · a: 5 (marks.csv line 14)" not in short
    assert explained(files, capsys, "A/each/3")[0] == "each · attempt 3: 5"


def test_a_node_called_like_a_part_of_the_result_is_asked_for_as_the_table_heads_it(tmp_path, capsys):
    rules = LONG.replace("nodes.each", "nodes.place").replace('of = ["each"]', 'of = ["place"]')
    rows = [f"A,{attempt},{judge},5" for attempt in range(1, 13) for judge in range(1, 6)]
    files = Files(tmp_path, rules).entries("entry\nA\n").marks("entry,attempt,judge,value\n" + "\n".join(rows))
    assert explained(files, capsys, "A/place")[1].startswith("A: place 1 of 1")
    assert explained(files, capsys, "A/nodes.place/2")[0] == "place · attempt 2: 5"


def test_a_tie_that_rests_on_much_says_how_to_ask_for_it(tmp_path, capsys):
    rules = LONG + '[nodes.best]\nop = "max"\nof = ["each"]\n[ranking]\nties = [{ node = "best" }]\n'
    rows = [
        f"{who},{n},{j},{5 if who == 'A' else 4 + 2 * (n % 2)}"
        for who in "AB"
        for n in range(1, 13)
        for j in range(1, 6)
    ]
    files = Files(tmp_path, rules).entries("entry\nA\nB\n").marks("entry,attempt,judge,value\n" + "\n".join(rows))
    assert explained(files, capsys, "A/place")[-1] == "how “best” came about: --explain A/best"
    assert "best: 5" in explained(files, capsys, "A/place", "--full")
