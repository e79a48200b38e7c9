"""What nodes and members of families are called in an explanation: title, stage, and judges by their names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cached_property, lru_cache

from domain.rulebook.parts import Words
from domain.rulebook.printing.speech import Speech
from domain.rulebook.rulebook import Rulebook
from domain.rulebook.shape.axes import wide
from domain.rulebook.shape.shapes import Shape, shapes
from domain.rulebook.shape.under import panels_under
from domain.scoring.tree.trace import Input, Step

Judges = Mapping[tuple[str, str, str], str]  # (panel, aspect, seat) -> the name the marks were handed in under


def label(rulebook: Rulebook, name: str) -> Words:
    """A node's title; before it the stage's, where the node stands once for each stage."""
    node = rulebook.nodes.get(name)
    if node is None:
        return Words(zh=name, en=name)
    stage = next((stage for stage in rulebook.stages if name.startswith(f"{stage.id}.")), None)
    if stage is None or stage.title == node.title:
        return node.title
    return Words(zh=f"{stage.title.zh} · {node.title.zh}", en=f"{stage.title.en} · {node.title.en}")


class Labelled(Speech):
    """Speaks of nodes by these labels; with its name where the label alone would not tell."""

    def node(self, name: str) -> str:
        """As `label`, in the language spoken."""
        said = self.title(label(self.rulebook, name))
        return said if self._alike[said] == 1 or said == name else f"{said} [{name}]"

    @cached_property
    def _alike(self) -> Counter[str]:
        return Counter(self.title(label(self.rulebook, name)) for name in self.rulebook.nodes)


def member(step: Step, rulebook: Rulebook, judges: Judges) -> Words | None:
    """Which member of its family a step is, by what its axes are: attempt, aspect, judge; None of a single number."""
    if not step.key:
        return None
    along = wide(_shapes(rulebook)[step.node].along)
    named = [
        _along(axis, name, step.node, rulebook, judges)
        for (axis, _), name in zip(along, step.key.split("/"), strict=True)
    ]
    return Words(zh=" · ".join(each.zh for each in named), en=" · ".join(each.en for each in named))


def seat(given: Input, rulebook: Rulebook, judges: Judges) -> str:
    """Who gave a mark, by the name it was handed in under; nothing where there is one seat and it has only a number."""
    name = judges.get((given.panel, given.aspect, given.seat), given.seat)
    return "" if name.isdecimal() and len(rulebook.panel(given.panel).seats) == 1 else name


@lru_cache(maxsize=8)
def _shapes(rulebook: Rulebook) -> Mapping[str, Shape]:
    return shapes(rulebook.nodes, {panel.id: panel for panel in rulebook.panels})


def _along(axis: str, name: str, node: str, rulebook: Rulebook, judges: Judges) -> Words:
    """The title of an aspect, the name of a judge, the number of an attempt."""
    if axis == "attempts":
        return Words(zh=f"第 {name} 次", en=f"attempt {name}")
    under = dict.fromkeys(panels_under(node, rulebook.nodes))
    if axis == "aspects":
        items = (item for panel in under for item in rulebook.panel(panel).items if item.id == name)
        return next((item.title for item in items), Words(zh=name, en=name))
    sat = {judge for (panel, _, place), judge in judges.items() if place == name and panel in under}
    said = sat.pop() if len(sat) == 1 else name  # several in one seat: the seat is what they have in common
    return Words(zh=said, en=said)
