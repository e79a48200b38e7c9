"""From places and figures to prizes, as the rulebook decided before there were any results."""

from domain.scoring.awards.lists import award_lists, awards, undecided
from domain.scoring.awards.outcome import Outcome, Undecided, Vacancy

__all__ = ["Outcome", "Undecided", "Vacancy", "award_lists", "awards", "undecided"]
