"""The parts of the desk: its queue, what it knows, what it drafts, what it answers."""
