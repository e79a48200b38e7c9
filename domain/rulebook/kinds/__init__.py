"""The kinds of aspects: what a judge enters for each, and within which bounds."""
