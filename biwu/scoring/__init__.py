"""Scores tidy files without a server: tables become events of the record, folded and evaluated as everywhere else."""
