"""Titles and skill grades that a result recommends for, with the rule that gave them."""
