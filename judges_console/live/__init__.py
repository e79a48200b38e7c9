"""Judges' connections while they are open: what goes out, what is handed in, and who hears of what."""
