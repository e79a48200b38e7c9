"""Rulebooks on the command line: begun from a preset, read from files, summed up."""
