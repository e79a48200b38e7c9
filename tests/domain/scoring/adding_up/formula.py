"""Works a formula out from its text by Python's own grammar, in Fractions; irrational functions to 60 digits."""

import ast
import math
import operator
import re
from collections.abc import Callable
from contextlib import suppress
from decimal import Decimal, localcontext
from fractions import Fraction
from statistics import median

SIGNS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv}
COMPARES = {
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
}
FAMILY: dict[str, Callable] = {
    "sum": sum, "mean": lambda x: Fraction(sum(x)) / len(x), "median": median, "product": math.prod, "count": len,
    "smallest": min, "largest": max, "min": min, "max": max,
}  # fmt: skip
PLAIN: dict[str, Callable] = {
    "min": min, "max": max, "abs": abs, "floor": math.floor, "ceil": math.ceil, "mod": operator.mod,
    "clamp": lambda x, low, high: max(low, min(x, high)), "round": lambda x, p=0: _half_up(x, int(p)),
    "sqrt": lambda x: _power(x, Fraction(1, 2)), "root": lambda x, n: _power(x, 1 / Fraction(n)),
    "power": lambda x, n: _power(x, Fraction(n)),
}  # fmt: skip
DIGITS = 70


class NoNumber(Exception):  # noqa: N818 - no fault
    """What a formula asks for is missing or has no result."""


def worked_out(told, values):
    """The formula's value from its own text and the told inputs."""
    words: dict[str, list] = {}
    for given, value in zip(told["inputs"], values, strict=True):
        words.setdefault(given["word"], []).append(value)
    words |= {word: [Fraction(found)] for word, found in told["details"].items()}
    marked = {f"w{n}": words[word] for n, word in enumerate(words)}
    text = told["stated"]["formula"]
    for n, word in enumerate(words):
        text = re.sub(rf"(?<![\w.]){re.escape(word)}(?![\w.(])", f"w{n}", text)
    text = re.sub(r"\bif\(", "if_(", text.replace("^", "**").replace("<>", "!="))
    return _of(ast.parse(re.sub(r"(?<![<>=!])=(?!=)", "==", text), mode="eval").body, marked, None)


def _of(tree, words, member):  # noqa: PLR0911 - one answer a kind of part
    match tree:
        case ast.Constant():
            return Fraction(str(tree.value))
        case ast.Name():
            found = words[tree.id]
            value = found[member or 0] if len(found) > 1 else found[0]
            if not isinstance(value, Fraction):
                raise NoNumber
            return value
        case ast.UnaryOp(op=ast.Not()):
            return Fraction(not _of(tree.operand, words, member))
        case ast.UnaryOp():
            return -_of(tree.operand, words, member)
        case ast.BoolOp():
            test = all if isinstance(tree.op, ast.And) else any
            return Fraction(test(_of(each, words, member) for each in tree.values))
        case ast.Compare():
            return Fraction(
                COMPARES[type(tree.ops[0])](_of(tree.left, words, member), _of(tree.comparators[0], words, member))
            )
        case ast.BinOp(op=ast.Pow()):
            return _power(_of(tree.left, words, member), Fraction(_of(tree.right, words, member)))
        case ast.BinOp():
            return SIGNS[type(tree.op)](Fraction(_of(tree.left, words, member)), _of(tree.right, words, member))
    return _call(tree.func.id, tree.args, words, member)


def _call(function, arguments, words, member):
    if function == "if_":
        return _of(arguments[1] if _of(arguments[0], words, member) else arguments[2], words, member)
    if function in FAMILY and len(arguments) == 1:
        size = max(
            len(words[each.id]) for each in ast.walk(arguments[0]) if isinstance(each, ast.Name) and each.id in words
        )
        return FAMILY[function](list(_members(arguments[0], words, size)))
    return PLAIN[function](*(_of(each, words, member) for each in arguments))


def _members(tree, words, size):
    """Of those members that have a number."""
    for at in range(size):
        with suppress(NoNumber):
            yield _of(tree, words, at)


def _half_up(number, places):
    scaled = abs(number) * 10**places
    return math.copysign(1, number).__int__() * Fraction(math.floor(scaled + Fraction(1, 2)), 10**places)


def _power(base, exponent):
    if exponent.denominator == 1:
        return Fraction(base) ** exponent.numerator
    with localcontext() as context:
        context.prec = DIGITS
        return Fraction(+(_decimal(base) ** _decimal(exponent)))


def _decimal(number):
    return Decimal(Fraction(number).numerator) / Decimal(Fraction(number).denominator)
