"""The read-only API gives programs what the public pages show, and docs/api.md says so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.routing import Route

from tests.support.house import House
from tests.support.small import FLOOR
from web.api.routes import ROUTES

DOCS = (Path(__file__).parents[2] / "docs" / "api.md").read_text(encoding="utf-8")


def test_the_list_of_contests(house: House):
    house.prepared()
    assert house.visitor().opens("/api/1/contests").json() == {
        "contests": [
            {
                "id": "c1",
                "title": {"zh": "小赛", "en": "Small contest"},
                "phase": "marking",
                "entries": 2,
                "zone": "Asia/Shanghai",
                "drill": False,
            }
        ]
    }


def test_a_contest_lists_what_has_been_published(house: House):
    told = house.final().visitor().opens("/api/1/contests/c1").json()
    assert [(each["revision"], each["kind"]) for each in told["results"]] == [(1, "provisional"), (2, "final")]
    assert told["head"]["phase"] == "final"


def test_numbers_are_exact_text(house: House):
    rows = house.final().visitor().opens("/api/1/contests/c1/results/2").json()["rows"]
    assert [(row["place"], row["total"], row["values"]) for row in rows] == [
        (1, "83.70", {"theory": "90.0", "task": "81.00"}),
        (2, "80.70", {"theory": "80.0", "task": "81.00"}),
    ]


def test_progress_counts_codes_by_module_and_state(house: House):
    house.prepared()
    house.marks(FLOOR[0], "07", p1="15")
    assert house.visitor().opens("/api/1/contests/c1/progress").json() == {
        "contest": "c1",
        "phase": "marking",
        "modules": [
            {"id": "theory", "open": True, "states": {"waiting": 2}},
            {"id": "task", "open": True, "states": {"working": 1, "waiting": 1}},
        ],
    }


def test_progress_of_a_contest_without_rules_is_empty(house: House):
    house.opened()
    assert house.visitor().opens("/api/1/contests/c1/progress").status_code == 200


@pytest.mark.parametrize(
    "path", ["c9", "c9/board", "c9/progress", "c9/results/1", "c1/results/9", "c1/results/x", "c1/nothing"]
)
def test_what_is_not_there_is_404_in_both_languages(house: House, path):
    house.provisional()
    response = house.visitor().opens(f"/api/1/contests/{path}")
    assert response.status_code == 404
    assert response.json() == {"reason": "404", "zh": "没有这个页面。", "en": "There is no such page."}


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_nothing_can_be_changed_here(house: House, method):
    house.prepared()
    response = house.visitor().http.request(method, "/api/1/contests/c1/board")
    assert response.status_code == 405


def test_the_guide_names_every_address_and_nothing_else():
    told = set(re.findall(r"^### `GET (/api/1/\S*)`", DOCS, re.MULTILINE))
    assert told == {route.path.replace(":int}", "}") for route in ROUTES if isinstance(route, Route)}
    assert len(told) == len(ROUTES)
