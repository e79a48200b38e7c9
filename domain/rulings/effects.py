"""What is ruled about an entry otherwise than by changing a mark: where it needs a ruling, and how that is closed.

Rule: docs/rules/rulings.md. Before the first published result the jury rules by itself; afterwards, as with a
correction, only an upheld finding lets it.
"""

from __future__ import annotations

from domain import streams
from domain.decision import Event
from domain.errors import Refused
from domain.publication.events import ResultCorrected, RulingSettled
from domain.publication.state import Publication
from domain.rulings.events import RulingCarriedOut
from domain.rulings.state import Ruling


def carried_out(
    contest_id: str, ruling_id: str, ruling: Ruling, publication: Publication, action: str
) -> tuple[tuple[str, Event], ...]:
    """What an `action` (a command's name) brings about beside its own event; `ruling_id` is empty for the jury's own.

    Raises: Refused ruling-needed, ruling-not-upheld.
    """
    if not ruling_id:
        if publication.revision:
            raise Refused("ruling-needed", action=action)
        return result_moved(contest_id, publication)
    if ruling.state != "upheld":
        raise Refused("ruling-not-upheld", ruling=ruling_id)
    return (
        (streams.ruling(contest_id, ruling_id), RulingCarriedOut(action)),
        (streams.publication(contest_id), RulingSettled(ruling_id)),
        *result_moved(contest_id, publication, ruling_id),
    )


def result_moved(contest_id: str, publication: Publication, ruling: str = "") -> tuple[tuple[str, Event], ...]:
    """From the tally on a result may have been looked at: one that was is not the latest word any more."""
    if not publication.reached:
        return ()
    return ((streams.publication(contest_id), ResultCorrected(publication.corrections + 1, ruling)),)
