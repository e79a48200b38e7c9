"""A record and an open desk of its own for each test that asks for one."""

import pytest

from tests.ledger.tiny import opened


@pytest.fixture
def opened_here(tmp_path):
    record, desk = opened(tmp_path / "contest")
    desk.start()
    yield record, desk
    desk.close()
    record.close()


@pytest.fixture
def record(opened_here):
    return opened_here[0]


@pytest.fixture
def desk(opened_here):
    return opened_here[1]


@pytest.fixture
def folder(tmp_path, opened_here):
    """The data folder of `record` and `desk`."""
    return tmp_path / "contest"
