"""Words in the reader's language: which one, and where its sentences come from."""
