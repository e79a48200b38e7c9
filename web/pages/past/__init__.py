"""Looking back: any earlier moment of a contest, and how a figure came about."""
