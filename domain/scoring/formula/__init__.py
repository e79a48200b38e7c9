"""What a formula comes to for given marks: exact where the answer is rational, 50 digits where it is not."""
