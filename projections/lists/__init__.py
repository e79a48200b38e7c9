"""A result as its lists: places, stages, teams, prizes, and apart from them the honours; on codes, without names."""

from projections.lists.honours import honour_list
from projections.lists.whole import Lists, lists

__all__ = ["Lists", "honour_list", "lists"]
