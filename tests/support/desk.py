"""The organiser's desk in the field's words: open a page, send its form under its number, read what it says."""

from __future__ import annotations

import html
import io
import re
from typing import Any

import xlwt

from tests.support.client import Visitor
from tests.support.small import C
from web.exports.delimited import csv_table

HEADINGS = ("参赛号", "姓名", "代表队", "组别", "场次")
SECRET = re.compile(r"/enrol#([\w-]+)")
NUMBER = re.compile(r'name="n" value="(\d+)"')


class AtDesk:
    """One person at a contest's desk. `page` is the last response, `text` what it says without its markup."""

    def __init__(self, visitor: Visitor, contest: str = C) -> None:
        self.visitor, self.root = visitor, f"/desk/{contest}"
        self.page: Any = None

    def opens(self, path: str = "", language: str = "en") -> AtDesk:
        self.page = self.visitor.opens(self.root + path, language)
        return self

    def sends(self, path: str, n: str = "", language: str = "en", files: Any = None, **fields: str) -> AtDesk:
        """A form, under the number of the page last seen unless another is given; a redirect is followed."""
        self.page = self.visitor.sends(self.root + path, language, files, n=n or self.n, **fields)
        if self.page.status_code == 303:
            self.page = self.visitor.opens(self.page.headers["location"], language)
        return self

    def reads(self, path: str, content: bytes, name: str = "list.csv", **fields: str) -> AtDesk:
        """A file is sent to be read and shown."""
        return self.sends(path, files={"file": (name, content)}, **fields)

    @property
    def n(self) -> str:
        """The number the page's forms carry."""
        return number_in(self.page.text)

    @property
    def status(self) -> int:
        return int(self.page.status_code)

    @property
    def text(self) -> str:
        return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", self.page.text)).split())

    def hidden(self, name: str) -> str:
        """A hidden field's value."""
        found = re.search(rf'name="{re.escape(name)}" value="([^"]*)"', self.page.text)
        assert found, name
        return html.unescape(found[1])

    def says(self, *words: str) -> bool:
        return all(word in self.text for word in words)


def number_in(page: str) -> str:
    """The number that the forms of a page carry."""
    found = NUMBER.search(page)
    assert found, page
    return found[1]


def secret_in(page: str) -> str:
    """The secret of the first one-time link on a page."""
    found = SECRET.search(page)
    assert found, page
    return found[1]


def entries(*rows: tuple[str, ...]) -> bytes:
    """A list of entries as CSV: number, name, delegation, category, batch."""
    return csv_table(HEADINGS, rows)


def scores(*rows: tuple[str, ...], by: str = "参赛号") -> bytes:
    """A score file as CSV: number (or code), score."""
    return csv_table((by, "成绩"), rows)


def xls(*rows: tuple[str, ...]) -> bytes:
    """A workbook of the old kind, as units still send it."""
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("名单")
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            sheet.write(row, column, cell)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()
