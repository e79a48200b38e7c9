"""Every example of docs/rulebooks.md is worked: what the page says comes out is what comes out."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from typing import get_args

import pytest

from domain.errors import Malformed
from domain.rulebook.aspects import Aspect
from domain.rulebook.nodes.any import Node
from domain.rulebook.reading import parse
from domain.scoring.entered import value_of
from domain.scoring.numbers import Mark, text
from domain.scoring.scheme import scheme
from domain.scoring.scored import Given
from domain.scoring.tree.trace import Trace
from tests.biwu.scoring.files import Files
from tests.docs.examples import ATTEMPT, JUDGE, NAMED, blocks, contests, rulebook_around, struck
from tests.docs.scored import Unscored, scored

OPERATIONS = blocks("op")
ASPECTS = blocks("aspects")
FAULTS = blocks("fault")
FAULT_HEADS = ("x", "y", "z", "a J1", "a J2", "a J3", "b J1", "b J2", "b J3")
CONTESTS = contests()
OPS = {word for kind in get_args(get_args(Node)[0]) for word in get_args(kind.model_fields["op"].annotation)}
KINDS = {word for kind in get_args(Aspect) for word in get_args(kind.model_fields["kind"].annotation)} - {"fault"}
FELL = {"highest", "lowest", "not-best", "no-result"}


@pytest.mark.parametrize("block", OPERATIONS, ids=lambda block: block.name)
def test_an_operation_gives_what_the_page_says(block):
    rules = parse(rulebook_around(block.text, block.heads))
    given = {str(n): _given(row) for n, row in enumerate(block.rows)}
    traces = {key: Trace() for key in given}
    found = scheme(rules).evaluate_all(given, traces)
    for key, row in zip(given, block.rows, strict=True):
        for head, cell in row.items():
            if head in rules.nodes and head not in NAMED:
                assert _shown(found[key].values[head]) == cell.split(" ")[0], f"{block.name}: {head} of {row}"
        said = [struck(cell)[0] for head, cell in row.items() if _is_mark(head) and struck(cell)[1]]
        assert sorted(_fallen(traces[key])) == sorted(said), f"{block.name}: what fell of {row}"


def _shown(value):
    return "–" if value is None else text(value)


def _is_mark(head):
    return bool(JUDGE.fullmatch(head) or ATTEMPT.fullmatch(head))


def _given(row):
    marks: dict[str, dict[str, dict[str, Mark]]] = {}
    columns: dict[str, str] = {}
    for head, cell in row.items():
        written = struck(cell)[0]
        if JUDGE.fullmatch(head):
            aspect, judge = head.split() if " " in head else ("a", head)
            _put(marks, "p", aspect, judge, written)
        elif ATTEMPT.fullmatch(head):
            _put(marks, "runs", f"{head}.run", "1", written)
        elif head in NAMED:
            _put(marks, f"{head}-sheet", head, "1", written)
        else:
            columns[head] = written
    return Given(marks, columns=columns)


def _put(marks, panel, aspect, seat, written):
    if written:
        marks.setdefault(panel, {}).setdefault(aspect, {})[seat] = value_of(written)


def _fallen(trace):
    """The marks struck out, as text."""
    inputs = [each for step in trace.steps.values() for each in step.inputs if not each.node]
    absent = ["ABS" for each in inputs if each.struck == "absent"]
    fell = [text(each.value) for each in inputs if each.struck in FELL and each.value is not None]
    return absent + fell


@pytest.mark.parametrize("block", ASPECTS, ids=lambda block: block.name)
def test_an_aspect_is_worth_what_the_page_says(block):
    rules = parse(rulebook_around("", (), aspects=block.text))
    panel = rules.panels[0]
    for row in block.rows:
        entered = {head: Decimal(cell) for head, cell in row.items() if head != "points" and cell}
        refused = [aspect for aspect, value in entered.items() if panel.aspect(aspect).objection(value)]
        if row["points"] == "refused":
            assert refused, f"{block.name}: {row}"
            continue
        assert not refused, f"{block.name}: {row}"
        marks = {"sheet": {aspect: {"1": value} for aspect, value in entered.items()}}
        found = scheme(rules).evaluate(marks)
        assert _shown(found.values["total"]) == row["points"].split(" ")[0], f"{block.name}: {row}"


@pytest.mark.parametrize("block", FAULTS, ids=lambda block: block.name)
def test_a_fault_is_told_as_the_page_says(block):
    with pytest.raises(Malformed) as told:
        parse(rulebook_around(block.text, FAULT_HEADS))
    assert set(block.said) <= {f"{each.place}: {each.en}" for each in told.value.faults}


@pytest.mark.parametrize("block", blocks("badmarks"), ids=lambda block: block.name)
def test_the_faults_of_a_file_are_told_as_the_page_says(block, tmp_path):
    with pytest.raises(Unscored) as told:
        scored(tmp_path, CONTESTS[block.name.partition(".")[0]] | {"marks": block.text})
    said = {line.removeprefix("biwu: ") for line in str(told.value).splitlines()}
    assert set(block.said) <= said


@pytest.mark.parametrize("block", blocks("remarks"), ids=lambda block: block.name)
def test_what_looks_mistaken_is_remarked_on_as_the_page_says(block, tmp_path, capsys):
    contest = CONTESTS[block.name.partition(".")[0]]
    assert Files(tmp_path, contest["rulebook"]).entries(contest["entries"]).marks(block.text).command() == 0
    assert set(block.said) <= set(capsys.readouterr().err.splitlines())


@pytest.mark.parametrize("block", blocks("explained"), ids=lambda block: block.name)
def test_an_explanation_reads_as_on_the_page(block, tmp_path, capsys):
    name, _, asked = block.name.partition(".")
    files = Files(tmp_path, CONTESTS[name]["rulebook"]).entries(CONTESTS[name]["entries"])
    assert files.marks(CONTESTS[name]["marks"]).command("--explain", asked, "--language", "en") == 0
    assert capsys.readouterr().out == block.text


@pytest.mark.parametrize("name", CONTESTS)
def test_a_contest_comes_out_as_the_page_says(name, tmp_path):
    """Of each table of results the columns that the page shows, in the page's order of rows."""
    found = scored(tmp_path, CONTESTS[name])
    tables = [block for block in blocks("results") if block.name.partition(".")[0] == name]
    assert tables
    for block in tables:
        said = list(csv.DictReader(io.StringIO(block.text)))
        rows = found[block.name.partition(".")[2] or "results"]
        assert [{head: row[head] for head in said[0]} for row in rows] == said, block.name


def test_every_operation_has_an_example():
    worked = "".join(block.text for block in OPERATIONS) + "".join(each["rulebook"] for each in CONTESTS.values())
    assert {op for op in OPS if f'op = "{op}"' not in worked} == set()


def test_every_kind_of_aspect_has_an_example():
    worked = "".join(block.text for block in ASPECTS)
    assert {kind for kind in KINDS if f'kind = "{kind}"' not in worked} == {"mark"}  # which need not be written
