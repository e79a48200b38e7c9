"""From totals to results: places, what a status does, prizes, teams, honours, and the windows after them."""

from domain.rulebook.results.awards import (
    AnyAwards,
    AwardLists,
    Awards,
    CutAwards,
    FixedAwards,
    Prize,
    RatioAwards,
    cuts_of_the_jury,
)
from domain.rulebook.results.honours import Honour
from domain.rulebook.results.prizes import FixedPrize
from domain.rulebook.results.ranking import Ranking, Tie
from domain.rulebook.results.statuses import Effect, Statuses, Windows
from domain.rulebook.results.teams import Team

__all__ = [
    "AnyAwards",
    "AwardLists",
    "Awards",
    "CutAwards",
    "Effect",
    "FixedAwards",
    "FixedPrize",
    "Honour",
    "Prize",
    "Ranking",
    "RatioAwards",
    "Statuses",
    "Team",
    "Tie",
    "Windows",
    "cuts_of_the_jury",
]
