"""The reader's language: their choice, else their browser's wish, else Chinese."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from web.words.language import LANGUAGES, pick


@pytest.mark.parametrize(
    ("header", "language"),
    [
        (None, "zh"),
        ("", "zh"),
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh"),
        ("en-GB,en;q=0.9", "en"),
        ("fr-FR,fr;q=0.9,en;q=0.8,zh;q=0.7", "en"),
        ("en;q=0.4, zh-TW;q=0.5", "zh"),
        ("en;q=0, fr", "zh"),
        ("EN-us", "en"),
        ("en;q=many", "zh"),
        ("*", "zh"),
    ],
)
def test_the_browsers_wish_decides_when_nothing_was_chosen(header, language):
    assert pick(header, None) == language


def test_the_choice_stands_above_the_browsers_wish():
    assert pick("en", "zh") == "zh"
    assert pick("zh", "en") == "en"


def test_a_cookie_of_another_language_counts_as_none():
    assert pick("en", "xx") == "en"


@given(st.text(), st.text())
def test_any_header_and_any_cookie_give_a_language(header, cookie):
    assert pick(header, cookie) in LANGUAGES
