"""What every test stands on: one event loop library, and the same examples on every machine."""

import os

import pytest
from hypothesis import settings

# time limits would make a busy machine fail; in CI the examples are fixed, so that a red run can be run again
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


@pytest.fixture
def anyio_backend():
    return "asyncio"
