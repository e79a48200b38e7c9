"""The judges seen beside each other, for the chief judge to look into."""
