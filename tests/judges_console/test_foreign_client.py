"""Somebody who has only docs/protocol.md can judge: enrol, mark, survive the network, sign, and understand a no."""

from __future__ import annotations

import ast
import sys
import time
from pathlib import Path

import pytest

from domain.contest.commands import CloseModule
from domain.sheets.commands import ReopenSheet
from domain.sheets.events import MarkChanged, MarkEntered, SheetSigned
from domain.streams import SheetKey, sheet
from registry.access.places import Place
from tests.judges_console import foreign_client
from tests.judges_console.foreign_client import ForeignClient, HungUp
from tests.judges_console.relay import relay
from tests.judges_console.served import served
from tests.support.small import CHIEF, FLOOR, ORGANISER, WHY, C

PLACE = Place(C, "process", "F1")

pytestmark = pytest.mark.slow


@pytest.fixture
def line():
    with relay() as passing:
        yield passing


@pytest.fixture
def server(tmp_path, line):
    with served(tmp_path, line.address) as running:
        line.target = running.address
        running.prepared()
        yield running


def _link(server, account="fay", place=PLACE):
    return server.parts.registry.links.make(account, ORGANISER.account, place).secret


def _enrolled(server, host="", subprotocol="biwu.json.1"):
    client = ForeignClient(host or server.address, subprotocol)
    client.enrol(_link(server))
    return client


def _marks(server, code="07", seat="F1"):
    """(aspect, value) of each mark event of a sheet, in order."""
    history = server.parts.record.stream(sheet(SheetKey(C, "process", code, seat)))
    marks = [one.event for one in history if isinstance(one.event, MarkEntered | MarkChanged)]
    return [(event.aspect, event.value) for event in marks]


def test_it_imports_nothing_of_ours():
    tree = ast.parse(Path(foreign_client.__file__).read_text(encoding="utf-8"))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    outside = {name.partition(".")[0] for name in imported} - set(sys.stdlib_module_names)
    assert outside == {"msgpack", "websockets"}


@pytest.mark.parametrize("subprotocol", ["biwu.json.1", "biwu.msgpack.1"])
def test_it_enrols_marks_and_signs(server, subprotocol):
    client = ForeignClient(server.address, subprotocol)
    told = client.enrol(_link(server))
    assert (told["contest"], told["panel"], told["seat"], told["role"]) == (C, "process", "F1", "floor_judge")
    client.connect()
    assert client.welcome["panel"]["aspects"][0]["max"] == "20"
    for aspect in client.welcome["panel"]["aspects"]:
        client.mark("07", aspect["id"], "8.0")
    client.settle()
    assert client.sheets["07"]["marks"]["p1"]["value"] == "8"
    assert client.sign("07")["outcome"] == "accepted"
    assert _marks(server) == [("p1", "8"), ("p2", "8")]
    history = server.parts.record.stream(sheet(SheetKey(C, "process", "07", "F1")))
    assert type(history[-1].event) is SheetSigned
    client.close()


def test_it_reads_a_refusal(server):
    client = _enrolled(server)
    client.connect()
    n = client.mark("07", "p1", "21")
    client.settle()
    refusal = client.answers[n]
    assert (refusal["outcome"], refusal["reason"]) == ("refused", "mark-outside-range")
    assert refusal["en"] == "21 lies outside the range 0 to 20."
    assert "20" in refusal["zh"]
    client.close()


def test_it_survives_a_cut_before_the_answer_without_doubling_a_mark(server, line):
    client = _enrolled(server, line.address)
    client.connect()
    for number in range(20):
        client.mark("07", ("p1", "p2")[number % 2], str(number))
    # every command arrives, no answer does, then the cable is pulled
    line.loses_answers = True
    for command in client.outbox.values():
        client._send(command)
    deadline = time.monotonic() + 10
    while len(_marks(server)) < 20:
        assert time.monotonic() < deadline
    line.cut()
    line.heal()
    client.settle()
    expected = [(("p1", "p2")[number % 2], str(number)) for number in range(20)]
    assert _marks(server) == expected
    assert [client.answers[n]["value"] for n in sorted(client.answers)] == [value for _, value in expected]
    client.close()


