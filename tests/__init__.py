"""The tests: a folder for each floor, the house's own, those in a browser, and what they share."""
