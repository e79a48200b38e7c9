"""Single values: what pydantic finds wrong with them, told in the words of the rulebook."""
