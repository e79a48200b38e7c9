"""What rulings do to the score: which node deductions are taken from."""

from __future__ import annotations

from domain.rulebook.parts import Id, Part


class Rulings(Part):
    """`deduction_from` names the node that loses the points; without it the total, or each stage's."""

    deduction_from: Id | None = None
