"""The appeals room: what is questioned, the finding, and only then its effect."""
