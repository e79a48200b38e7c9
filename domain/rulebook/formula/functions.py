"""The functions a formula may call, and how many arguments each takes."""

from __future__ import annotations

from typing import Final

MODES: Final = ("half_up", "half_even", "down", "up")
PLACES: Final = 9  # round(x, places): from -9 (to thousand millions) to 9 decimals
ANY_NUMBER: Final = None

# name: fewest and most arguments
FUNCTIONS: Final[dict[str, tuple[int, int | None]]] = {
    "if": (3, 3),
    "number": (2, 2),
    "min": (1, ANY_NUMBER),
    "max": (1, ANY_NUMBER),
    "abs": (1, 1),
    "floor": (1, 1),
    "ceil": (1, 1),
    "round": (1, 3),
    "clamp": (3, 3),
    "mod": (2, 2),
    "sqrt": (1, 1),
    "root": (2, 2),
    "power": (2, 2),
    "exp": (1, 1),
    "ln": (1, 1),
    "log10": (1, 1),
    "sum": (1, 1),
    "mean": (1, 1),
    "median": (1, 1),
    "product": (1, 1),
    "count": (1, 1),
    "smallest": (1, 1),
    "largest": (1, 1),
}


def takes(function: str, arguments: int) -> bool:
    """Whether the function takes so many."""
    fewest, most = FUNCTIONS[function]
    return fewest <= arguments and (most is ANY_NUMBER or arguments <= most)


def stated(function: str) -> str:
    """How many it takes, for a sentence: `2`, `1–3`, `≥ 1`."""
    fewest, most = FUNCTIONS[function]
    if most is ANY_NUMBER:
        return f"≥ {fewest}"
    return str(fewest) if fewest == most else f"{fewest}–{most}"
