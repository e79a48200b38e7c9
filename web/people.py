"""Where a contest's entries have their names: the registry's id for an entry, and names the public may see."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from projections.board import Names
from registry.book import Registry


def person_of(contest: str, entry: str) -> str:
    """The registry's id of an entry: contests do not collide."""
    return f"{contest}/{entry}"


def public_names(registry: Registry) -> Names:
    """Names as the public board asks for them, after decoding; the erased are missing. Not journalled: all may look."""

    def names(contest: str, entries: Collection[str]) -> Mapping[str, str]:
        people = {person_of(contest, entry): entry for entry in entries}
        found = registry.people.names(people, public=True)
        return {people[person]: name for person, name in found.items()}

    return names
