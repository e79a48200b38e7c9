"""What nodes and members of families are called in an explanation: title, stage, and judges by their names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cached_property

from domain.rulebook.parts import Words
from domain.rulebook.printing.speech import Speech
from domain.rulebook.rulebook import Rulebook
from domain.scoring.tree.trace import Input, Step
from domain.scoring.words.marks import title

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
    """Which member of its family a step is: aspect, judge or attempt by its name; None of a single number."""
    if not step.key:
        return None
    inputs = step.inputs
    of_aspect = next((given for given in inputs if given.aspect == step.key), None)
    if of_aspect is not None:
        return title(rulebook.panel(of_aspect.panel), of_aspect.aspect)
    *before, last = step.key.split("/")
    said = "/".join([*before, _judge(step, last, judges) if judges else last])
    return Words(zh=said, en=said)


def seat(given: Input, judges: Judges) -> str:
    """Who gave a mark, by the name it was handed in under."""
    return judges.get((given.panel, given.aspect, given.seat), given.seat)


def _judge(step: Step, called: str, judges: Judges) -> str:
    """The name of who sat in a seat, found at the first mark under the step; anything else stays as it is called."""
    for given in step.inputs:
        if given.step is not None and given.step.key.rpartition("/")[2] == called:
            return _judge(given.step, called, judges)
        if given.step is None and given.seat == called:
            return seat(given, judges)
    return called
