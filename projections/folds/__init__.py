"""The record of one contest folded into what is known about it, for every view to draw from."""
