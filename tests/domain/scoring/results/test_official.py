"""Which words of the list of entries say yes and no."""

import pytest

from domain.entrants import is_official, says_yes


@pytest.mark.parametrize("word", ["no", "n", "false", "0", "否", " No "])
def test_who_is_said_not_to_be_official_is_not(word):
    assert not is_official({"official": word})


@pytest.mark.parametrize("word", ["yes", "y", "true", "1", "是", " Yes "])
def test_yes_is_said_in_each_of_these_words(word):
    assert says_yes({"worker": word}, "worker")
    assert is_official({"official": word})


def test_who_says_nothing_is_official_and_no_worker():
    assert is_official({})
    assert not says_yes({}, "worker")
