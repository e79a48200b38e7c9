"""Floor reports, score queries, appeals and objections: one stream shape for all four."""
