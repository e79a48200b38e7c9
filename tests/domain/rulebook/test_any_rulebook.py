"""Whatever stands in a rulebook's text: a rulebook comes of it, or faults with their places, and nothing else."""

import copy
import tomllib
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.errors import Malformed
from domain.rulebook.reading import parse
from tests.domain.rulebook.cases.book import STAGED
from tests.domain.rulebook.cases.everything import EVERYTHING, as_toml, holders


@given(st.text(max_size=40))
def test_any_text_is_a_rulebook_or_malformed(text):
    with pytest.raises(Malformed):
        parse(text)


NAMES = st.sampled_from(
    [
        "",
        "?",
        "kept",
        "prelim.kept",
        "final.theory",
        "sheet",
        "sheet.finish",
        "prelim",
        "a.b.c",
        "1/3",
        "none",
        "judges",
        "total",
    ]
)
FORMULAS = st.lists(
    st.sampled_from(
        [
            "kept",
            "sheet.j_1",
            "theory",
            "entry.x",
            "sum(",
            "(",
            ")",
            "+",
            "-",
            "/",
            "^",
            "0",
            "2",
            ",",
            "if(",
            "nobody",
            "'",
        ]
    ),
    max_size=9,
).map(" ".join)
PLAIN = st.one_of(
    st.booleans(),
    st.integers(-3, 12),
    st.sampled_from([10**30, Decimal("0.1"), Decimal("1e-12"), Decimal("1e20"), Decimal("nan")]),
    NAMES,
    FORMULAS,
    st.text(max_size=5),
    st.just(date(1979, 5, 27)),
)
KEYS = st.sampled_from(
    ["id", "names", "stage", "stages", "kind", "op", "of", "when", "panel", "round", "title", "", "a b"]
)
VALUES = st.recursive(
    PLAIN,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS | NAMES | st.text(max_size=3), inner, max_size=3),
    max_leaves=5,
)


def spoiled(book, data):
    """Something of it is replaced, left out, added or written twice."""
    holder = data.draw(st.sampled_from(holders(book)))
    keys = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
    key = data.draw(st.sampled_from(keys))
    way = data.draw(st.sampled_from(["replaced", "left out", "added"]))
    if way == "left out":
        del holder[key]
    elif way == "replaced":
        holder[key] = data.draw(VALUES)
    elif isinstance(holder, dict):
        holder[data.draw(KEYS)] = data.draw(VALUES)
    else:
        holder.append(data.draw(VALUES | st.just(copy.deepcopy(holder[key]))))


def faults_of(text):
    """None of a good rulebook, at least one of any other."""
    try:
        parse(text)
    except Malformed as malformed:
        return malformed.faults or [None]
    return []


@given(st.data())
@settings(max_examples=300, deadline=None)
def test_any_value_anywhere_is_taken_or_told(data):
    """A few things of a good rulebook get any other value: never anything but a rulebook or faults with places."""
    book = tomllib.loads(data.draw(st.sampled_from([EVERYTHING, STAGED])), parse_float=Decimal)
    for _ in range(data.draw(st.integers(1, 3))):
        spoiled(book, data)
    assert all(fault.place and fault.zh and fault.en for fault in faults_of(as_toml(book)))


@given(FORMULAS)
def test_any_formula_is_taken_or_told_at_its_place(formula):
    faults = faults_of(EVERYTHING + f'[nodes.more]\nop = "formula"\nformula = "{formula}"')
    assert {fault.place for fault in faults} <= {"nodes.more", "nodes.more.formula"}
