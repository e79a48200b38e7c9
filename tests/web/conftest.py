"""Web tests happen in a whole house."""

from tests.support.house import house

__all__ = ["house"]
