"""The nodes of the marking tree, by what they do with what they take in."""
