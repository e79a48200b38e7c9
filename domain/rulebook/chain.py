"""Which links of the tie chain hold in a stage: none that asks for what is not marked there, or only later.

A heat is over when it is over: what the final brings must not change who went on to it.
"""

from __future__ import annotations

from domain.rulebook.panels import Module
from domain.rulebook.results.ranking import Tie
from domain.rulebook.rulebook import Rulebook
from domain.rulebook.shape.under import panels_under
from domain.rulebook.stages import Stage


def ties_in(rulebook: Rulebook, stage: Stage) -> tuple[Tie, ...]:
    """The stage's own chain, else the ranking's without the links that do not hold in it.

    Rule: docs/rules/tie-chain.md
    """
    chain = rulebook.ranking.ties if stage.ties is None else stage.ties
    return tuple(tie for tie in chain if tie.how == "module_by_module" or node_in(rulebook, stage, tie.node or ""))


def node_in(rulebook: Rulebook, stage: Stage, name: str) -> str:
    """The node that a link's name means in a stage; empty where there is none, or none before a later stage."""
    found = next((each for each in (f"{stage.id}.{name}", name) if each in rulebook.nodes), "")
    return found if found and is_known(rulebook, stage, found) else ""


def modules_in(rulebook: Rulebook, stage: Stage) -> list[Module]:
    """The modules run in a stage whose score is known when it is over, in the rulebook's order."""
    own = [module for module in rulebook.modules if module.stage == stage.id]
    return [module for module in own if is_known(rulebook, stage, module.node)]


def is_known(rulebook: Rulebook, stage: Stage, node: str) -> bool:
    """Whether a node takes in no panel of a stage after this one."""
    order = [each.id for each in rulebook.stages]
    later = order[order.index(stage.id) + 1 :]
    run = {module.id: module.stage for module in rulebook.modules}
    return all(run[rulebook.panel(panel).module] not in later for panel in panels_under(node, rulebook.nodes))
