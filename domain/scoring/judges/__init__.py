"""What the marks say about the judging: flags for the chief judge, none of which ever changes a mark."""
