"""A hall for browsers: a server on a real address, a contest of northern Anhui in it, and the tablets of its judges."""
