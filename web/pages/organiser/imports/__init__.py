"""Lists and score files on the desk: read, shown as what they would change, and entered whole or not at all."""
