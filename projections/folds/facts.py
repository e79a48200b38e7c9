"""What is known of one contest as a whole: the domain's own states, and the steps its result has gone through."""

from __future__ import annotations

from domain.codes.state import Codes
from domain.codes.state import evolve as evolve_codes
from domain.contest.events import ContestOpened, RulebookFixed
from domain.contest.state import Contest
from domain.contest.state import evolve as evolve_contest
from domain.publication import events as publication
from domain.publication.state import Publication, phase
from domain.publication.state import evolve as evolve_publication
from domain.recorded import Recorded
from domain.rulebook.rulebook import Rulebook
from domain.rulings.events import CorrectionMade

STEPS = (
    publication.ScoresTallied,
    publication.ProvisionalPublished,
    publication.NoticeOpened,
    publication.FinalPublished,
)


class Facts:
    """`publications` are the steps of the result so far, `corrections` the marks that rulings changed, as recorded.

    `rulebooks`: every version fixed so far, in order; `amended`: those fixed after a module had opened.
    """

    def __init__(self, contest_id: str) -> None:
        self.contest_id = contest_id
        self.title: dict[str, str] = {"zh": "", "en": ""}
        self.drill = False
        self.contest = Contest()
        self.codes = Codes()
        self.publication = Publication()
        self.publications: list[Recorded] = []
        self.corrections: list[Recorded] = []
        self.rulebooks: list[RulebookFixed] = []
        self.amended: set[int] = set()

    @property
    def rulebook(self) -> Rulebook:
        """Raises: LookupError while none is fixed."""
        if self.contest.rulebook is None:
            raise LookupError(f"{self.contest_id} has no rulebook")
        return self.contest.rulebook

    @property
    def phase(self) -> str:
        """A word of `domain.roles.PHASES`."""
        return phase(self.contest, self.publication)

    def is_withdrawn(self, code: str) -> bool:
        return self.codes.entry_of.get(code) in self.contest.withdrawn

    def codes_of(self, entry: str) -> list[str]:
        """The code that stands for an entry, if that is known: at most one."""
        return [code for code, of in self.codes.entry_of.items() if of == entry]

    def take_contest(self, recorded: Recorded) -> None:
        """An event of the contest's own stream."""
        event = recorded.event
        if type(event) is ContestOpened:
            self.title = {"zh": event.title_zh, "en": event.title_en}
            self.drill = event.drill
        elif type(event) is RulebookFixed:
            self.rulebooks.append(event)
            self.amended |= {event.version} if self.contest.modules else set()
        evolve_contest(self.contest, event)

    def take_codes(self, recorded: Recorded) -> None:
        """An event of its codes."""
        evolve_codes(self.codes, recorded.event)

    def take_publication(self, recorded: Recorded) -> None:
        """An event of its result."""
        if type(recorded.event) in STEPS:
            self.publications.append(recorded)
        evolve_publication(self.publication, recorded.event)

    def take_ruling(self, recorded: Recorded) -> None:
        """An event of one of its rulings."""
        if type(recorded.event) is CorrectionMade:
            self.corrections.append(recorded)
