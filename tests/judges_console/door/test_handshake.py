"""Who may open the judges' socket at all: pages of ours, programs, and only in a language we speak."""

import pytest
from starlette.testclient import WebSocketDenialResponse

from tests.judges_console.judge import JSON, MSGPACK, PATH, connected
from tests.support.client import ORIGIN
from tests.support.small import FLOOR


@pytest.mark.parametrize(
    "origin",
    ["null", "http://evil.example", "http://testserver.evil.example", "http://testserver:81", "https://testserver"],
)
def test_a_page_from_elsewhere_is_refused_before_the_socket_opens(house, origin):
    house.prepared()
    visitor = house.as_(FLOOR[0])
    with pytest.raises(WebSocketDenialResponse) as denied, connected(visitor, origin=origin):
        pass
    assert denied.value.status_code == 403


def test_a_cookie_counts_only_with_an_origin_of_ours(house):
    house.prepared()
    with pytest.raises(WebSocketDenialResponse), connected(house.as_(FLOOR[0]), origin=None):
        pass


@pytest.mark.parametrize("offered", [[], ["biwu.json.2"], ["graphql-ws", "mqtt"]])
def test_without_one_of_our_subprotocols_there_is_no_socket(house, offered):
    http = house.visitor().http
    with pytest.raises(WebSocketDenialResponse) as denied, http.websocket_connect(PATH, subprotocols=offered):
        pass
    assert denied.value.status_code == 400
    assert denied.value.json()["subprotocols"] == [JSON, MSGPACK]


def test_of_several_subprotocols_the_first_we_speak_is_taken(house):
    http = house.visitor().http
    with http.websocket_connect(PATH, subprotocols=["x", MSGPACK, JSON], headers={"Origin": ORIGIN}) as session:
        assert session.accepted_subprotocol == MSGPACK
