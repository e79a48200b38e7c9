"""What a rulebook leaves unsaid is filled in, and what is run in several stages stands once for each."""
