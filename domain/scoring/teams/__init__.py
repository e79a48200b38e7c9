"""Teams: their members' figures taken together, their places and their prizes."""

from domain.scoring.teams.figures import TeamFigures
from domain.scoring.teams.places import TeamResult, teams

__all__ = ["TeamFigures", "TeamResult", "teams"]
