"""The sentences of the checks, in Chinese and English; gaps in braces take what was found."""
