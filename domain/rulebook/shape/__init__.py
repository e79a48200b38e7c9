"""What is known of each node before any mark: its axes, how many inputs it takes, its decimals."""
