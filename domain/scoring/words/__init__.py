"""What a step of an explanation says beside its numbers, in Chinese or English."""
