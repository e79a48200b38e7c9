"""Everything that can be wrong with a rulebook, found at once and said in both languages."""
