"""The scoring tree: exact values, ranks and awards, explained on request."""
