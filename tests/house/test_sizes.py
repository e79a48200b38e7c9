"""Files, functions and folders stay small enough to be read at one sitting."""

import ast

import pytest

from tests.house.rooms import files, module, name

FILE_LINES = 250
FUNCTION_LINES = 40
FOLDER_FILES = 12
ENDINGS = (".py", ".js", ".css", ".html")

# what may be larger, and why; a function as `path::name`, a folder by its path
EXCEPTIONS: dict[str, str] = {}


@pytest.mark.parametrize("path", list(files(*ENDINGS)), ids=name)
def test_a_file_is_read_at_one_sitting(path):
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= FILE_LINES or name(path) in EXCEPTIONS, f"{name(path)} has {lines} lines"


@pytest.mark.parametrize("path", list(files(".py")), ids=name)
def test_a_function_does_one_thing(path):
    functions = [node for node in ast.walk(module(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = {node.name: _lines(node) for node in functions if _lines(node) > FUNCTION_LINES}
    assert [function for function in long if f"{name(path)}::{function}" not in EXCEPTIONS] == [], long


def _lines(function):
    """From `def` to the last line; the docstring is no work and is not counted."""
    first = function.body[0]
    told = first.end_lineno - first.lineno + 1 if ast.get_docstring(function) is not None else 0
    return function.end_lineno - function.lineno + 1 - told


def test_a_folder_is_seen_at_a_glance():
    folders: dict[str, int] = {}
    for path in files(*ENDINGS):
        if path.name != "__init__.py":  # the folder's own line on the map
            folders[name(path.parent)] = folders.get(name(path.parent), 0) + 1
    assert {folder: n for folder, n in folders.items() if n > FOLDER_FILES and folder not in EXCEPTIONS} == {}


def test_every_exception_still_is_one():
    sizes = {name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in files(*ENDINGS)}
    functions = {
        f"{name(path)}::{node.name}": _lines(node)
        for path in files(".py")
        for node in ast.walk(module(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    for place, reason in EXCEPTIONS.items():
        assert reason, place
        assert place in sizes or place in functions or any(file.startswith(f"{place}/") for file in sizes), place
        assert sizes.get(place, FILE_LINES + 1) > FILE_LINES, f"{place} is small by now"
        assert functions.get(place, FUNCTION_LINES + 1) > FUNCTION_LINES, f"{place} is short by now"
