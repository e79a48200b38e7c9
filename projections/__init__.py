"""Views folded from the record."""
