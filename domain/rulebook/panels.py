"""Who marks what: modules, the panels that mark them, and what a panel's judges enter."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from domain.rulebook.aspects import AnyAspect, Aspect, FaultAspect, FaultItemAspect
from domain.rulebook.parts import Count, Flag, Id, Number, Part, Words


class Module(Part):
    """A part of the contest; `score` names the node that is its score (without it: the node of the module's own id).

    `stage` is the stage it is run in, empty in a contest of one stage; `name` is the id the rulebook writes, the same
    for a module that is run in several stages.
    """

    id: Id
    title: Words
    kind: Literal["theory", "practical", "oral"] = "practical"
    marked_by: Literal["judges", "import"] = "judges"
    score: Id | None = None
    stage: str = ""

    @property
    def node(self) -> str:
        return self.score or self.id

    @property
    def name(self) -> str:
        return self.id.rpartition(".")[2]


def _seats(found: Any) -> Any:  # noqa: ANN401 - anything may have been written
    whole = isinstance(found, int) and not isinstance(found, bool)
    return tuple(str(seat) for seat in range(1, min(found, 1_000) + 1)) if whole else found


class Panel(Part):
    """The seats that mark one module together, each on a sheet of its own.

    `items` are the aspects as the rulebook states them; `aspects` what is entered, one for each attempt and fault
    (`3.finish`, `weld.burr`). `max_spread` is the widest permitted distance between two seats' entries for one aspect
    (0: they must agree; absent: any), `on_spread` what a wider one calls. `max` is what the aspects should be worth
    together, checked when given. `absent`: what happens when a judge is not there; `quorum` is then the fewest that
    must be. `release` says when the panel's figures may be shown. `each_place_once`: what is entered are places, and
    a judge gives each from 1 on to one entry of a class.

    Rule: docs/rules/each-place-once.md
    """

    id: Id
    module: Id
    title: Words
    scoring: Literal["process", "product", "paper"] = "product"
    role: Literal["floor_judge", "scoring_judge", "entry_clerk"] = "scoring_judge"
    seats: Annotated[tuple[Id, ...], BeforeValidator(_seats), Field(min_length=1)] = ("1",)
    attempts: Annotated[Count, Field(ge=1, le=1_000)] = 1
    items: Annotated[tuple[AnyAspect, ...], Field(min_length=1, alias="aspects")]
    max: Number | None = None
    max_spread: Annotated[Number, Field(ge=0)] | None = None
    on_spread: Literal["consult", "re-mark"] = "consult"
    absent: Literal["wait", "mean_of_present", "substitute"] = "wait"
    quorum: Annotated[Count, Field(ge=1)] = 1
    double_entry: Flag = False
    each_place_once: Flag = False
    may_not_sit: tuple[Literal["same_delegation", "declared_interest"], ...] = ()
    release: Literal["panel-signed", "each-mark", "published"] = "panel-signed"

    @property
    def name(self) -> str:
        """The id the rulebook writes."""
        return self.id.rpartition(".")[2]

    @property
    def numbered(self) -> bool:
        """Whether the rulebook only says how many judges there are."""
        return self.seats == tuple(str(seat) for seat in range(1, len(self.seats) + 1))

    @cached_property
    def aspects(self) -> tuple[Aspect, ...]:
        """What a judge enters, attempt by attempt."""
        return tuple(cell for attempt in self.tries for item in self.items for cell in self.cells(item, attempt))

    @property
    def tries(self) -> tuple[str, ...]:
        """The attempts' names; one empty name where there is only one."""
        return tuple(str(n) for n in range(1, self.attempts + 1)) if self.attempts > 1 else ("",)

    def cells(self, item: Aspect, attempt: str) -> tuple[Aspect, ...]:
        """What is entered for one item in one attempt: one aspect, or one for each fault of a fault sheet's item."""
        if isinstance(item, FaultItemAspect) and item.faults:
            return tuple(_faults(item, attempt))
        return (_of_attempt(item, attempt),) if attempt else (item,)

    @cached_property
    def _aspects(self) -> dict[str, Aspect]:
        return {aspect.id: aspect for aspect in self.aspects}

    def aspect(self, aspect_id: str) -> Aspect:
        """Raises: KeyError for an unknown aspect."""
        return self._aspects[aspect_id]


def _of_attempt(item: Aspect, attempt: str) -> Aspect:
    return item.model_copy(update={"id": f"{attempt}.{item.id}", "title": _tried(item.title, attempt)})


def _tried(title: Words, attempt: str) -> Words:
    return Words(zh=f"第 {attempt} 次 · {title.zh}", en=f"Attempt {attempt} · {title.en}") if attempt else title


def _faults(item: FaultItemAspect, attempt: str) -> Iterator[FaultAspect]:
    before = f"{attempt}." if attempt else ""
    for fault in item.faults:
        words = Words(zh=f"{item.title.zh} · {fault.title.zh}", en=f"{item.title.en} · {fault.title.en}")
        yield FaultAspect(
            id=f"{before}{item.id}.{fault.id}",
            title=_tried(words, attempt),
            kind="fault",
            item=item.id,
            max=item.worth if fault.limit is None else fault.limit,
            step=item.step,
        )
