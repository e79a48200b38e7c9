"""Opaque codes that stand for entries while judges mark."""
