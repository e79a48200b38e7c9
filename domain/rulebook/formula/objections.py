"""What a formula may not say though it can be read: zero divisors, giant powers, wrong arguments."""

from __future__ import annotations

from domain.rulebook.formula.constants import DIGITS, EXPONENT, Constants, too_large
from domain.rulebook.formula.faults import FormulaFault
from domain.rulebook.formula.functions import MODES, PLACES, stated, takes
from domain.rulebook.formula.syntax import Call, Tree, Word, member_names


def object_to_division(divisor: Tree, position: int, constants: Constants) -> None:
    """Raises: FormulaFault if the divisor is zero whatever the marks."""
    if constants.of(divisor) == 0:
        raise FormulaFault("formula-zero-divisor", position)


def object_to_power(base: Tree, exponent: Tree, position: int, constants: Constants) -> None:
    """Raises: FormulaFault if the exponent is a giant, or the power a giant or one over zero, whatever the marks."""
    times, of = constants.of(exponent), constants.of(base)
    if times is None:
        return
    if abs(times) > EXPONENT:
        raise FormulaFault("formula-exponent", position, most=EXPONENT)
    if of == 0 and times < 0:
        raise FormulaFault("formula-zero-divisor", position)
    if of is not None and too_large(of, int(times)):
        raise FormulaFault("formula-too-large", position, most=DIGITS)


def object_to_call(call: Call, position: int, constants: Constants) -> None:
    """Raises: FormulaFault if a function cannot take what it is given."""
    if not takes(call.function, len(call.arguments)):
        raise FormulaFault(
            "formula-arguments", position, name=call.function, expected=stated(call.function), found=len(call.arguments)
        )
    if call.over_family and not member_names(call):
        raise FormulaFault("formula-no-family", position, name=call.function)
    match call:
        case Call("round", (_, places, *mode)):
            _object_to_rounding(places, mode, position, constants)
        case Call("mod" | "root", (_, divisor)):
            object_to_division(divisor, position, constants)
        case Call("power", (base, exponent)):
            object_to_power(base, exponent, position, constants)


def _object_to_rounding(places: Tree, mode: list[Tree], position: int, constants: Constants) -> None:
    number = constants.of(places)
    if number is None or number.denominator != 1 or abs(number) > PLACES:
        raise FormulaFault("formula-places", position, most=PLACES)
    if mode and not (isinstance(mode[0], Word) and mode[0].text in MODES):
        raise FormulaFault("formula-rounding", position, expected=", ".join(MODES))
