"""Who takes part in a module of a later stage: those who were let in, and nobody before that was decided.

Rule: docs/rules/advance.md.
"""

from __future__ import annotations

from domain.codes.state import Codes
from domain.contest.known import rules_of
from domain.contest.state import Contest
from domain.errors import Refused


def later_stage(contest: Contest, module: str) -> str:
    """The stage of a module that is not of the first one; empty for all others. Raises: KeyError."""
    rules = rules_of(contest)
    stage = rules.module(module).stage
    return stage if stage and stage != rules.stages[0].id else ""


def check_advance(contest: Contest, module: str) -> None:
    """Raises: Refused("advance-not-decided")."""
    stage = later_stage(contest, module)
    if stage and stage not in contest.advanced:
        raise Refused("advance-not-decided", stage=stage, module=module)


def check_in_stage(contest: Contest, codes: Codes, module: str, code: str) -> None:
    """Raises: Refused advance-not-decided, not-in-stage."""
    check_advance(contest, module)
    if not takes_part(contest, codes, module, code):
        raise Refused("not-in-stage", code=code, stage=later_stage(contest, module))


def takes_part(contest: Contest, codes: Codes, module: str, code: str) -> bool:
    """Whether anything of this code is to be marked in the module; of a sealed map there is nobody to leave out."""
    stage = later_stage(contest, module)
    entry = codes.entry_of.get(code)
    return not stage or entry is None or entry in contest.advanced.get(stage, ())
