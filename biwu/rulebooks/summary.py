"""A rulebook in a few lines once it has no fault: digest, what each panel is worth, whether every total has an end."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from domain.marks import canonical
from domain.rulebook.aspects import worth
from domain.rulebook.printing.speech import Language, Said, Speech
from domain.rulebook.rulebook import Rulebook
from domain.rulebook.shape.shapes import shapes

_SAID: dict[str, Said] = {
    "fit": ("没有错误", "no faults"),
    "digest": ("摘要 SHA-256：{digest}", "digest SHA-256: {digest}"),
    "holds": (
        "{modules} 个模块，{panels} 个裁判组，{nodes} 个计分节点",
        "modules: {modules}; panels: {panels}; nodes: {nodes}",
    ),
    "panel": ("“{title}”满分 {worth}（每次）", "“{title}” is worth {worth} at most in each attempt"),
    "once": ("“{title}”满分 {worth}", "“{title}” is worth {worth} at most"),
    "nothing": ("“{title}”没有满分（只测量或扣分）", "“{title}” has no maximum: only measured, or points lost"),
    "end": ("“{node}”最多 {n} 位小数", "“{node}” has at most {n} decimals"),
    "no-end": ("“{node}”可能除不尽", "“{node}” may have no end as a decimal"),
}


def summary(rulebook: Rulebook, digest: str, language: Language) -> Iterator[str]:
    """Lines of text in one language."""
    speech = Speech(rulebook, language)
    yield speech.say(_SAID["fit"])
    yield speech.say(_SAID["digest"], digest=digest)
    counts = {"modules": len(rulebook.modules), "panels": len(rulebook.panels), "nodes": len(rulebook.nodes)}
    yield speech.say(_SAID["holds"], **counts)
    for panel in rulebook.panels:
        most = sum((worth(item) for item in panel.items), Decimal(0))
        said = _SAID["nothing" if not most else "panel" if panel.attempts > 1 else "once"]
        yield speech.say(said, title=speech.panel(panel), worth=canonical(most))
    known = shapes(rulebook.nodes, {panel.id: panel for panel in rulebook.panels})
    for node in dict.fromkeys([*(stage.total for stage in rulebook.stages), rulebook.total]):
        places = known[node].places
        yield speech.say(_SAID["no-end" if places is None else "end"], node=speech.node(node), n=places)
