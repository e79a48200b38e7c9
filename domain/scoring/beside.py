"""What stands beside the figures of an explanation: lines and times, names of judges, reasons, titles of rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from domain.rulebook.parts import Words
from domain.rulebook.rulebook import Rulebook
from domain.scoring.statuses import WHOLE_ENTRY
from domain.scoring.tree.trace import Step


@dataclass(frozen=True, slots=True)
class Beside:
    """What to write beside figures that the scoring itself does not know.

    `marks`: (panel, aspect, seat) -> where the mark stands; `judges`: -> the name it was handed in under. `stated`:
    (status, module) -> where it was stated. `ruled`: each ruling on points with its reason and where it stands.
    `rules`: page of a rule -> the title of its text. `let_in`: (stage, entry's code) -> why and where it was let in.
    """

    marks: Mapping[tuple[str, str, str], str] = field(default_factory=dict)
    judges: Mapping[tuple[str, str, str], str] = field(default_factory=dict)
    stated: Mapping[tuple[str, str], str] = field(default_factory=dict)
    ruled: Sequence[str] = ()
    rules: Mapping[str, Words] = field(default_factory=dict)
    let_in: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def statements(self, step: Step, rulebook: Rulebook) -> list[str]:
        """Where the status that set a value was stated: for its module, else anywhere."""
        own = {module.id for module in rulebook.modules if module.node == step.node}
        found = {module: said for (status, module), said in self.stated.items() if status == step.remark}
        of_module = [said for module, said in found.items() if module in own]
        return list(dict.fromkeys(of_module or found.values()))

    def of_module(self, module: str) -> list[tuple[str, str]]:
        """Each status of a module, or of the whole entry, with where it was stated."""
        return [(status, said) for (status, of), said in self.stated.items() if of in {module, WHOLE_ENTRY}]


NOTHING_BESIDE = Beside()
