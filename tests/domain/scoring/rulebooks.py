"""Small rulebooks for tests, panels and nodes as short as they can be said; and marks as short as they can be given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from domain.rulebook.reading import fixed
from domain.rulebook.rulebook import Rulebook
from domain.scoring.numbers import NoResult, Num, Value
from domain.scoring.scheme import scheme
from domain.scoring.scored import Scored

Given = Mapping[str, str | Sequence[str]]


def _title(text: str) -> str:
    return f'title = {{ zh = "{text}", en = "{text}" }}'


def panel(
    panel_id: str,
    seats: int = 1,
    aspects: Sequence[str] = ("a1",),
    span: str = "max = 100, step = 0.001",
    rest: str = "",
) -> str:
    """A panel with seats S1… and these aspects, all of the same range."""
    listed = ", ".join(f'{{ id = "{aspect}", {_title(aspect)}, {span} }}' for aspect in aspects)
    names = [f"S{number}" for number in range(1, seats + 1)]
    return (
        f'[[panels]]\nid = "{panel_id}"\nmodule = "m"\n{_title(panel_id)}\n'
        f'scoring = "product"\nrole = "scoring_judge"\n'
        f"seats = {names}\naspects = [{listed}]\n{rest}\n"
    )


def node(name: str, op: str, *lines: str) -> str:
    return f'[nodes.{name}]\nop = "{op}"\n{_title(name)}\n' + "\n".join(lines) + "\n"


def rulebook_text(*parts: str, head: str = 'total = "total"') -> str:
    """One module `m` whose score is the total."""
    return (
        f'format = 1\nid = "test"\nedition = "1"\n{_title("test")}\nsource = {{ zh = "-", en = "-" }}\n{head}\n'
        f'[[modules]]\nid = "m"\n{_title("m")}\nkind = "practical"\nscore = "total"\n' + "\n".join(parts)
    )


def rulebook(*parts: str, head: str = 'total = "total"') -> Rulebook:
    return fixed(rulebook_text(*parts, head=head))


def single_marks(*names: str, span: str = "max = 10000, step = 0.001") -> str:
    """For each name a panel `name-sheet` with one mark, aspect `name`, and a node `name` that is it."""
    parts = [panel(f"{name}-sheet", 1, (name,), span) + node(name, "mark", f'panel = "{name}-sheet"') for name in names]
    return "\n".join(parts)


def number(value: Value) -> Num:
    """The value where it has to be a number."""
    assert value is not None
    assert not isinstance(value, NoResult)
    return value


def marks(given: Given) -> dict[str, dict[str, dict[str, Decimal]]]:
    """`{"p": ["88", "90"]}`: seats S1 and S2 of panel p, aspect a1; `{"theory": "80"}`: the one mark of that name.

    `p.a2` names another aspect of the panel.
    """
    found: dict[str, dict[str, dict[str, Decimal]]] = {}
    for name, values in given.items():
        listed = [values] if isinstance(values, str) else values
        panel_id, aspect = (f"{name}-sheet", name) if isinstance(values, str) else (f"{name}.a1".split(".")[:2])
        found[panel_id] = {aspect: {f"S{seat}": Decimal(value) for seat, value in enumerate(listed, 1)}}
    return found


def score(rules: Rulebook, given: Given) -> Scored:
    return scheme(rules).evaluate(marks(given))


# A heat that sends two on to a final, one mark each; the final's total `overall` is for the test to state.
HEAT_AND_FINAL = """
format = 1
id = "staged"
title = "Staged"
[[stages]]
id = "heat"
total = "points"
advance = { first = 2 }
[[stages]]
id = "final"
total = "overall"
[[modules]]
id = "task"
score = "points"
[[panels]]
id = "p"
module = "task"
aspects = [{ id = "a", max = 100 }]
[nodes.points]
op = "mark"
panel = "p"
"""
