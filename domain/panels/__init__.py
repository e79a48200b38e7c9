"""What the seats of one panel have signed for one code."""
