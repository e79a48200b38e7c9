"""One contest: its rulebook, entries, batches, seats and modules."""
