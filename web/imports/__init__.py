"""Tables that organisers send, entries and theory scores: bytes in, rows and a plan out, or every fault at once."""
