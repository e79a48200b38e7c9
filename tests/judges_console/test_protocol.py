"""docs/protocol.md says what the server does: reasons, codes, fields, limits and examples are compared."""

from __future__ import annotations

import json
import re
from pathlib import Path

from domain.commands import COMMANDS
from domain.sheets.commands import EnterMark
from judges_console.frames import ENCODINGS, LARGEST, MSGPACK, SAFE_INTEGER, SHAPES
from judges_console.live import line
from judges_console.notes import NOTES, NOTES_A_SECOND
from judges_console.reading import ELSEWHERE, shape_of
from judges_console.session import _SHEETS_COST, _TALK, _TALK_A_SECOND, IN_FLIGHT, Given
from judges_console.values import LONGEST_NOTE, LONGEST_TEXT, SAID
from judges_console.words import ERRORS, FAREWELLS
from ledger.deciding.clerk import Limits
from registry.access.limits import Limits as SessionLimits
from tests.judges_console.frames.talk import Talk
from tests.judges_console.judge import connected, judging
from tests.support.small import CHIEF, FLOOR, C
from web.words.refusals import SENTENCES

TEXT = (Path(__file__).parents[2] / "docs" / "protocol.md").read_text(encoding="utf-8")
EXAMPLES = [json.loads(each) for each in re.findall(r"```json\n(.*?)```", TEXT, re.DOTALL)]
EXAMPLES += [json.loads(each) for each in re.findall(r'`(\{"t".*?\})`', TEXT)]
OF_CLIENTS = [frame for frame in EXAMPLES if frame.get("t") in SHAPES]


def _section(title: str) -> str:
    """The text under a heading, up to the next one of any depth."""
    start = TEXT.index(title) + len(title)
    end = re.search(r"^##", TEXT[start:], re.MULTILINE)
    return TEXT[start : start + end.start()] if end else TEXT[start:]


def _rows(text: str) -> list[list[str]]:
    """Table rows of a text, cells stripped, without headings."""
    lines = [row.strip().strip("|").split(" | ") for row in text.splitlines() if row.startswith("| `")]
    return [[cell.strip() for cell in row] for row in lines]


