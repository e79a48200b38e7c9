"""No message whatever breaks a session: it is answered, or it becomes a command the rules will look at."""

import json

import msgpack
from hypothesis import given
from hypothesis import strategies as st

from domain.commands import COMMANDS
from judges_console.frames import JSON, MSGPACK
from judges_console.session import Given, Say, WantsSheets
from tests.judges_console.frames.talk import MARK, Talk

WORDS = st.sampled_from(
    ["t", "n", "name", "body", "command", "hello", "sheets", "ping", "panel", "note", "rows", *COMMANDS]
)
LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | WORDS | st.binary()
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text() | WORDS, inner, max_size=5)
)
BODIES = st.dictionaries(
    st.text() | st.sampled_from([*MARK, "note", "marks", "rows", "pairs", "seat"]), VALUES, max_size=8
)
FRAMES = st.one_of(
    VALUES,
    st.fixed_dictionaries({"t": WORDS}, optional={"n": VALUES, "name": WORDS, "body": BODIES, "at": VALUES}),
    st.fixed_dictionaries(
        {"t": st.just("command"), "n": st.integers(1, 9), "name": st.sampled_from(list(COMMANDS)), "body": BODIES}
    ),
)


@given(st.text() | st.binary())
def test_no_message_at_all_breaks_a_session(message):
    for encoding in (JSON, MSGPACK):
        talk = Talk(encoding=encoding)
        assert isinstance(talk.session.hear(message), Say | WantsSheets)


@given(FRAMES, st.booleans(), st.booleans())
def test_no_frame_at_all_breaks_a_session_and_every_answer_can_be_sent(frame, greeted, seated):
    for encoding, written in ((JSON, _json(frame)), (MSGPACK, _packed(frame))):
        if written is None:
            continue
        heard = Talk("F1" if seated else "", encoding, greeted=greeted).session.hear(written)
        if isinstance(heard, Say):
            assert encoding.read(encoding.write(heard.frame))["t"] in {"error", "pong", "busy"}
        elif isinstance(heard, Given):
            assert type(heard.command) in COMMANDS.values()


def _json(frame):
    try:
        return json.dumps(frame)
    except TypeError:
        return None


def _packed(frame):
    try:
        return msgpack.packb(frame, unicode_errors="surrogatepass")
    except OverflowError:
        return None
