"""The switch: what a reader chose holds, on every page, and leads nowhere else."""

from __future__ import annotations

import pytest

from tests.support.house import House


def test_the_choice_holds_from_then_on(house: House):
    visitor = house.visitor()
    assert "比武" in visitor.opens("/", "zh").text
    response = visitor.sends("/language", "zh", next="/boards/c1", language="en")
    assert (response.status_code, response.headers["location"]) == (303, "/boards/c1")
    assert 'lang="en"' in visitor.opens("/", "zh").text


@pytest.mark.parametrize("language", ["fr", "", "zh-Hans", "<script>"])
def test_another_language_is_refused(house: House, language):
    visitor = house.visitor()
    sent = {"csrf": visitor.csrf(), "language": language}
    assert visitor.http.post("/language", data=sent).status_code == 400


@pytest.mark.parametrize("elsewhere", ["//evil.example/", "/\\evil.example", "http://[", "//[::1", "javascript:x"])
def test_the_switch_leads_back_to_our_pages_only(house: House, elsewhere):
    visitor = house.visitor()
    sent = {"csrf": visitor.csrf(), "language": "en", "next": elsewhere}
    assert visitor.http.post("/language", data=sent).headers["location"] == "/"


def test_every_page_offers_the_other_language_in_that_language(house: House):
    house.prepared()
    for path in ("/", "/boards/c1", "/results/c1", "/sign-in", "/enrol", "/nowhere"):
        assert ">English</button>" in house.visitor().opens(path, "zh").text, path
        assert ">中文</button>" in house.visitor().opens(path, "en").text, path
