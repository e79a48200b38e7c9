"""From totals to places: the tie chain, whether places may be shared, how they are written, whose they are."""

from __future__ import annotations

from typing import Literal

from domain.rulebook.parts import Better, Display, Flag, Id, Part, Text

How = Literal["value", "countback", "drop_lowest", "drop_highest", "module_by_module"]


class Tie(Part):
    """One link of the tie chain: which node decides, which way, and how.

    `value` compares the node's number. Of a family `countback` compares the best members, then the second best, and so
    on; `drop_lowest` and `drop_highest` compare the sums without that member, again and again. `module_by_module`
    compares the modules' scores in the rulebook's order and names no node.
    """

    node: Id | None = None
    better: Better = "higher"
    how: How = "value"


class Ranking(Part):
    """Places by total, then by the tie chain; `per` names a column whose values are ranked each by itself.

    Who is still equal shares the place; where places may not be `shared`, such a tie needs a decision. `display` says
    how places are written: 1224, dense 1223, 1334, 1234 in order, or fractional. `no_result`: who tried and has no
    result stands behind all who have one, or has no place.
    """

    better: Better = "higher"
    shared: Flag = True
    display: Display = "1224"
    per: Text | None = None
    no_result: Literal["last", "unranked"] = "last"
    ties: tuple[Tie, ...] = ()