def _named(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def test_every_refusal_is_listed_with_its_sentence():
    listed = [row.strip() for row in _section("## 8. Refusals").splitlines() if row.startswith("| `")]
    wanted = [f"| `{reason}` | {en} |" for reason, (_, en) in sorted(SENTENCES.items())]
    assert listed == wanted, "section 8 should read:\n" + "\n".join(wanted)


def test_every_error_is_listed_with_its_sentence():
    rows = _rows(_section("## 7. Errors"))
    listed = {_named(reason)[0]: said for reason, said in rows if len(_named(reason)) == 1}
    assert listed == {reason: en for reason, (_, en) in ERRORS.items()}


def test_every_last_word_is_listed_with_its_code_and_when_to_come_back():
    rows = [row for row in _rows(_section("## 6. Keeping the line, and its end")) if len(row) == 4]
    listed = {_named(reason)[0]: (code, wait, said) for reason, code, wait, said in rows}
    assert listed == {
        reason: (str(last.code), "–" if last.retry_after_ms is None else str(last.retry_after_ms), last.en)
        for reason, last in FAREWELLS.items()
    }


def test_every_command_is_listed_with_the_fields_of_its_body():
    judges, officials = _section("## 5. Commands").split("Commands of officials")
    listed = {_named(row[0])[0]: (row[1], True) for row in _rows(judges)}
    listed |= {_named(row[0])[0]: (row[1], False) for row in _rows(officials)} | {"leave-seat": listed["leave-seat"]}
    assert set(listed) == set(COMMANDS) - ELSEWHERE
    for name, (cell, seated) in listed.items():
        shape = shape_of(name, seated=seated)
        nested = {"old", "value", "code", "aspect", "seat", "panel"} if name == "make-correction" else set()
        statuses = {
            "dns",
            "dnf",
            "dsq",
            "module_void",
            "declined",
            "started",
            "upheld",
            "upheld-no-change",
            "dismissed",
        }
        assert set(_named(cell)) - statuses - nested == shape.of_body - nested, name
    assert set(_named(TEXT[TEXT.index("`open-contest`") :].partition(" are done")[0])) == ELSEWHERE


def test_every_frame_of_a_client_is_described_with_its_fields():
    described = _section("### 3.1 From the client")
    for kind, shape in SHAPES.items():
        assert f"**{kind}**" in described
        for field, part in shape.items():
            assert f"`{field}`" in described
            assert part.required or f"`{field}` | " in described


def test_every_subprotocol_is_named():
    assert [_named(row[0])[0] for row in _rows(_section("## 2. Open the socket"))] == list(ENCODINGS)


def test_every_example_of_a_client_is_understood():
    assert {frame["t"] for frame in OF_CLIENTS} == set(SHAPES)
    for frame in OF_CLIENTS:
        talk = Talk(seat="" if frame.get("name") == "reopen-sheet" else "F1", greeted=frame["t"] != "hello")
        heard = talk.hears(**frame)
        assert getattr(heard, "frame", frame)["t"] != "error", heard


def test_the_example_in_hex_is_the_mark_it_is_said_to_be():
    block = re.search(r"(\d+) bytes in hex:\n\n((?:    [0-9a-f ]+\n)+)", TEXT)
    assert block
    packed = bytes.fromhex(block[2])
    assert len(packed) == int(block[1])
    talk = Talk(encoding=MSGPACK)
    assert talk.session.hear(packed) == Given(1, EnterMark(C, "process", "07", "F1", "p1", "8.5", 0))


def test_frames_of_the_server_have_the_fields_described_and_no_others(house):
    house.prepared()
    with connected(house.as_(FLOOR[0])) as judge, judging(house, CHIEF) as chief:
        frames = [judge.greets()]
        frames += [judge.marks("07", "p1", value) for value in ("8", "99")]
        frames += [judge.asks("enter-mark", panel="process"), judge.sheets()["07"]]
        chief.asks("close-module", module="task")
        frames.append(judge.hears("module"))
        judge.says(t="ping", at=1)
        frames.append(judge.hears("pong"))
        house.parts.desk.close()
        frames.append(judge.hears("bye"))
    described = _section("### 3.2 From the server") + "\n\n**"
    assert {frame["t"] for frame in frames} == set(re.findall(r"\n\*\*(\w+)\*\*", described)) - {"busy"}
    for frame in frames:
        said = described[described.index(f"\n**{frame['t']}**") + 3 :].partition("\n**")[0]
        assert {field for field in frame if field != "t" and f"`{field}`" not in said} == set(), frame["t"]


def test_the_limits_are_those_of_the_server():
    limits = dict(re.findall(r"^\| ([^|]+) \| ([^|]+) \|$", _section("## 9. Limits"), re.MULTILINE))
    desk = Limits()
    assert limits["one message"] == f"{LARGEST:,} bytes"
    assert limits["commands on their way on one socket"] == str(IN_FLIGHT)
    assert limits["hello"] == f"within {line.GREETED_WITHIN_S:.0f} s"
    assert limits["silence"] == f"{line.HEARD_WITHIN_S:.0f} s"
    assert limits["pings, faulty frames and the like on one socket"] == (
        f"{_TALK} at once, then {_TALK_A_SECOND} a second; `sheets` counts as {_SHEETS_COST}"
    )
    assert limits["new notes of one device"] == f"{NOTES} at once, then {NOTES_A_SECOND} a second; beyond that `busy`"
    assert limits["refusals of one device"] == (
        f"{desk.refusals_burst} at once, then {desk.refusals_per_second} a second; beyond that `busy`"
    )
    assert limits["frames waiting for a client that does not read"] == str(line.MOST_WAITING)
    assert limits["text"] == f"{LONGEST_TEXT} characters; a note {LONGEST_NOTE:,}"
    assert SAFE_INTEGER == 2**53 - 1


def test_a_session_lives_as_long_as_is_said():
    limits = SessionLimits()
    assert (limits.link, limits.idle, limits.absolute) == (600, 4 * 3600, 16 * 3600)
    assert "lives ten minutes" in TEXT
    assert "after four hours without use, after sixteen hours in any case" in TEXT


def test_the_examples_of_refusals_and_errors_say_what_the_server_would_say():
    refused = next(frame for frame in EXAMPLES if frame.get("outcome") == "refused")
    said = tuple(each.format(**refused["details"]) for each in SENTENCES[refused["reason"]])
    assert (refused["zh"], refused["en"]) == said
    error = next(frame for frame in EXAMPLES if frame.get("t") == "error")
    assert (error["zh"], error["en"]) == ERRORS[error["reason"]]
    fault = error["faults"][0]
    assert (fault["zh"], fault["en"]) == SAID["text"]
