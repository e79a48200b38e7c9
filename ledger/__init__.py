"""The record book and its desk: append, read, follow, claims, receipts and hash chain."""
