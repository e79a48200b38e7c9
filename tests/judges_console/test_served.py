"""The judges' socket behind the real server: both encodings, floods, garbage, and a server that stops."""

from __future__ import annotations

import asyncio
import json
import random

import msgpack
import pytest
from websockets.asyncio.client import connect as dial
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect
from websockets.typing import Subprotocol

from judges_console.frames import LARGEST
from judges_console.session import IN_FLIGHT
from registry.access.places import Place
from tests.judges_console.judge import JSON, MSGPACK
from tests.judges_console.served import served
from tests.support.small import FLOOR, C

READ = {JSON: json.loads, MSGPACK: msgpack.unpackb}
WRITE = {JSON: json.dumps, MSGPACK: msgpack.packb}

pytestmark = pytest.mark.slow


class Plain:
    """A bare socket of one seat."""

    def __init__(self, socket, subprotocol):
        self.socket, self.subprotocol = socket, subprotocol

    def says(self, **frame):
        self.socket.send(WRITE[self.subprotocol](frame))

    def hears(self):
        return READ[self.subprotocol](self.socket.recv(timeout=10))

    def marks(self, n, value, code="07"):
        body = {"panel": "process", "code": code, "aspect": "p1", "value": value}
        self.says(t="command", n=n, name="enter-mark", body=body)


@pytest.fixture
def server(tmp_path):
    with served(tmp_path) as running:
        running.prepared()
        yield running


def _dialled(server, subprotocol):
    return connect(server.socket_url, subprotocols=[subprotocol], proxy=None, compression=None)


def _welcomed(server, socket, subprotocol):
    token = server.parts.registry.sessions.open("fay", Place(C, "process", "F1")).token
    plain = Plain(socket, subprotocol)
    plain.says(t="hello", token=token)
    assert plain.hears()["t"] == "welcome"
    return plain


@pytest.mark.parametrize("subprotocol", [JSON, MSGPACK])
def test_a_flood_of_commands_is_answered_each_once(server, subprotocol):
    with _dialled(server, subprotocol) as socket:
        judge = _welcomed(server, socket, subprotocol)
        waiting = set(range(1, 301))
        on_their_way: set[int] = set()
        values = {}
        while waiting or on_their_way:
            while waiting and len(on_their_way) < IN_FLIGHT:
                n = waiting.pop()
                judge.marks(n, str(n % 21))
                on_their_way.add(n)
            answer = judge.hears()
            assert answer["outcome"] == "accepted"
            on_their_way.remove(answer["n"])
            values[answer["n"]] = answer["value"]
        assert values == {n: str(n % 21) for n in range(1, 301)}


def test_more_than_may_be_on_their_way_are_told_to_wait_and_nothing_is_lost(server):
    with _dialled(server, JSON) as socket:
        judge = _welcomed(server, socket, JSON)
        for n in range(1, IN_FLIGHT + 51):
            judge.marks(n, "8")
        answers = [judge.hears() for _ in range(IN_FLIGHT + 50)]
        assert {answer["t"] for answer in answers} <= {"receipt", "busy"}
        assert {answer["n"] for answer in answers} == set(range(1, IN_FLIGHT + 51))


@pytest.mark.parametrize("subprotocol", [JSON, MSGPACK])
def test_a_message_too_large_closes_the_socket_with_its_code(server, subprotocol):
    with _dialled(server, subprotocol) as socket:
        judge = _welcomed(server, socket, subprotocol)
        judge.says(t="hello", token="x" * LARGEST)
        with pytest.raises(ConnectionClosed) as closed:
            judge.hears()
        assert closed.value.rcvd
        assert closed.value.rcvd.code == 1009


@pytest.mark.parametrize("subprotocol", [JSON, MSGPACK])
def test_garbage_neither_stops_the_server_nor_leaves_an_event(server, subprotocol):
    chance = random.Random(7)
    before = server.parts.record.head()
    for _ in range(5):
        with _dialled(server, subprotocol) as socket:
            judge = _welcomed(server, socket, subprotocol)
            for _ in range(40):
                garbage = chance.randbytes(chance.randrange(1, 200))
                socket.send(garbage if chance.random() < 0.5 else garbage.decode("latin-1"))
            said = {judge.hears()["t"] for _ in range(40)}
            assert said == {"error"}
    assert server.parts.record.head() == before
    with _dialled(server, subprotocol) as socket:
        judge = _welcomed(server, socket, subprotocol)
        judge.marks(1, "8")
        assert judge.hears()["value"] == "8"


def test_all_seats_mark_at_once_and_each_hears_its_own_answers(server):
    seats = [(judge.account, Place(C, *judge.seat.split("."))) for judge in FLOOR]

    async def one(account, place):
        token = server.parts.registry.sessions.open(account, place).token
        async with dial(server.socket_url, subprotocols=[Subprotocol(JSON)], proxy=None, compression=None) as socket:
            await socket.send(json.dumps({"t": "hello", "token": token}))
            assert json.loads(await socket.recv())["seat"] == place.seat
            for n in range(1, 51):
                body = {"panel": "process", "code": "07", "aspect": "p1", "value": str(n % 21)}
                await socket.send(json.dumps({"t": "command", "n": n, "name": "enter-mark", "body": body}))
                answer = json.loads(await socket.recv())
                assert (answer["n"], answer["value"]) == (n, str(n % 21))

    async def all_of_them():
        await asyncio.gather(*(one(*seat) for seat in seats))

    asyncio.run(all_of_them())


def test_a_server_that_stops_says_goodbye(server):
    with _dialled(server, JSON) as socket:
        judge = _welcomed(server, socket, JSON)
        judge.marks(1, "8")
        server.says_goodbye()
        assert judge.hears()["outcome"] == "accepted"
        bye = judge.hears()
        assert (bye["t"], bye["reason"]) == ("bye", "restart")
        assert bye["retry_after_ms"] > 0
        with pytest.raises(ConnectionClosed) as closed:
            judge.hears()
        assert closed.value.rcvd
        assert closed.value.rcvd.code == 1012
    assert len(server.judges) == 0


def test_a_server_that_is_stopped_at_once_closes_with_the_code_for_it(tmp_path):
    with served(tmp_path) as server:
        server.prepared()
        socket = _dialled(server, JSON).__enter__()
        _welcomed(server, socket, JSON)
    with pytest.raises(ConnectionClosed) as closed:
        socket.recv(timeout=5)
    assert closed.value.rcvd
    assert closed.value.rcvd.code == 1012
