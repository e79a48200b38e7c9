"""The log says where something failed and never what was said there: it might be a name, a mark or a token."""

from __future__ import annotations

import logging

import pytest

from biwu.log import begin


@pytest.fixture
def _logging_as_before():
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)


@pytest.mark.usefixtures("_logging_as_before")
@pytest.mark.parametrize("form", ["text", "json"])
def test_what_escapes_us_is_logged_without_its_own_words(form, capsys):
    begin(form, "info")
    names = {number: f"name {number}" for number in range(9)}
    try:
        int(names[7])
    except ValueError:  # as the server under us logs what nobody caught
        logging.getLogger("uvicorn.error").exception("Exception in ASGI application")
    told = capsys.readouterr().err
    assert "ValueError" in told
    assert "test_log.py" in told
    assert "name 7" not in told
