"""The marking tree at work: where inputs come from, how they become one number, and what is written down about it."""
