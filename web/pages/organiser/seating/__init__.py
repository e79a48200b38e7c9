"""Who does what in a contest: judges in seats, officials in roles, and the one-time links that let them in."""
