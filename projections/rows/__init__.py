"""Ranked rows: how they are kept, shown and ranked, whoever may see them."""
