"""The rules of a contest as pure functions: no clock, no randomness, no input or output."""
