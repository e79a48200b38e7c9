"""Any node, told apart by its `op`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from domain.rulebook.nodes.beside import Converting
from domain.rulebook.nodes.field import FieldWide
from domain.rulebook.nodes.taking import Combining, Weighing

AnyNode = Combining | Weighing | Converting | FieldWide
Node = Annotated[AnyNode, Field(discriminator="op")]
