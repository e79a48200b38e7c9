"""Faults of formulas, as they stand in a rulebook."""

from domain.rulebook.formula.constants import DIGITS, EXPONENT
from domain.rulebook.formula.functions import MODES, PLACES
from domain.rulebook.formula.parser import LENGTH
from domain.rulebook.formula.tokens import DIGITS as LONGEST
from tests.domain.rulebook.cases.book import Case, formula

HERE = "nodes.more.formula"
LONG = " + ".join(["total"] * 300)

CASES: list[Case] = [
    ("formula-empty", formula(" "), HERE, {}),
    ("formula-too-long", formula(LONG), HERE, {"found": len(LONG), "most": LENGTH}),
    ("formula-too-deep", formula("(" * 60 + "total" + ")" * 60), HERE, {"position": 41}),
    ("formula-unexpected", formula("total ; 1"), HERE, {"position": 7, "found": ";"}),
    ("formula-ends-early", formula("total +"), HERE, {}),
    ("formula-unclosed", formula("(total"), HERE, {"position": 1}),
    ("formula-number-too-long", formula("total + " + "1" * 31), HERE, {"position": 9, "most": LONGEST}),
    ("formula-unknown-function", formula("sqr(total)"), HERE, {"position": 1, "name": "sqr", "near": "sqrt"}),
    ("formula-arguments", formula("abs(total, 1)"), HERE, {"position": 1, "name": "abs", "expected": "1", "found": 2}),
    ("formula-no-family", formula("mean(3)"), HERE, {"position": 1, "name": "mean"}),
    ("formula-places", formula("round(total, 10)"), HERE, {"position": 1, "most": PLACES}),
    ("formula-rounding", formula('round(total, 1, "away")'), HERE, {"position": 1, "expected": ", ".join(MODES)}),
    ("formula-zero-divisor", formula("total / (2 - 2)"), HERE, {"position": 7}),
    ("formula-exponent", formula("total ^ 2000"), HERE, {"position": 7, "most": EXPONENT}),
    ("formula-too-large", formula("99999999 ^ 900"), HERE, {"position": 10, "most": DIGITS}),
]
