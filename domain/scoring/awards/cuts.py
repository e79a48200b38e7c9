"""The jury's cut scores as decided: whether they are its to decide, and whether they stand in the prizes' order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from domain.rulebook.parts import Better
from domain.rulebook.results.awards import CutAwards, cuts_of_the_jury
from domain.rulebook.results.prizes import CutPrize
from domain.rulebook.rulebook import Rulebook
from domain.scoring.awards.order import towards
from domain.scoring.numbers import Num, text


class CutFault(NamedTuple):
    """`prize` is the one whose cut cannot stand; `better` the better prize it would be harder to get than, if any."""

    prize: str
    zh: str
    en: str
    better: str = ""


def cut_faults(rulebook: Rulebook, cuts: Mapping[str, Num]) -> list[CutFault]:
    """Everything wrong with these cuts, prize -> where it begins; none when they can be applied.

    A prize that is no better may begin where the next better one does: then nobody has it.

    Rule: docs/rules/awards-cuts.md
    """
    lists = [given for given in rulebook.awards if isinstance(given, CutAwards)]
    in_order = [fault for given in lists for fault in _order(given, cuts, towards(given, rulebook.ranking.better))]
    return [*_not_the_jurys(rulebook, cuts), *in_order]


def _not_the_jurys(rulebook: Rulebook, cuts: Mapping[str, Num]) -> Iterator[CutFault]:
    decides = [prize.id for prize in cuts_of_the_jury(rulebook.awards)]
    listed = ("、".join(decides), ", ".join(decides)) if decides else ("无", "none")
    for prize in cuts:
        if prize not in decides:
            zh = f"“{prize}”的名额或分数线已由规则写定，不由裁委会定线；可定线的奖项：{listed[0]}"
            en = f"“{prize}” is given as the rulebook says, not from a cut of the jury; the jury decides: {listed[1]}"
            yield CutFault(prize, zh, en)


def _order(given: CutAwards, cuts: Mapping[str, Num], better: Better) -> Iterator[CutFault]:
    """Each prize begins where the next better one does, or below it (where less is better: above it)."""
    begin = [(prize.id, cut) for prize in given.prizes if (cut := _begins(prize, cuts, better)) is not None]
    for (best, above), (prize, here) in pairwise(begin):
        decided = next((each for each in (prize, best) if each in cuts), "")
        if decided and (here > above if better == "higher" else here < above):
            zh = f"“{prize}”的线 {text(here)} 严于更好的奖项“{best}”的线 {text(above)}"
            en = f"“{prize}” from {text(here)} asks for more than the better prize “{best}” from {text(above)}"
            yield CutFault(decided, zh, en, best)


def _begins(prize: CutPrize, cuts: Mapping[str, Num], better: Better) -> Num | None:
    written: Decimal | None = prize.at_least if better == "higher" else prize.at_most
    return cuts.get(prize.id) if prize.by_jury else written
