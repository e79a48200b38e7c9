"""Faults in what comes after the totals: ties, prizes, teams and honours."""
