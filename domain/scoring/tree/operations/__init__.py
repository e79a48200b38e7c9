"""The operations of the tree: how many numbers become one, and what an input that is no number does."""
