"""Stored names are forever: the table only grows, and each name keeps its bytes."""

import importlib
import inspect
import re
from pathlib import Path

import pytest

import domain
from ledger.codec import unpack
from ledger.event_names import CODEC, EVENT_NAMES, UPCASTS
from tests.ledger.golden import frozen, name_of, sample

EVENT_MODULES = [
    *(f"domain.{path.parent.name}.events" for path in Path(domain.__file__).parent.glob("*/events.py")),
    "ledger.events",
]


def _classes(module):
    found = importlib.import_module(module)
    return [each for _, each in inspect.getmembers(found, inspect.isclass) if each.__module__ == module]


@pytest.mark.parametrize("module", EVENT_MODULES)
def test_everything_that_happens_has_a_name(module):
    assert [each.__name__ for each in _classes(module) if each not in EVENT_NAMES.values()] == []


def test_a_name_once_frozen_stays_in_the_table():
    assert set(map(name_of, frozen())) - EVENT_NAMES.keys() == set()


def test_every_name_has_frozen_bytes():
    assert EVENT_NAMES.keys() - frozen().keys() == set(), "run python -m tests.ledger.golden"


@pytest.mark.parametrize("name", EVENT_NAMES)
def test_a_name_says_what_happened_and_in_which_shape(name):
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*/[1-9][0-9]*", name)


@pytest.mark.parametrize(("line", "hexed"), frozen().items())
def test_frozen_bytes_are_read_as_they_were_written(line, hexed):
    """Fields that came later have their defaults then."""
    name, body = name_of(line), bytes.fromhex(hexed)
    assert CODEC.decode(name, body) == sample(EVENT_NAMES[name], first=len(unpack(body)))


@pytest.mark.parametrize(("name", "hexed"), {name_of(line): hexed for line, hexed in frozen().items()}.items())
def test_todays_names_are_written_as_they_were_frozen_last(name, hexed):
    written, body = CODEC.encode(sample(EVENT_NAMES[name]))
    if written == name:  # the newest name of its class
        assert body.hex() == hexed
    else:
        assert name in UPCASTS
