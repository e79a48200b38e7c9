"""Tables that organisers take away: CSV and .xlsx that no spreadsheet program mistakes for formulas."""
