"""Brings the catalogue of sentences up to date: new ones arrive empty, gone ones leave, translations stay."""

from __future__ import annotations

import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from tests.house.rooms import ROOT
from web.words.catalogue import CHINESE

# fixed, unlike Babel's own: a header with dates would change the file at every run
HEADER = """\
# Chinese for Biwu. The msgid is the English; `make words` keeps this file in step with templates and Python.
msgid ""
msgstr ""
"Language: zh_Hans\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

"""
ROOMS = ("web", "judges_console", "biwu")
METHODS = [("**.py", "python"), ("**.html", "jinja2")]
OPTIONS = {"**.html": {"trimmed": "true", "newstyle_gettext": "true", "silent": "false"}}


def spoken(root: Path = ROOT, rooms: tuple[str, ...] = ROOMS) -> Catalog:
    """Every sentence that templates and Python pass through gettext, with the files it stands in."""
    found = Catalog(locale="zh_Hans", domain="biwu")
    for room in rooms:
        for file, _, text, comments, context in extract_from_dir(root / room, METHODS, OPTIONS):
            found.add(text, locations=[(f"{room}/{Path(file).as_posix()}", 0)], auto_comments=comments, context=context)
    return found


def written(path: Path = CHINESE) -> Catalog:
    """The .po file as it stands, with whatever is missing in it."""
    with path.open(encoding="utf-8") as text:
        return read_po(text, locale="zh_Hans", domain="biwu")


def brought_up_to_date(found: Catalog, known: Catalog) -> Catalog:
    """The sentences found, each with the translation known for it."""
    for message in found:
        match = known.get(message.id, message.context) if message.id else None
        message.string = match.string if match else message.string
    return found


def as_text(catalogue: Catalog) -> bytes:
    body = io.BytesIO()
    write_po(body, catalogue, width=120, omit_header=True, sort_by_file=True, include_lineno=False)
    return HEADER.encode() + body.getvalue()


def main() -> int:
    found = brought_up_to_date(spoken(), written())
    CHINESE.write_bytes(as_text(found))
    missing = [message.id for message in found if message.id and not message.string]
    print(f"{len(found)} sentences, {len(missing)} untranslated", *missing, sep="\n  ")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
