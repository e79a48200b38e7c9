"""Judges' figures as a page shows them: numbers cut to what is read, and places on one scale for the drawing."""

from __future__ import annotations

from fractions import Fraction

from domain.scoring.judges.concordance import in_words
from domain.scoring.numbers import Num
from projections.jury.judging import Judge, Judging
from projections.rows.view import Plain

_MINUS = "\N{MINUS SIGN}"
_HALF, _REACH = 50, 46  # per cent of the drawing's width: where zero is, and how far the outermost mark is from it


def drawn(found: Judging) -> Plain:
    """One panel for the page; `reach` is the difference at either end of the scale, "" where all agree."""
    outermost = [abs(Fraction(each)) for one in found.judges for each in (one.least, one.most) if each is not None]
    reach = max(outermost, default=Fraction(0))
    return {
        "panel": found.panel,
        "only": found.only,
        "judges": [_judge(each, reach) for each in found.judges],
        "reach": near(reach) if reach else "",
        "trimmed": found.trimmed,
        "w": None if found.w is None else near(found.w),
        "agree": "" if found.w is None else in_words(found.w),
        "raters": found.raters,
        "works": found.works,
    }


def near(number: Num, places: int = 2) -> str:
    """The nearest decimal of so many places, half to even, for reading only: no figure is made of it."""
    whole = round(Fraction(number) * 10**places)
    before, after = divmod(abs(whole), 10**places)
    return f"{_MINUS if whole < 0 else ''}{before}.{after:0{places}}"


def signed(number: Num) -> str:
    """As `near`, with its sign: 0 has none."""
    shown = near(number)
    return shown if shown.startswith(_MINUS) or not round(Fraction(number) * 100) else f"+{shown}"


def _judge(judge: Judge, reach: Fraction) -> Plain:
    said: Plain = {
        "seat": judge.seat,
        "marks": judge.marks,
        "highest": judge.highest,
        "lowest": judge.lowest,
        "outliers": judge.outliers,
        "strictness": None,
    }
    if judge.strictness is None or judge.least is None or judge.most is None:
        return said
    places = {"least": judge.least, "mean": judge.strictness, "most": judge.most}
    return said | {
        "strictness": signed(judge.strictness),
        "least": signed(judge.least),
        "most": signed(judge.most),
        "at": {word: _place(number, reach) for word, number in places.items()},
    }


def _place(difference: Num, reach: Fraction) -> str:
    """Per cent from the left."""
    return near(_HALF + (_REACH * Fraction(difference) / reach if reach else Fraction(0)), 1) + "%"
