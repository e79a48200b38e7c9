"""From tally to final result, as numbered revisions."""
