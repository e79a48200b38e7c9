"""What is said about each fault of a rulebook, in Chinese and English; gaps in braces take what was found."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from domain.errors import Fault
from domain.rulebook.checks.wording.figures import FIGURES
from domain.rulebook.checks.wording.formulas import FORMULAS
from domain.rulebook.checks.wording.names import NAMES
from domain.rulebook.checks.wording.results import RESULTS
from domain.rulebook.checks.wording.stages import STAGES
from domain.rulebook.checks.wording.tree import TREE
from domain.rulebook.checks.wording.values import VALUES

SENTENCES = VALUES | NAMES | STAGES | TREE | FIGURES | FORMULAS | RESULTS
NEAR = ("是不是“{near}”？", " Did you mean “{near}”?")


def fault(place: str, reason: str, *, near: str = "", **gaps: object) -> Fault:
    """A fault at a place in the rulebook, its gaps filled; `near`: what may have been meant."""
    zh, en = (sentence.format(**gaps) for sentence in SENTENCES[reason])
    if near:
        zh, en = (said + more.format(near=near) for said, more in zip((zh, en), NEAR, strict=True))
    return Fault(place, zh, en)


def nearest(name: object, known: Iterable[str]) -> str:
    """What may have been meant; empty where nothing known is like it."""
    found = get_close_matches(str(name)[:80], sorted(set(known)), 1, 0.7)
    return found[0] if found else ""
