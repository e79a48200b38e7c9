"""Blocks of a board where categories are ranked apart: the same cases as tests/js/blocks.test.js."""

import json
from pathlib import Path

import pytest

from web.live.blocks import lines

CASES = json.loads((Path(__file__).parents[2] / "js" / "blocks.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["says"] for case in CASES])
def test_where_categories_are_ranked_apart_each_is_a_block(case):
    rows = [
        {"code": code, "place": place, **({"category": category[0]} if category else {})}
        for code, place, *category in case["rows"]
    ]

    assert [line.get("code", line) for line in lines(rows)] == case["lines"]
