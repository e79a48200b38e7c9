"""The journal: every event in a sentence of either language, who was behind it, and nothing that must not be told."""

import importlib
import inspect
import string
from dataclasses import dataclass

import pytest
from hypothesis import given, settings

from domain.decision import fields_of
from domain.rulebook.reading import fixed
from projections.journal.lines import Line, journal, kind_of
from projections.journal.sentences import SENTENCES
from tests.support.histories import History, histories
from tests.support.small import RULEBOOK, SCORERS, C

CONTEXTS = ("contest", "codes", "sheets", "panels", "rulings", "publication")
SUBJECTS = {"sheets": {"panel", "code", "seat"}, "panels": {"panel", "code"}, "rulings": {"ruling"}}


@dataclass
class Slip:
    account: str
    role: str
    device: str


def kinds():
    for context in CONTEXTS:
        module = importlib.import_module(f"domain.{context}.events")
        for name, found in inspect.getmembers(module, inspect.isclass):
            if found.__module__ == module.__name__:
                yield pytest.param(context, found, id=name)


def gaps(sentence):
    return {word for _, word, _, _ in string.Formatter().parse(sentence) if word}


@pytest.mark.parametrize(("context", "event"), list(kinds()))
def test_every_event_has_a_sentence_in_both_languages_with_the_same_gaps(context, event):
    chinese, english = SENTENCES[kind_of((tuple if issubclass(event, tuple) else object).__new__(event))]
    known = {*fields_of(event)} | SUBJECTS.get(context, set())

    assert gaps(chinese) <= known
    assert {gap.removesuffix("_zh") for gap in gaps(chinese)} == {gap.removesuffix("_en") for gap in gaps(english)}
    assert any("\u4e00" <= letter <= "\u9fff" for letter in chinese)


@settings(max_examples=30)
@given(histories())
def test_any_history_can_be_told_in_both_languages(history):
    for line in journal(history.recorded, C):
        assert line.told("zh") != line.told("en")


def test_a_line_has_time_subject_and_who_was_behind_it():
    history = History().mark(SCORERS[0], "01", "q1", "48.5")
    last = history.recorded[-1]

    *_, line = journal(history.recorded, C, lambda position: Slip("sam1", "scoring_judge", f"tablet-{position}"))

    assert (line.position, line.at, line.kind) == (last.position, last.at, "mark-entered")
    assert (line.account, line.role, line.device) == ("sam1", "scoring_judge", f"tablet-{last.position}")
    assert line.told("zh") == "product 裁判号 S1：01 的 q1 记 48.5"
    assert line.told("en") == "product, seat S1: 01 given 48.5 for q1"


def test_with_the_rulebook_at_hand_things_are_called_by_their_titles_and_keep_their_ids():
    *_, line = journal(History().mark(SCORERS[0], "01", "q1", "48.5").recorded, C)
    rules = fixed(RULEBOOK)

    assert line.told("zh", rules) == "成品 裁判号 S1：01 的 工艺 记 48.5"
    assert line.told("en", rules) == "Product, seat S1: 01 given 48.5 for Workmanship"
    assert [word for word in line.words("en", rules) if word.id] == [("Product", "product"), ("Workmanship", "q1")]


def test_what_the_rulebook_does_not_know_keeps_its_id():
    line = Line(1, 0, "contest:c1", "module-opened", {"module": "gone"}, "", "", "")

    assert line.words("en", fixed(RULEBOOK)) == (("Module ", ""), ("gone", ""), (" opened", ""))


def test_a_status_is_told_in_the_reader_s_language():
    *_, line = journal(History().state("01", "dns").recorded, C)

    assert (line.told("zh"), line.told("en")) == ("product：01 记为 缺赛", "product: 01 stated as did not start")


def test_the_journal_does_not_tell_whose_code_is_whose():
    lines = list(journal(History().decoded().recorded, C))

    drawn = next(line for line in lines if line.kind == "codes-drawn")

    assert drawn.fields == {"pairs": ["01", "02", "03"]}


def test_seals_and_the_rulebook_s_text_stay_out():
    for line in journal(History().withdraw("01").recorded, C):
        assert not {"seal", "salt", "text", "commitment"} & line.fields.keys()
        assert not any(isinstance(value, bytes | tuple) for value in line.fields.values())


def test_other_contests_do_not_appear():
    assert list(journal(History(contest="c2").recorded, C)) == []
