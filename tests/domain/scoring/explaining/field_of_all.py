"""Random rulebooks with every operation there is, and a random field of entries for them."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from hypothesis import strategies as st

from domain.rulebook.reading import parse
from domain.scoring.numbers import ABSENT, NoResult
from domain.scoring.scored import Given

HEAD = Path(__file__).with_name("every_operation.toml").read_text(encoding="utf-8")
BETTER, ENDS = (
    ("higher", "lower"),
    ("", 'round = { places = 1, mode = "half_even" }', 'round = { step = 0.25, mode = "up" }'),
)
TAKES = ("best", "worst", "mean", "median", "sum", "count", "sd", "mad")
DISPLAYS = ("1224", "1223", "1334", "1234", "fractional")
OWN = 'scale = "own"\ncentre = 100\nspread = 15'
GIVES = ("place", "count", "sum")
TIES = ("each", "shared", "mean")
TABLE = "table = [{ from = 0, points = 9 }, { from = 80, points = 4 }]"
OVER_JUDGES = ("mean", "median", "min", "max", "sum", "product", "majority", "trimmed_sum", "trimmed_mean")
FORMULAS = (
    "if(sheet >= 3 and best < 300, sheet * 2 - best / 7, -sheet ^ 2 + 1)",
    "round(sum(tm * 1.5) / 3, 2) + count(tm)",
    "sqrt(sheet ^ 2 + 2) + max(tm) - mod(best, 7)",
    "clamp(100 / (sheet - 4), -3, entry.age)",
    "median(tm - sheet) + abs(largest(tm) - smallest(tm)) + floor(best / 3)",
)


class _Drawn:
    """Keys drawn for nodes."""

    def __init__(self, draw):
        self.draw = draw

    def pick(self, *of):
        return self.draw(st.sampled_from(of))

    def policy(self):
        missing, failed = self.pick("wait", "zero", "ignore"), self.pick("stop", "worst", "ignore", "zero")
        return f'missing = "{missing}"\nfailed = "{failed}"'

    def better(self):
        return f'better = "{self.pick(*BETTER)}"'


def _taking(drawn):
    found = {f"over-{n}": (op, 'panel = "p"', 'over = "judges"', drawn.policy()) for n, op in enumerate(OVER_JUDGES)}
    of_times = ('panel = "t"', drawn.policy(), drawn.better())
    by_number = 'drops = { "5" = 1, "4" = 1, "3" = 0 }'
    return found | {
        "best": ("best", *of_times),
        "two": ("best_sum", *of_times, "count = 2"),
        "three": ("best_mean", *of_times, "count = 3"),
        "five": ("average_of_five", *of_times),
        "agreed": ("agreement", 'panel = "q"', drawn.policy()),
        "all": ("marks", 'panel = "p"'),
        "wide": ("trimmed_mean", 'panel = "p"', 'over = "judges"', drawn.policy(), by_number),
        "rates": ("weighted_mean", "weights = { sheet = 2, best = 0.5 }"),
        "by-judge": ("sum", 'panel = "p"', 'over = "aspects"'),
        "together": ("sum", 'of = ["all", "by-judge", "over-0"]', drawn.policy()),
    }


def _beside(drawn):
    pick = drawn.pick
    return {
        "table": ("table", 'of = "best"', TABLE, pick("", "below = 1")),
        "less": ("difference", 'of = ["sheet", "best"]', "at_least = -100", "at_most = 4"),
        "by": ("ratio", 'of = ["best", "sheet"]', "times = 100"),
        "over": (
            "overtime", 'of = "best"', "limit = 50", "each = 7", "lose = 0.5", pick("", "most = 3"),
            f'counted = "{pick("started", "whole", "exact")}"',
        ),
        "voided": ("veto", 'of = "sheet"', 'when = "found"', pick("gives = 0", "gives = 1.5", 'gives = "no_result"')),
        "worked": ("formula", f'formula = "{pick(*FORMULAS)}"', pick('missing = "wait"', 'missing = "ignore"')),
    }  # fmt: skip


def _across(drawn):
    pick, better = drawn.pick, drawn.better
    return {
        "places": ("rank", 'of = "by-judge"', f'display = "{pick(*DISPLAYS)}"', better()),
        "skating": ("majority_place", 'of = "places"', 'over = "judges"', f'gives = "{pick(*GIVES)}"'),
        "cup": ("points_for_place", 'of = "total"', "points = [10, 7, 4]", f'ties = "{pick(*TIES)}"', better()),
        "standard": (
            "standardise", 'of = "total"', pick('scale = "z"', 'scale = "t"', OWN),
            f'sd = "{pick("population", "sample")}"',
        ),
        "scaled": ("worldskills_scale", 'of = "total"', f'among = "{pick("marked", "all_as_zero")}"'),
        "share": ("ratio_to_best", 'of = "best"', better(), pick("", 'by = "group"')),
        "middle": ("field", 'of = "total"', f'take = "{pick(*TAKES)}"'),
    }  # fmt: skip


@st.composite
def texts(draw):
    """Every operation once or more, with keys drawn for it, as a rulebook is written."""
    drawn = _Drawn(draw)
    nodes = _taking(drawn) | _beside(drawn) | _across(drawn)
    written = [
        f'[nodes.{name}]\nop = "{op}"\n' + "\n".join([*keys, drawn.pick(*ENDS) if op != "marks" else ""])
        for name, (op, *keys) in nodes.items()
    ]
    return HEAD + "\n".join(written)


def _mark(aspect):
    low, high = int(aspect.min / aspect.step), int(min(aspect.max, 1000) / aspect.step)
    number = st.integers(low, min(high, low + 300)).map(lambda steps: aspect.step * steps)
    if aspect.step < Decimal("0.1"):
        number = st.integers(0, 12).map(Decimal)
    odd = st.sampled_from([None, NoResult("DNF"), ABSENT])
    return st.one_of(number, number, number, number, number, number, odd)


@st.composite
def entries(draw, rules):
    sheets = {
        panel.id: {aspect.id: {seat: draw(_mark(aspect)) for seat in panel.seats} for aspect in panel.aspects}
        for panel in rules.panels
    }
    marks = {
        panel: {aspect: {seat: mark for seat, mark in of.items() if mark is not None} for aspect, of in each.items()}
        for panel, each in sheets.items()
    }
    status = draw(st.sampled_from([{}, {}, {}, {"": "dsq"}, {"items": "dnf"}]))
    taken = draw(st.sampled_from([{}, {}, {"total": Decimal("0.5")}]))
    return Given(
        marks, status, None, {"age": str(draw(st.integers(5, 50))), "group": draw(st.sampled_from("xy"))}, taken
    )


@st.composite
def fields(draw):
    """(rulebook, entry -> what is given of it)."""
    rules = parse(draw(texts()))
    return rules, {f"e{n}": draw(entries(rules)) for n in range(draw(st.integers(1, 4)))}
