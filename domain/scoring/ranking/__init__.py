"""From totals to places, in one contest or through its stages."""

from domain.scoring.ranking.advance import Field, going_through
from domain.scoring.ranking.chain import RankKey, rank_key
from domain.scoring.ranking.places import Placed, rank, undecided_places
from domain.scoring.ranking.stages import in_stage, rank_stages

__all__ = [
    "Field",
    "Placed",
    "RankKey",
    "going_through",
    "in_stage",
    "rank",
    "rank_key",
    "rank_stages",
    "undecided_places",
]
