"""What goes out on one connection, in which order, and what happens to a client that is silent or does not read."""

from __future__ import annotations

import asyncio

import pytest

from domain.notes import NO_NOTE
from judges_console.frames import JSON
from judges_console.live import line as lines
from judges_console.live.line import Line
from judges_console.session import Session, Where
from tests.support.small import C


class Socket:
    """Takes what it is sent, unless it is stuck."""

    def __init__(self):
        self.sent, self.closed, self.stuck = [], None, False

    async def send(self, message):
        if self.stuck:
            await asyncio.Event().wait()
        if message["type"] == "websocket.close":
            self.closed = message["code"]
        else:
            self.sent.append(JSON.read(message["text"]))


def _line(socket, *, greeted=True):
    line = Line(socket.send, Session(JSON, lambda: 0))
    if greeted:
        line.session.where = Where(C, "process", "F1", None, lambda *_: NO_NOTE)
    return line


@pytest.fixture
def impatient(monkeypatch):
    monkeypatch.setattr(lines, "GREETED_WITHIN_S", 0.05)
    monkeypatch.setattr(lines, "HEARD_WITHIN_S", 0.1)
    monkeypatch.setattr(lines, "ANSWERED_WITHIN_S", 0.05)
    monkeypatch.setattr(lines, "_FAREWELL_S", 0.1)


@pytest.mark.anyio
@pytest.mark.parametrize(("greeted", "reason"), [(False, "hello-missing"), (True, "silent")])
async def test_whoever_stays_silent_is_let_go(impatient, monkeypatch, greeted, reason):
    monkeypatch.setattr(lines, "GREETED_WITHIN_S" if greeted else "HEARD_WITHIN_S", 3600)
    socket = Socket()
    line = _line(socket, greeted=greeted)
    if greeted:
        line._listen()  # the first look comes before the hello is due
    async with asyncio.timeout(5):
        await line.write()
    assert socket.sent[-1]["reason"] == reason
    assert socket.closed == 4408


@pytest.mark.anyio
async def test_whoever_is_heard_of_is_not(impatient):
    socket = Socket()
    line = _line(socket)
    writing = asyncio.create_task(line.write())
    for _ in range(15):
        line.heard()
        await asyncio.sleep(0.02)
    assert socket.sent == []
    line.cut()
    await asyncio.wait([writing])


@pytest.mark.anyio
async def test_chatter_is_no_hello(impatient):
    socket = Socket()
    line = _line(socket, greeted=False)
    writing = asyncio.create_task(line.write())
    async with asyncio.timeout(5):
        while not writing.done():
            line.heard()
            await asyncio.sleep(0.01)
    assert socket.sent[-1]["reason"] == "hello-missing"


@pytest.mark.anyio
async def test_a_client_that_reads_nothing_costs_no_memory_and_is_let_go(impatient):
    socket = Socket()
    socket.stuck = True
    line = _line(socket)
    writing = asyncio.create_task(line.write())
    for number in range(lines.MOST_WAITING * 3):
        line.say({"t": "pong", "at": number})
        if number % 100 == 0:
            await asyncio.sleep(0)
    assert line.is_hung_up
    await asyncio.wait([writing], timeout=5)
    assert writing.cancelled()


@pytest.mark.anyio
async def test_a_sheet_that_changes_often_is_sent_once_as_it_is_then():
    socket = Socket()
    line = _line(socket)
    values = [0]
    line.sheet_of = lambda code, batch: {"t": "sheet", "code": code, "batch": batch, "value": values[-1]}
    for value in range(5):
        values.append(value)
        line.tell({"07": "b1"})
    writing = asyncio.create_task(line.write())
    await asyncio.sleep(0.02)
    assert socket.sent == [{"t": "sheet", "code": "07", "batch": "b1", "value": 4}]
    line.cut()
    await asyncio.wait([writing])


@pytest.mark.anyio
async def test_the_last_word_waits_for_answers_but_not_for_ever(impatient):
    for answered in (True, False):
        socket = Socket()
        line = _line(socket)
        line.session.in_flight = 1
        writing = asyncio.create_task(line.write())
        line.hang_up("restart")
        await asyncio.sleep(0)
        assert socket.sent == []
        if answered:
            line.session.in_flight = 0
            line.say({"t": "receipt"})
        await asyncio.wait([writing], timeout=5)
        assert [frame["t"] for frame in socket.sent] == (["receipt", "bye"] if answered else ["bye"])
        line.cut()


@pytest.mark.anyio
async def test_the_first_reason_to_hang_up_is_the_one_that_is_told():
    socket = Socket()
    line = _line(socket)
    line.hang_up("restart")
    line.hang_up("silent")
    await line.write()
    assert [frame["reason"] for frame in socket.sent] == ["restart"]
    assert socket.closed == 1012
    line.cut()
