"""Plays a whole contest through the real doors, marked 演练 everywhere."""
