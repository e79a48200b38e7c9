"""Names say what a thing is in the field's words; some words say nothing and are not used."""

import ast
import re

import pytest

from tests.house.rooms import files, module, name

EMPTY = {"manager", "service", "helper", "helpers", "util", "utils", "processor", "handler", "misc", "common", "base"}


def _words(identifier):
    """`SheetManager` and `sheet_manager` are the same two words."""
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", identifier)}


@pytest.mark.parametrize("path", list(files(".py", ".js", ".css", ".html")), ids=name)
def test_a_file_is_named_for_what_it_holds(path):
    assert _words(path.stem) & EMPTY == set()


@pytest.mark.parametrize("path", list(files(".py")), ids=name)
def test_a_class_is_named_for_what_it_is(path):
    classes = [node.name for node in ast.walk(module(path)) if isinstance(node, ast.ClassDef)]
    assert [each for each in classes if _words(each) & EMPTY] == []


@pytest.mark.parametrize("path", list(files(".js")), ids=name)
def test_a_class_in_a_script_is_named_for_what_it_is(path):
    classes = re.findall(r"\bclass (\w+)", path.read_text(encoding="utf-8"))
    assert [each for each in classes if _words(each) & EMPTY] == []
