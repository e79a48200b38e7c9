"""Each floor knows only what its row of the floors' table names, and runs on Windows as on Linux."""

import ast
import sys
import tomllib

import pytest

from tests.house.rooms import FLOORS, ROOT, files, module, name

# packages from outside, by floor; what may be imported from floor to floor is import-linter's (pyproject.toml)
MAY_IMPORT = {
    "domain/rulebook": {"pydantic", "pydantic_core"},
    "domain": set(),
    "ledger": {"eventsourcing", "msgpack"},
    "registry": {"cryptography"},
    "projections": set(),
    "web": {"starlette", "jinja2", "babel", "openpyxl", "segno", "msgpack", "markupsafe"},
    "judges_console": {"starlette", "jinja2", "msgpack"},
    "biwu": {"starlette", "jinja2", "uvicorn", "uvloop", "websockets", "msgpack", "babel"},
}
POSIX_ONLY = {"fcntl", "resource", "pwd", "grp", "termios", "tty", "pty", "syslog", "uvloop", "readline"}
WINDOWS_ONLY = {"msvcrt", "winreg", "_winapi"}


def _imports(tree):
    """Top-level packages a module imports, wherever in it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield (node.module or "").partition(".")[0]


def _allowed(path):
    return next(allowed for room, allowed in MAY_IMPORT.items() if name(path).startswith(f"{room}/"))


@pytest.mark.parametrize("path", list(files(".py", rooms=FLOORS)), ids=name)
def test_a_floor_imports_only_what_its_row_names(path):
    outside = set(_imports(module(path))) - set(sys.stdlib_module_names) - set(FLOORS)
    assert outside <= _allowed(path), f"{name(path)} imports {sorted(outside - _allowed(path))}"


@pytest.mark.parametrize("path", list(files(".py", rooms=FLOORS)), ids=name)
def test_what_runs_on_one_system_alone_is_imported_behind_a_question(path):
    """At a module's top such an import must stand inside `if` or `try`; a venue's laptop runs Windows or UOS."""
    bare = {
        each
        for statement in module(path).body
        if isinstance(statement, ast.Import | ast.ImportFrom)
        for each in _imports(ast.Module([statement], []))
    }
    assert bare & (POSIX_ONLY | WINDOWS_ONLY) == set()


def test_every_floor_has_its_contracts():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    layers = next(contract["layers"] for contract in settings["contracts"] if contract["type"] == "layers")
    assert sorted(settings["root_packages"]) == sorted(FLOORS)
    assert sorted(" ".join(layers).replace("|", " ").split()) == sorted(FLOORS)
