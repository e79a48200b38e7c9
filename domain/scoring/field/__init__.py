"""Rules across the field: each takes one column, the values of all who take part, and is exact."""
