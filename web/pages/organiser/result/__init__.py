"""From the jury's standings to the final result: seen, published, taken away as a table."""
