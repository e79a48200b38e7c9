"""How people write the same thing: full-width signs, stray spaces, dashes for nothing, numbers as text."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from domain.marks import canonical
from web.imports.reading.cells import Cell, Odd

INVISIBLE = "\u00ad\u200b\u200e\u200f\u2060\ufeff"  # left behind by copying out of web pages and chat programs
LETTERS = {wide: wide - 0xFEE0 for span in ("０９", "Ａｚ") for wide in range(ord(span[0]), ord(span[1]) + 1)}
SIGNS = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}
DROPPED = dict.fromkeys(map(ord, INVISIBLE))
HAN = r"[\u3005\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
BETWEEN_HAN = re.compile(rf"(?<={HAN})\s+(?={HAN})")
NOTHING = {"", "-", "--", "–", "—", "――", "——", "－", "/", "／", "无", "n/a", "none"}
PLAIN_NUMBER = re.compile(r"-?[0-9]{1,12}(?:\.[0-9]{1,12})?")  # as domain.marks takes them
DIGITS = ("", *"一二三四五六七八九")
TENS = ("", "十", *(f"{digit}十" for digit in DIGITS[2:]))
COUNTED = {f"{TENS[n // 10]}{DIGITS[n % 10]}": str(n) for n in range(1, 100)} | {f"{n}": f"{n}" for n in range(1, 100)}
NTH_BATCH = re.compile(r"第?([0-9一二三四五六七八九十]{1,3})[场批]次?")
EXACT_DIGITS = 15  # a spreadsheet keeps no more of a number
UNREADABLE = {"Cc", "Cf", "Co", "Cs"}
NO_CHARACTERS = "\ufffd\ufffe\uffff"


def tidy(text: str) -> str:
    """Text with half-width digits and letters, single spaces, nothing invisible, and one form of each sign (NFC)."""
    return " ".join(unicodedata.normalize("NFC", text.translate(DROPPED).translate(LETTERS)).split())


def text_of(cell: Cell) -> str:
    """What the cell says, tidied; a number as plain digits."""
    if isinstance(cell, str):
        return tidy(cell)
    return canonical(cell) if isinstance(cell, Decimal) else cell.shown


def is_nothing(cell: Cell) -> bool:
    """Whether the cell is blank or holds one of the ways to write that there is nothing."""
    return isinstance(cell, str) and tidy(cell).lower() in NOTHING


def lost_digits(cell: Cell) -> bool:
    """Whether the cell is a number so long that the spreadsheet has already replaced its last digits by zeros."""
    return isinstance(cell, Decimal) and abs(cell) >= 10**EXACT_DIGITS


def exact_number(cell: Cell) -> Decimal | None:
    """The number in a cell, exactly as written, or None: text in full-width digits too, but no 1e3, 1,000 or 8,5."""
    if isinstance(cell, Odd):
        return None
    text = cell.translate(DROPPED).translate(SIGNS).strip() if isinstance(cell, str) else canonical(cell)
    return Decimal(canonical(Decimal(text))) if PLAIN_NUMBER.fullmatch(text) else None


def entry_number(cell: Cell) -> str:
    """An entry number or code as ids are written: tidied, and its dashes half-width too."""
    return text_of(cell).translate(SIGNS)


def batch_name(text: str) -> str:
    """`第3场`, `第三场` and `三批次` are batch `3`; every other name stays."""
    found = NTH_BATCH.fullmatch(text)
    return COUNTED.get(found[1], text) if found else text


def person_name(text: str) -> str:
    """A tidied name without the spaces that only line names up: 张　三 is 张三, Anna Li stays."""
    return BETWEEN_HAN.sub("", text)


def squeezed(text: str) -> str:
    """A name for comparing: no spaces, no case, one form of every middle dot."""
    return re.sub(r"[·•・‧⋅.\s]", "", tidy(text)).casefold()


def odd_sign(text: str) -> str:
    """The first character that cannot stand in a name, as `U+E000`, or ''."""
    for sign in text:
        if sign in NO_CHARACTERS or unicodedata.category(sign) in UNREADABLE:
            return f"U+{ord(sign):04X}"
    return ""