def test_it_survives_cuts_again_and_again(server, line):
    client = _enrolled(server, line.address)
    client.connect()
    for number in range(9):
        client.mark("12", "p1", str(number))
        if number % 3 == 2:
            line.cut()
            line.heal()
        client.settle()
    assert _marks(server, "12") == [("p1", str(number)) for number in range(9)]
    client.close()


def test_it_survives_a_restart_of_the_server(tmp_path):
    with served(tmp_path) as server:
        server.prepared()
        client = _enrolled(server)
        client.connect()
        sent = client.mark("07", "p1", "8")
        command = client.outbox[sent]
        client.settle()
        before = client.answers.pop(sent)
    with served(tmp_path) as server:
        client.host = server.address
        client.outbox[sent] = command  # as if the answer had been lost
        after = client.mark("07", "p2", "9")
        client.settle()
        assert client.answers[sent] == before
        assert client.answers[after]["outcome"] == "accepted"
        assert client.welcome["counter"] == sent
        assert _marks(server) == [("p1", "8"), ("p2", "9")]
        client.close()


def test_a_command_with_a_reason_is_known_again_after_a_restart(tmp_path):
    with served(tmp_path) as server:
        server.marked()
        official = ForeignClient(server.address)
        official.enrol(_link(server, CHIEF.account, Place(C)))
        official.connect()
        n = official.give("reopen-sheet", panel="product", code="07", seat="S1", note="misread")
        command = official.outbox[n]
        official.settle()
        before = official.answers.pop(n)
        assert before["outcome"] == "accepted"
    with served(tmp_path) as server:
        official.host = server.address
        official.outbox[n] = command
        official.settle()
        assert official.answers[n] == before
        official.close()


def test_it_comes_back_on_its_device_and_goes_on_counting(server):
    client = _enrolled(server)
    client.connect()
    client.mark("07", "p1", "8")
    client.settle()
    device, counter = client.device, client.counter
    assert client.enrol(_link(server))["device"] == device
    client.connect()
    assert client.welcome["counter"] == counter
    client.mark("07", "p2", "9")
    client.settle()
    assert _marks(server) == [("p1", "8"), ("p2", "9")]
    client.close()


def test_it_hears_what_happens_elsewhere(server):
    client = _enrolled(server)
    client.connect()
    for aspect in ("p1", "p2"):
        client.mark("07", aspect, "8")
    client.sign("07")
    server.does(CHIEF, ReopenSheet(C, "process", "07", "F1", WHY))
    server.does(CHIEF, CloseModule(C, "task"))
    client.watch(1)
    assert (client.sheets["07"]["state"], client.sheets["07"]["reason"]) == ("reopened", "chief-judge")
    assert client.welcome["module"]["open"] is False
    client.close()


def test_it_understands_that_it_is_not_wanted(server):
    assert ForeignClient(server.address).enrol("guessed")["reason"] == "link-unknown"
    client = ForeignClient(server.address)
    client.session = "guessed"
    with pytest.raises(HungUp) as hung_up:
        client.connect()
    assert hung_up.value.bye["reason"] == "session-missing"
    server.parts.registry.accounts.create("ruth", "Ruth", "root")
    server.parts.registry.grants.grant("ruth", FLOOR[0].role, PLACE, "root")
    client.enrol(_link(server, "ruth"))
    with pytest.raises(HungUp) as hung_up:
        client.connect()
    assert hung_up.value.bye["reason"] == "seat-taken"
    client.close()


def test_it_learns_of_its_own_mistakes(server):
    client = _enrolled(server)
    client.connect()
    client.give("enter-mark", panel="process", code="07", aspect="p1", value=8)
    client.settle()
    assert client.errors[0]["reason"] == "command-shape"
    assert client.errors[0]["faults"][0]["place"] == "body.value"
    client.close()
