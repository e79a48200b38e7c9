"""What happened, line by line, in words a jury reads."""
