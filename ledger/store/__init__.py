"""Where the record lies: the shape every engine keeps, and SQLite's engine."""
