"""Kendall's W as the field says it: hardly, moderately, well."""

from decimal import Decimal
from fractions import Fraction

import pytest

from domain.scoring.judges.concordance import in_words


@pytest.mark.parametrize(
    ("w", "word"),
    [
        (Decimal(0), "hardly"),
        (Fraction(29, 100), "hardly"),
        (Decimal("0.3"), "moderately"),
        (Fraction(2, 3), "moderately"),
        (Decimal("0.7"), "well"),
        (Decimal(1), "well"),
    ],
)
def test_the_lines_themselves_belong_to_the_better_word(w, word):
    assert in_words(w) == word
