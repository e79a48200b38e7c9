"""A rulebook told in sentences, as an organiser would read it, in Chinese or English."""
