"""Why an entry has its place, its prizes and its honours: found in the result, nothing of it worked out again."""
