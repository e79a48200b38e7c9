"""However commands, repeats and conflicts interleave, the desk does what deciding them one by one would do."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.decision import Asked
from domain.errors import Refused
from domain.notes import Note
from ledger.deciding.clerk import Limits
from ledger.verify import verify
from tests.ledger.desk.pile import Answers
from tests.ledger.tiny import CLOSED, CODEC, JUDGE, Close, Grab, Mark, Remark, State, TinyRules, opened, order

SMALL = st.integers(0, 2)
COMMANDS = st.one_of(
    st.builds(lambda s, a, v: Mark("c", f"s{s}", f"a{a}", str(v)), SMALL, SMALL, SMALL),
    st.builds(lambda k: Grab("c", k), st.sampled_from(["key:1", "key:2", CLOSED])),
    st.builds(lambda d: Remark("c", Note(f"doc{d}", bytes(32))), SMALL),
    st.just(Close("c")),
)
# few devices and counters, so that ids repeat, with the same payload and with another one
ORDERS = st.lists(st.tuples(COMMANDS, st.sampled_from(["d1", "d2"]), st.integers(1, 8)), max_size=25)


class OneByOne:
    """The rules applied to one order after the other, with nothing shared, queued or remembered ahead."""

    def __init__(self):
        self.states, self.claims, self.answers = {}, set(), {}
        self._rules = TinyRules()

    def answer(self, command, device, counter):
        known = self.answers.get((device, counter))
        if known is not None:
            return known[1] if known[0] == command else ("refused", "command-id-reused")
        self.answers[device, counter] = command, self._decide(command)
        return self.answers[device, counter][1]

    def _decide(self, command):
        try:
            decision = self._rules.decide(self._state, command, Asked(JUDGE, 0))
        except Refused as refused:
            return "refused", refused.reason
        if self.claims & {*decision.takes, *decision.needs}:
            return "refused", "overtaken"
        self.claims |= set(decision.takes)
        for stream, event in decision.events:
            self.states[stream] = self._rules.evolve(self._state(stream), event)
        return "accepted", ""

    def _state(self, stream):
        return self.states.setdefault(stream, State())


@settings(max_examples=30)
@given(ORDERS)
def test_the_desk_answers_as_if_alone_and_the_record_replays_to_the_same_state(drawn):
    orders = [order(counter, command, device) for command, device, counter in drawn]
    model = OneByOne()
    expected = [model.answer(*each) for each in drawn]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        record, desk = opened(folder, limits=Limits(refusals_burst=100))
        with desk:
            answers = Answers(desk, orders).all()
            assert [(answer.outcome, answer.reason) for answer in answers] == expected
        assert _replayed(record) == {stream: state for stream, state in model.states.items() if state.events}
        assert {key for key, _ in record.store.claims(1000)} == model.claims
        record.close()
        record, desk = opened(folder)
        with desk:
            again = Answers(desk, orders).all()
        assert [answer for answer in again if answer.entry] == [answer for answer in answers if answer.entry]
        record.close()
        assert verify(folder, codec=CODEC).is_sound


def _replayed(record):
    rules, states = TinyRules(), dict[str, State]()
    for recorded in record.recorded():
        if recorded.stream != "clock":
            state = states.get(recorded.stream) or rules.start(recorded.stream)
            states[recorded.stream] = rules.evolve(state, recorded.event)
    return states
