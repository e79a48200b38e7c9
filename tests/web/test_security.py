"""What stands before every door: these rules hold for all routes there are, whoever adds the next one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.testclient import WebSocketDenialResponse

from judges_console.page import ROOM, routes
from judges_console.socket import JudgesSocket
from tests.support.client import ORIGIN
from tests.support.doors import addresses, sockets, unsafe
from tests.support.house import House, open_house
from tests.support.small import FLOOR, ORGANISER
from web.app import build
from web.limits import PerAddress
from web.parts import Doors
from web.security import LARGEST_FORM, headers_for, takes

EVERYWHERE = headers_for(Doors(frozenset({ORIGIN})))
ODD_ORIGINS = [
    "null",
    "",
    "http://testserver:81",
    "https://testserver",
    "http://sub.testserver",
    "http://testserver.evil.example",
    "http://evil.example",
    "HTTP://TESTSERVER",
]


@pytest.fixture
def house(tmp_path) -> Iterator[House]:
    """With every door the wiring opens, the judges' too."""
    with open_house(tmp_path, lambda parts: routes(JudgesSocket(parts)), [ROOM]) as house:
        yield house


def test_every_response_of_every_route_carries_the_headers(house: House):
    house.final()
    visitors = (house.visitor(), house.as_(ORGANISER), house.as_(FLOOR[0]))
    for method, path in addresses(house.app):
        for visitor in visitors:
            response = visitor.http.request(method, path)
            missing = {name for name, value in EVERYWHERE.items() if response.headers.get(name) != value}
            assert missing == set(), (method, path)
            assert response.headers["Cache-Control"], (method, path)


def test_failures_carry_the_headers_too(tmp_path):
    async def boom(_request: Request) -> Response:
        raise RuntimeError("NAME-OF-SOMEBODY")

    with open_house(tmp_path, [Route("/boom", boom)]) as house:
        for path, status in (("/boom", 500), ("/nowhere", 404)):
            response = house.visitor().opens(path)
            assert response.status_code == status
            assert {name: response.headers.get(name) for name in EVERYWHERE} == EVERYWHERE
            assert response.headers["Cache-Control"] == "no-store"


