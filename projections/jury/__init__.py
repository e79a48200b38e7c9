"""What only the jury is shown: what new rules changed, and who should have stood down."""
