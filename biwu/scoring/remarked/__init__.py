"""What is told beside a result: what is missing, what waits for a decision, what nobody may have meant."""
