"""From bytes to sheets of plain cells: .xlsx, .xls and CSV, each measured before it is believed."""
