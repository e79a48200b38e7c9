"""What every test stands on: one event loop library, and the same examples on every machine."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

# time limits would make a busy machine fail; in CI the examples are fixed, so that a red run can be run again
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")

# Hundreds of tests open records that wait for the disk at each commit. What they check needs no disk, so where there is
# a roomy one in memory they use that. What a kill or a lost log leaves behind is the kernel's to keep either way.
_MEMORY, _ROOM = Path("/dev/shm"), 2 * 1024**3
if "TMPDIR" not in os.environ and os.access(_MEMORY, os.W_OK) and shutil.disk_usage(_MEMORY).free > _ROOM:
    tempfile.tempdir = str(_MEMORY)


@pytest.fixture
def anyio_backend():
    return "asyncio"
