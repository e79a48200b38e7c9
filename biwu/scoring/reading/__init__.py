"""Reads entries, marks and rulings out of tables, with every fault at its line."""
