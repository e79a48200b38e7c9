"""A marking scheme's workbook becomes the text of a rulebook and a report on what it adds up to."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

from biwu.faults import Unusable
from biwu.rulebooks.marking_scheme.checking import Said, report
from biwu.rulebooks.marking_scheme.reading import read_scheme
from biwu.rulebooks.marking_scheme.writing import as_rulebook
from domain.names import ID
from domain.rulebook.reading import parse
from web.imports.reading.files import shown_name

_SECTION = re.compile(r"([0-9]{1,2}(?:\.[0-9]{1,2})?)=([0-9]{1,4}(?:\.[0-9]{1,9})?)")


def brought_in(workbook: Path, name: str, sections: str, *, full_or_zero: bool) -> tuple[str, list[Said]]:
    """The rulebook's text and the report. `name`: its id, if it can be one; `sections`: `1=5,2=25`, or empty.

    Raises: Unusable for a file that cannot be opened; Malformed with every fault of the workbook and its cell.
    """
    stated = _sections(sections)
    try:
        content = workbook.read_bytes()
    except OSError as error:
        zh = f"无法读取 {workbook}：{error.strerror}"
        raise Unusable(zh, f"cannot read {workbook}: {error.strerror}") from error
    scheme = read_scheme(content, workbook.name)
    own = name if ID.fullmatch(name) else "marking-scheme"
    text = as_rulebook(scheme, own, shown_name(workbook.name), full_or_zero=full_or_zero)
    parse(text)  # what is written has no fault
    return text, list(report(scheme, stated))


def _sections(written: str) -> dict[str, Decimal]:
    found: dict[str, Decimal] = {}
    for part in filter(None, (each.strip() for each in written.split(","))):
        matched = _SECTION.fullmatch(part)
        if matched is None:
            raise Unusable(f"--sections 中的“{part}”应如 1=5", f"--sections: “{part}” should be like 1=5")
        found[matched[1]] = Decimal(matched[2])
    return found
