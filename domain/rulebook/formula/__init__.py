"""The formula language of a rulebook: from text to a syntax tree, with every fault at its place."""
