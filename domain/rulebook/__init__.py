"""A contest's scoring rules as data, checked and fixed by digest."""
