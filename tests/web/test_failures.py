"""Whatever goes wrong, a person reads one sentence in their language, and never a traceback."""

from __future__ import annotations

import pytest
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from domain.errors import Fault, Malformed, Refused
from ledger.errors import CommandFailed, DeskClosed, RecordDamaged
from tests.support.house import House, open_house
from web import failures
from web.acting import TooBusy
from web.failures import SAID

FAULT = Fault("Sheet1!C7", "不是数字", "not a number")
CAUSES = {
    "403": (HTTPException(403), 403),
    "404": (HTTPException(404), 404),
    "413": (HTTPException(413), 413),
    "429": (HTTPException(429, headers={"Retry-After": "7"}), 429),
    "odd": (HTTPException(418), 418),
    "refused": (Refused("unknown-code", code="99"), 409),
    "too-many-tries": (Refused("too-many-tries", wait_s=9), 429),
    "malformed": (Malformed([FAULT]), 422),
    "busy": (TooBusy(1500), 503),
    "closed": (DeskClosed("disk"), 503),
    "failed": (CommandFailed("KeyError"), 503),
    "damaged": (RecordDamaged("event 7"), 503),
    "bug": (KeyError("NAME-OF-SOMEBODY"), 500),
}


@pytest.fixture
def house(tmp_path):
    async def fails(request: Request) -> Response:
        raise CAUSES[request.path_params["cause"]][0]

    with open_house(tmp_path, [Route("/fails/{cause}", fails)]) as house:
        yield house


@pytest.mark.parametrize("cause", CAUSES)
def test_every_failure_is_a_page_in_the_readers_language(house: House, cause):
    for language, heading in (("zh", "未能完成"), ("en", "This did not work")):
        response = house.visitor().opens(f"/fails/{cause}", language)
        assert response.status_code == CAUSES[cause][1]
        assert heading in response.text
        for secret in ("Traceback", "NAME-OF-SOMEBODY", ".py"):
            assert secret not in response.text


def test_a_program_reads_both_languages_and_a_word(house: House):
    told = house.visitor().opens("/fails/refused", Accept="application/json").json()
    assert told == {"reason": "unknown-code", "zh": "没有编号 99。", "en": "There is no code 99."}


@pytest.mark.parametrize(
    ("cause", "reason"),
    [("closed", "desk-closed"), ("failed", "command-failed"), ("damaged", "record-unreadable")],
)
def test_a_program_is_told_what_of_the_record_is_in_the_way(house: House, cause, reason):
    assert house.visitor().opens(f"/fails/{cause}", Accept="application/json").json()["reason"] == reason


def test_a_faulty_file_is_told_fault_by_fault(house: House):
    assert "Sheet1!C7" in house.visitor().opens("/fails/malformed").text
    assert "不是数字" in house.visitor().opens("/fails/malformed", "zh").text
    told = house.visitor().opens("/fails/malformed", Accept="application/json").json()
    assert told["faults"] == [{"place": "Sheet1!C7", "zh": "不是数字", "en": "not a number"}]


@pytest.mark.parametrize(("cause", "wait"), [("429", "7"), ("too-many-tries", "9"), ("busy", "2")])
def test_who_has_to_wait_is_told_how_long(house: House, cause, wait):
    assert house.visitor().opens(f"/fails/{cause}").headers["Retry-After"] == wait


def test_a_closed_desk_says_that_nothing_is_lost_on_the_device(house: House):
    assert "Keep what is on this device" in house.visitor().opens("/fails/closed").text


def test_a_bug_is_logged_with_its_place_and_without_what_it_says(house: House, caplog):
    house.visitor().opens("/fails/bug")
    (line,) = [record for record in caplog.records if record.name == "web.failures"]
    assert "KeyError" in line.getMessage()
    assert "in fails" in line.getMessage()
    assert "NAME-OF-SOMEBODY" not in line.getMessage()
    assert line.exc_info is None


def test_when_the_page_itself_is_broken_there_is_still_an_answer(house: House, monkeypatch):
    def breaks(*_args, **_words):
        raise RuntimeError

    monkeypatch.setattr(failures, "render", breaks)
    response = house.visitor().opens("/fails/bug")
    assert response.status_code == 500
    assert response.text == "\n".join(SAID[500])
    assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_a_way_that_is_not_offered_is_405(house: House):
    assert house.visitor().http.request("PUT", "/").status_code == 405


@pytest.mark.parametrize("status", SAID)
def test_both_languages_say_it(status):
    zh, en = SAID[status]
    assert any("\u4e00" <= letter <= "\u9fff" for letter in zh)
    assert not any("\u4e00" <= letter <= "\u9fff" for letter in en)


@pytest.mark.parametrize("path", ["/results/c1/", "/api/1/contests/c1/results/", "/boards/"])
def test_an_address_without_end_leads_nowhere(house: House, path):
    response = house.prepared().visitor().opens(path + "9" * 5000)
    assert response.status_code == 414
    assert "Traceback" not in response.text
