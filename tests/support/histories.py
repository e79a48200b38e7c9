"""Histories of a small contest as the follower hands them to projections, made by the rules themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from hypothesis import strategies as st

from domain.codes.commands import DecodeCodes, DrawCodes
from domain.contest.commands import (
    CloseModule,
    DecideTie,
    DescribeEntry,
    FixRulebook,
    NewEntry,
    OpenContest,
    OpenModule,
    RegisterEntries,
    ReopenModule,
    TakeSeat,
    WithdrawEntry,
)
from domain.decision import Actor, Event
from domain.errors import Refused
from domain.notes import NO_NOTE, Note
from domain.panels.commands import StatePerformance
from domain.publication.commands import OpenNotice, PublishFinal, PublishProvisional, TallyScores
from domain.recorded import Recorded
from domain.rulings.commands import Corrected, DecideRuling, FileRuling, MakeCorrection
from domain.sheets.commands import EnterMark, EnterScores, OpenSheet, ReopenSheet, SignSheet
from projections.wall import Wall, nameless
from tests.support.given import Given
from tests.support.small import (
    APART,
    ARBITER,
    CHIEF,
    CLERK,
    CODER,
    EACH_MARK,
    FLOOR,
    LEADER,
    MINUTE,
    ORGANISER,
    PLACED_LAST,
    RULEBOOK,
    SCORERS,
    TALLY,
    WHY,
    C,
)

JUDGES = (*FLOOR, *SCORERS)
ASPECTS = {"process": ("p1", "p2"), "product": ("q1",), "paper": ("score",)}
START = 1_800_000_000_000_000  # µs UTC; each event happens one second after the one before


def recorded(history: Iterable[tuple[str, Event]]) -> list[Recorded]:
    """(stream, event) pairs as the record would hand them on."""
    versions: Counter[str] = Counter()
    told: list[Recorded] = []
    for position, (stream, event) in enumerate(history, start=1):
        versions[stream] += 1
        told.append(Recorded(position, stream, versions[stream], START + position * 1_000_000, event))
    return told


def named(_contest: str, entries: Collection[str]) -> Mapping[str, str]:
    """Names nobody can overlook."""
    return {entry: f"NAME-OF-{entry}" for entry in entries}


class History:
    """A contest under way: codes 01, 02 … stand for entries e1, e2 …; what the rules refuse does not happen."""

    def __init__(self, codes: int = 3, rulebook: str = RULEBOOK, contest: str = C) -> None:
        self.contest = contest
        self.codes = [f"{n:02}" for n in range(1, codes + 1)]
        self.given = Given()
        self.rulings = 0
        self.later = 0
        entries = tuple(NewEntry(f"e{n}", f"10{n}", f"DELEGATION-{n}", "", b"s" * 32) for n in range(1, codes + 1))
        self.ask(OpenContest(contest, "小赛", "Small contest", "Asia/Shanghai", drill=False), ORGANISER)
        self.ask(FixRulebook(contest, rulebook), ORGANISER)
        self.ask(RegisterEntries(contest, entries), ORGANISER)
        self.ask(DrawCodes(contest, tuple((code, f"e{int(code)}") for code in self.codes)), CODER)
        for judge in JUDGES:
            panel, seat = judge.seat.split(".")
            self.ask(TakeSeat(contest, panel, seat), judge)
        for module in ("theory", "task"):
            self.ask(OpenModule(contest, module), CHIEF)

    def ask(self, command: Any, by: Actor) -> History:
        self.given.asks(command, by, START + self.later + len(self.given.history) * 1_000_000)
        return self

    def tries(self, command: Any, by: Actor) -> History:
        try:
            return self.ask(command, by)
        except Refused:
            return self

    def open(self, judge: Actor, code: str) -> History:
        return self.tries(OpenSheet(*self._place(judge, code)), judge)

    def mark(self, judge: Actor, code: str, aspect: str, value: str) -> History:
        return self.tries(EnterMark(*self._place(judge, code), aspect, value), judge)

    def sign(self, judge: Actor, code: str) -> History:
        return self.tries(SignSheet(*self._place(judge, code)), judge)

    def reopen(self, judge: Actor, code: str) -> History:
        return self.tries(ReopenSheet(*self._place(judge, code), WHY), CHIEF)

    def paper(self, code: str, value: str, note: Note = WHY) -> History:
        """A second one is a correction, refused without a note."""
        return self.tries(EnterScores(self.contest, "paper", ((code, "score", value),), note), CLERK)

    def panel(self, code: str, panel: str, *values: str) -> History:
        """The panel's judges enter the values in turn, for each aspect, and sign."""
        judges = FLOOR if panel == "process" else SCORERS
        for judge, value in zip(judges, values, strict=True):
            for aspect in ASPECTS[panel]:
                self.mark(judge, code, aspect, value)
            self.sign(judge, code)
        return self

    def state(self, code: str, status: str) -> History:
        return self.tries(StatePerformance(self.contest, "task", code, status, WHY), CHIEF)

    def withdraw(self, code: str) -> History:
        return self.tries(WithdrawEntry(self.contest, f"e{int(code)}", WHY), CHIEF)

    def describe(self, code: str, team: str, *, official: bool = True) -> History:
        said = DescribeEntry(self.contest, f"e{int(code)}", (("team", team),), official)
        return self.tries(said, ORGANISER)

    def guest(self, code: str) -> History:
        """It competes without a place."""
        return self.describe(code, "TEAM-A", official=False)

    def drawn(self, *codes: str) -> History:
        """A draw has put those who tied in this order."""
        return self.tries(DecideTie(self.contest, tuple(f"e{int(code)}" for code in codes), WHY), CHIEF)

    def reopen_module(self, module: str) -> History:
        return self.tries(CloseModule(self.contest, module), CHIEF).tries(
            ReopenModule(self.contest, module, WHY), CHIEF
        )

    def whole(self, code: str, score: str, process: str, product: str) -> History:
        """Everything about one code that is not signed yet, all judges agreeing."""
        self.paper(code, score, NO_NOTE).panel(code, "process", process, process)
        return self.panel(code, "product", product, product, product)

    def tallied(self) -> History:
        for code in self.codes:
            self.whole(code, "50", "10", "30")
        for module in ("theory", "task"):
            self.tries(CloseModule(self.contest, module), CHIEF)
        return self.tries(TallyScores(self.contest, self.wall().result().digest), TALLY)

    def decoded(self) -> History:
        return self.tallied().tries(DecodeCodes(self.contest, ("sven",)), CODER)

    def published(self) -> History:
        """A provisional revision, if there is anything new to publish."""
        self.decoded()
        result = self.wall().result()
        return self.tries(PublishProvisional(self.contest, result.digest, result.corrections), CHIEF)

    def noticed(self) -> History:
        self.published().later += 200 * MINUTE
        return self.tries(OpenNotice(self.contest), ORGANISER)

    def final(self) -> History:
        self.noticed().later += 200 * MINUTE
        result = self.wall().result()
        return self.tries(PublishFinal(self.contest, result.digest, result.corrections), CHIEF)

    def corrected(self, judge: Actor, code: str, aspect: str, value: str) -> History:
        """An appeal, upheld, changes one mark."""
        self.rulings += 1
        ruling, (panel, seat) = f"r{self.rulings}", judge.seat.split(".")
        sheets = self.wall().marks.of_code.get(code, {}).get(panel, {})
        old = str(sheets.get(aspect, {}).get(seat, "none"))
        mark = Corrected(panel, seat, code, aspect, old, value)
        filed = FileRuling(self.contest, ruling, "appeal", f"e{int(code)}", panel, seat, aspect, WHY)
        self.tries(filed, LEADER).tries(DecideRuling(self.contest, ruling, "upheld", WHY), ARBITER)
        return self.tries(MakeCorrection(self.contest, ruling, (mark,)), ARBITER)

    @property
    def recorded(self) -> list[Recorded]:
        return recorded(self.given.history)

    def wall(self, names: Any = nameless) -> Wall:
        return hung(self.recorded, names, self.contest)

    def _place(self, judge: Actor, code: str) -> tuple[str, str, str, str]:
        panel, seat = judge.seat.split(".")
        return (self.contest, panel, code, seat)


