"""Nodes across the field: whom they set against each other, and what everybody gets."""