def test_the_policy_allows_no_inline_script_no_frame_and_no_other_host():
    policy = EVERYWHERE["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "connect-src 'self' ws://testserver;" in policy
    assert "unsafe" not in policy
    assert "*" not in policy


def test_over_https_browsers_are_told_to_stay_there():
    told = headers_for(Doors(frozenset({"https://biwu.example"}), secure=True))
    assert told["Strict-Transport-Security"]
    assert "connect-src 'self' wss://biwu.example;" in told["Content-Security-Policy"]


def test_a_file_under_its_digest_is_kept_for_good_and_under_another_is_not_there(house: House):
    path = house.app.state.press.path_of("web/static/seal.svg")
    kept = house.visitor().opens(path)
    assert kept.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert kept.headers["Content-Type"] == "image/svg+xml"
    assert house.visitor().opens(path.replace(house.app.state.press.digest, "0" * 16)).status_code == 404


@pytest.mark.parametrize("path", ["web/templates/page.html", "web/static/../app.py", "%2e%2e/app.py"])
def test_nothing_but_static_files_is_given_out(house: House, path):
    assert house.visitor().opens(f"/static/{house.app.state.press.digest}/{path}").status_code == 404


def test_every_route_that_changes_something_asks_for_a_form_of_ours(house: House):
    house.prepared()
    paths = unsafe(house.app)
    assert "/sign-in" in paths
    assert "/enrol" in paths
    for path in paths:
        for visitor in (house.visitor(), house.as_(ORGANISER), house.as_(FLOOR[0])):
            other = house.as_(ORGANISER)
            for sent in ({}, {"csrf": ""}, {"csrf": "0" * 64}, {"csrf": other.csrf()}):
                response = visitor.http.post(path, data=sent, headers={"Accept": "application/json"})
                assert (response.status_code, response.json()["reason"]) == (403, "csrf"), path


def test_a_form_of_ours_comes_through_in_a_field_or_in_a_header(house: House):
    visitor = house.visitor()
    token = visitor.csrf()
    assert visitor.http.post("/language", data={"csrf": token, "language": "en"}).status_code == 303
    headers = {"X-CSRF-Token": token}
    assert visitor.http.post("/language", data={"language": "en"}, headers=headers).status_code == 303


@pytest.mark.parametrize("origin", ODD_ORIGINS)
def test_a_form_from_another_origin_is_refused_even_with_the_token(house: House, origin):
    visitor = house.as_(ORGANISER)
    sent = {"csrf": visitor.csrf(), "language": "en"}
    assert visitor.http.post("/language", data=sent, headers={"Origin": origin}).status_code == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_form_the_browser_itself_calls_foreign_is_refused(house: House, site):
    visitor = house.as_(ORGANISER)
    sent = {"csrf": visitor.csrf(), "language": "en"}
    assert visitor.http.post("/language", data=sent, headers={"Sec-Fetch-Site": site}).status_code == 403


@pytest.mark.parametrize("origin", ODD_ORIGINS)
def test_no_socket_opens_for_a_page_of_another_origin(house: House, origin):
    house.prepared()
    for path in sockets(house.app):
        for visitor in (house.visitor(), house.as_(FLOOR[0])):
            with pytest.raises(WebSocketDenialResponse) as refused, visitor.socket(path, origin):
                pass
            assert refused.value.status_code == 403


def test_a_socket_without_an_origin_brings_no_cookie(house: House):
    """A program names no origin; a browser's cookie without one is somebody's trick."""
    house.prepared()
    with house.visitor().socket("/boards/c1/socket", origin=None):
        pass
    with (
        pytest.raises(WebSocketDenialResponse) as refused,
        house.as_(FLOOR[0]).socket("/boards/c1/socket", origin=None),
    ):
        pass
    assert refused.value.status_code == 403
    assert refused.value.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("host", ["evil.example", "testserver:81", "testserver.evil.example", ""])
def test_the_server_answers_under_its_own_names_only(house: House, host):
    assert house.visitor().opens("/", Host=host).status_code == 421


def test_cookies_are_out_of_reach_for_scripts_and_other_sites(house: House):
    house.parts.registry.accounts.set_password("olga", "correct horse battery", "root")
    visitor = house.visitor()
    visitor.csrf()
    response = visitor.sends("/sign-in", account="olga", password="correct horse battery")
    cookies = response.headers.get_list("set-cookie")
    assert {cookie.partition("=")[0] for cookie in cookies} == {"biwu", "biwu_device"}
    for cookie in cookies:
        attributes = {part.strip().lower() for part in cookie.split(";")[1:]}
        assert {"httponly", "samesite=strict", "path=/"} <= attributes
        assert not any(attribute.startswith("domain") for attribute in attributes)


def test_over_https_cookies_stay_there_and_are_bound_to_the_host(tmp_path):
    with open_house(tmp_path, doors=Doors(frozenset({ORIGIN}), secure=True)) as house:
        cookie = house.visitor().opens("/").headers["set-cookie"]
    assert cookie.startswith("__Host-biwu_visitor=")
    assert "; secure" in cookie.lower()


def test_no_token_stands_in_an_address(house: House):
    """Addresses are logged and shown; a session's or link's secret never is one."""
    house.parts.registry.accounts.set_password("olga", "correct horse battery", "root")
    visitor = house.visitor()
    response = visitor.sends("/sign-in", account="olga", password="correct horse battery", next="/desk?x=1")
    assert response.headers["location"] == "/desk?x=1"
    link = house.parts.registry.links.make("olga", "root")
    response = house.visitor().sends("/enrol", secret=link.secret)
    assert link.secret not in response.headers["location"]


def test_a_form_beyond_its_size_is_not_read(house: House):
    visitor = house.visitor()
    token = visitor.csrf()
    assert visitor.sends("/sign-in", account="x" * LARGEST_FORM).status_code == 413

    def in_pieces():
        yield f"csrf={token}&account=".encode()
        for _ in range(LARGEST_FORM // 1024):
            yield b"x" * 1024

    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    assert visitor.http.post("/sign-in", content=in_pieces(), headers=headers).status_code == 413


def test_a_door_may_take_more_when_it_says_so(tmp_path):
    @takes(2 * LARGEST_FORM)
    async def upload(request: Request) -> Response:
        form = await request.form()
        return PlainTextResponse(str(len(str(form["text"]))))

    with open_house(tmp_path, [Route("/upload", upload, methods=["POST"])]) as house:
        visitor = house.visitor()
        assert visitor.sends("/upload", text="x" * (LARGEST_FORM + 1)).text == str(LARGEST_FORM + 1)
        assert visitor.sends("/upload", text="x" * (2 * LARGEST_FORM)).status_code == 413


@pytest.mark.parametrize("path", ["/sign-in", "/enrol"])
def test_an_address_that_tries_too_often_has_to_wait(house: House, path):
    house.app.state.tries = PerAddress(burst=3, per_second=1, clock=lambda: 0.0)
    visitor = house.visitor()
    answers = [visitor.sends(path, account="nobody", password="x", secret="x") for _ in range(4)]
    assert [answer.status_code for answer in answers[:3]] != [429] * 3
    assert answers[3].status_code == 429
    assert answers[3].headers["Retry-After"] == "1"


def test_a_route_that_cannot_be_checked_stops_the_start(house: House):
    with pytest.raises(TypeError, match="only plain routes"):
        build(house.parts, [Mount("/more", routes=[])])


def test_a_body_said_to_be_huge_is_refused_before_it_comes(house: House):
    headers = {"Content-Length": "9" * 400, "Content-Type": "application/x-www-form-urlencoded"}
    response = house.visitor().http.post("/sign-in", content=b"", headers=headers)
    assert response.status_code == 413


def test_a_failure_inside_reading_is_no_bug(tmp_path):
    async def reads(request: Request) -> Response:
        if not await request.body():
            raise HTTPException(400)
        return PlainTextResponse("")

    with open_house(tmp_path, [Route("/reads", reads, methods=["POST"])]) as house:
        visitor = house.visitor()
        headers = {"X-CSRF-Token": visitor.csrf()}
        assert visitor.http.post("/reads", content=b"x" * (LARGEST_FORM + 1), headers=headers).status_code == 413
