"""The map shows every module, and README shows the map."""

import pytest

from tests.house import map as house_map
from tests.house.map import CLOSING, OPENING, READMES
from tests.house.rooms import FLOORS, ROOT, files, first_sentence, name

MODULES = [path for path in files(".py", ".js") if path.stat().st_size or not name(path).startswith("tests/")]


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_begins_with_one_sentence(path):
    sentence = first_sentence(path)
    assert sentence.endswith((".", "。")), (
        f"{name(path)} begins with {sentence!r}: one sentence on the first line, please"
    )


def test_every_module_is_on_the_map_once():
    shown = [line.split()[0] for line in house_map.lines()]
    modules = [path for path in files(".py", ".js", rooms=FLOORS) if path.name != "__init__.py"]
    folders = {f"{name(path.parent)}/" for path in files(".py", ".js", rooms=FLOORS)}
    assert sorted(shown) == sorted([*(path.name for path in modules), *folders])


@pytest.mark.parametrize("readme", READMES)
def test_readme_shows_the_map(readme):
    text = (ROOT / readme).read_text(encoding="utf-8")
    shown = text.partition(OPENING)[2].partition(CLOSING)[0].strip().removeprefix("```text").strip("`\n")
    assert shown.splitlines() == house_map.lines(), "run `make map`"


def test_hanging_the_map_changes_nothing_around_it_and_hanging_it_twice_nothing_at_all():
    once = house_map.hung(f"before\n{OPENING}\nan old map\n{CLOSING}\nafter\n")
    assert once.startswith(f"before\n{OPENING}\n")
    assert once.endswith(f"{CLOSING}\nafter\n")
    assert "an old map" not in once
    assert house_map.hung(once) == once
    assert house_map.hung("no marks, no map") == "no marks, no map"