def hung(told: Iterable[Recorded], names: Any = nameless, contest: str = C) -> Wall:
    """A wall that has taken all of it in."""
    wall = Wall(contest, names)
    for one in told:
        wall.fold(one)
    return wall


_judge = st.sampled_from(JUDGES)
_code = st.sampled_from(["01", "02", "03"])
_value = st.integers(0, 20).map(str)
_MOVES = st.one_of(
    st.tuples(st.just("open"), _judge, _code),
    st.tuples(st.just("mark"), _judge, _code, st.sampled_from(["p1", "p2", "q1"]), _value),
    st.tuples(st.just("sign"), _judge, _code),
    st.tuples(st.just("reopen"), _judge, _code),
    st.tuples(st.just("paper"), _code, _value),
    st.tuples(st.just("panel"), _code, st.just("process"), _value, _value),
    st.tuples(st.just("panel"), _code, st.just("product"), _value, _value, _value),
    st.tuples(st.just("whole"), _code, _value, _value, _value),
    st.tuples(st.just("state"), _code, st.sampled_from(["dns", "dnf", "dsq", "declined", "started"])),
    st.tuples(st.just("withdraw"), _code),
    st.tuples(st.just("reopen_module"), st.sampled_from(["theory", "task"])),
    st.tuples(st.just("describe"), _code, st.sampled_from(["TEAM-A", "TEAM-B"])),
    st.tuples(st.just("guest"), _code),
    st.tuples(st.just("drawn"), _code, st.just("03")),
)
_LATER = st.one_of(
    st.tuples(st.just("corrected"), _judge, _code, st.sampled_from(["p1", "p2", "q1"]), _value),
    st.tuples(st.just("published")),
    st.tuples(st.just("guest"), _code),
    st.tuples(st.just("drawn"), _code, st.just("03")),
)


@st.composite
def histories(draw: st.DrawFn) -> History:
    """Any course a contest of three codes may take, up to some point of it, under one of four rulebooks."""
    history = History(rulebook=draw(st.sampled_from([RULEBOOK, EACH_MARK, PLACED_LAST, APART])))
    moves: list[tuple[Any, ...]] = draw(st.lists(_MOVES, max_size=12))
    end = draw(st.sampled_from(["", "tallied", "decoded", "published"]))
    later = draw(st.lists(_LATER, max_size=4)) if end in ("decoded", "published") else []
    for name, *arguments in [*moves, *([(end,)] if end else []), *later]:
        getattr(history, name)(*arguments)
    return history
