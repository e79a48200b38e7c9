"""Columns of the worked examples, and a way to look at exact numbers by places."""

from decimal import Decimal

from domain.rulebook.parts import Rounding
from domain.scoring.rounding import rounded

# WS-01: marks of 32 competitors out of an official export, and their scaled scores
EXPORT = (
    "61.42 54.33 39.58 37.75 35.50 28.75 28.42 28.40 19.00 16.92 13.50 13.05 12.80 12.25 9.50 8.75 "
    "7.25 6.00 6.00 4.25 3.25 2.75 2.00 1.50 1.40 1.25 0.75 0.50 0.50 0.50 0.25 0.00"
)
SCALED = (
    "854 834 791 786 779 760 759 759 732 726 716 715 714 712 704 702 "
    "698 694 694 689 686 685 683 681 681 680 679 678 678 678 678 677"
)


def numbers(text):
    return [Decimal(number) for number in text.split()]


def seen(column, places):
    """The column as a node would round it: half up."""
    return [rounded(number, 1, Rounding(places=places)) for number in column]
