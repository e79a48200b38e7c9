"""A contest's result from everybody's figures: places, stages, prizes, teams and honours, each list by its own rule."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from domain.entrants import Attributes, is_official
from domain.rulebook.rulebook import Rulebook
from domain.rulebook.stages import Stage
from domain.scoring.awards.bands import Cuts
from domain.scoring.awards.lists import award_lists
from domain.scoring.awards.outcome import Outcome
from domain.scoring.honours.roll import HonourRoll, honours
from domain.scoring.ranking.advance import Field, going_through, started
from domain.scoring.ranking.places import Placed, rank, undecided_places
from domain.scoring.ranking.stages import in_stage, rank_stages
from domain.scoring.scored import Scored
from domain.scoring.teams import TeamResult, teams


@dataclass(frozen=True, slots=True)
class Known:
    """What besides the figures decides a result.

    `attributes`: entry -> what the list of entries says of it. `cuts`: prize -> where it begins, as the jury decided.
    `decided`: stage -> entry or team -> its turn among those it tied with; under "" what was decided of no stage in
    particular. `been`: stage -> who took part in it. `advanced`: stage -> all who were let into it by decision;
    `let_in`: who was besides those the ranking sends on.
    """

    attributes: Attributes = field(default_factory=dict)
    cuts: Cuts = field(default_factory=dict)
    decided: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    been: Mapping[str, Collection[str]] = field(default_factory=dict)
    advanced: Mapping[str, Collection[str]] = field(default_factory=dict)
    let_in: Mapping[str, Collection[str]] = field(default_factory=dict)

    def turns(self, stage: str = "") -> Mapping[str, int]:
        """Entry or team -> its turn in a stage: what was decided of this stage goes before what was of none."""
        return {**self.decided.get("", {}), **self.decided.get(stage, {})}


@dataclass(frozen=True, slots=True)
class Tied:
    """Entries that wait for a tie decision, in a stage or ("") in a contest without stages."""

    stage: str
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StageResult:
    """Who took part in a stage, from first to last, and who goes on; `through` is None where nobody does.

    `sent`: whom the ranking sends on by itself, whatever was decided. `undecided`: as in ContestResult.
    """

    id: str
    placed: Sequence[Placed]
    sent: Collection[str]
    through: Collection[str] | None
    undecided: Sequence[Tied]


@dataclass(frozen=True, slots=True)
class ContestResult:
    """`scored` has the total each entry is ranked by: of several stages that of the last it took part in.

    `undecided`: groups that tie where places are never shared, stage by stage.
    """

    scored: Mapping[str, Scored]
    placed: Sequence[Placed]
    stages: Sequence[StageResult]
    prizes: Sequence[Outcome]
    teams: Sequence[TeamResult]
    honours: HonourRoll
    undecided: Sequence[Tied]


def contest_result(rulebook: Rulebook, scored: Mapping[str, Scored], known: Known) -> ContestResult:
    """Everything that follows from the figures, nothing of it stored.

    Rule: docs/rules/stages.md
    """
    stages: list[StageResult] = []
    for place in range(len(rulebook.stages)):
        stages.append(_stage(rulebook, place, scored, known, stages[-1] if stages else None))
    if stages:
        unranked = {entry for entry, each in scored.items() if each.standing == "unranked"}
        placed = rank_stages([each.placed for each in stages], unranked, rulebook.ranking.display)
        placed += [Placed(entry, None, shared=False) for entry in sorted(set(scored) - {each.key for each in placed})]
        inside = [{each.key for each in stage.placed} for stage in stages]
        scored = {entry: _furthest(rulebook, entry, each, inside) for entry, each in scored.items()}
    else:
        placed = rank(rulebook, scored, known.attributes, known.turns())
    prizes = award_lists(rulebook, placed, scored, known.cuts, known.attributes)
    return ContestResult(
        scored,
        placed,
        stages,
        prizes,
        teams(rulebook, placed, scored, known.attributes, prizes, known.turns()),
        honours(rulebook, placed, scored, known.attributes, prizes),
        [tied for stage in stages for tied in stage.undecided] if stages else _undecided(rulebook, placed, scored),
    )


def settled(scored: Scored) -> Scored:
    """With nothing that is only so far: what is not complete has no figure.

    Rule: docs/rules/not-yet-marked.md
    """
    total = scored.total if scored.complete else None
    return scored._replace(running=scored.values, total=total)


def _stage(
    rulebook: Rulebook, place: int, scored: Mapping[str, Scored], known: Known, before: StageResult | None
) -> StageResult:
    stage = rulebook.stages[place]
    been = set(known.been.get(stage.id, ()))
    if been and before is not None:  # once it has begun, who is let in and has no mark yet is in it too
        been |= set(before.through or ())
    taking = {entry: each for entry, each in scored.items() if entry in been}
    placed = rank(rulebook, taking, known.attributes, known.turns(stage.id), stage)
    sent = _sent(rulebook, place, placed, taking, known)
    through = _through(rulebook, place, sent, known)
    return StageResult(stage.id, placed, sent, through, _undecided(rulebook, placed, taking, stage))


def _sent(
    rulebook: Rulebook, place: int, placed: Sequence[Placed], scored: Mapping[str, Scored], known: Known
) -> Collection[str]:
    """Those the ranking sends on."""
    stage = rulebook.stages[place]
    if stage.advance is None:
        return ()
    # Who has been in the next stage and lost the place since keeps the slot: nobody moves up into it afterwards.
    follows = _follows(rulebook, place)
    been = set(known.been.get(follows, ())).difference(known.let_in.get(follows, ()))
    official = {each.key for each in placed if is_official(known.attributes.get(each.key, {}))}
    kept = {each.key for each in placed if each.place is None} & official & been
    starters = {entry for entry in official & set(known.been.get(stage.id, ())) if started(scored[entry], stage)}
    return going_through(placed, stage.advance, Field(known.attributes, starters, kept))


def _through(rulebook: Rulebook, place: int, sent: Collection[str], known: Known) -> Collection[str] | None:
    """Who was let in by decision, else those the ranking sends on, and whoever was let in beside them."""
    follows = _follows(rulebook, place)
    if follows in known.advanced:
        return known.advanced[follows]
    if rulebook.stages[place].advance is None:
        return None
    return tuple(dict.fromkeys((*sent, *known.let_in.get(follows, ()))))


def _follows(rulebook: Rulebook, place: int) -> str:
    """The stage after this one; empty behind the last."""
    return rulebook.stages[place + 1].id if place + 1 < len(rulebook.stages) else ""


def _undecided(
    rulebook: Rulebook, placed: Sequence[Placed], scored: Mapping[str, Scored], stage: Stage | None = None
) -> list[Tied]:
    groups = undecided_places(rulebook, placed, scored, stage)
    return [Tied("" if stage is None else stage.id, group) for group in groups]


def _furthest(rulebook: Rulebook, entry: str, scored: Scored, inside: Sequence[Collection[str]]) -> Scored:
    reached = [stage for stage, entries in zip(rulebook.stages, inside, strict=True) if entry in entries]
    return in_stage(scored, reached[-1]) if reached else scored
