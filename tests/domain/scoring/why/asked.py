"""Questions put to a result as short as they can be said: who asks, in which contest, told in which language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from domain.rulebook.rulebook import Rulebook
from domain.scoring.result import Known, contest_result
from domain.scoring.scored import Scored
from domain.scoring.why.entry import Why, why
from domain.scoring.why.parted import Parted
from domain.scoring.why.telling import PARTS, tell_why


def asked(rules: Rulebook, scored: Mapping[str, Scored], entry: str, **known: object) -> Why:
    found = Known(**known)  # type: ignore[arg-type]
    return why(rules, contest_result(rules, scored, found), found, entry)


def ahead(rules: Rulebook, scored: Mapping[str, Scored], entry: str, **known: object) -> Parted:
    """Who stands directly before it, and what parted the two; somebody must."""
    found = asked(rules, scored, entry, **known).place.ahead
    assert found is not None
    return found


def told(
    rules: Rulebook,
    scored: Mapping[str, Scored],
    entry: str,
    parts: Sequence[str] = PARTS,
    language: str = "en",
    **known: object,
) -> list[str]:
    return tell_why(asked(rules, scored, entry, **known), rules, language, str, parts).splitlines()  # type: ignore[arg-type]
