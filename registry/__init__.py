"""People, accounts and tokens: everything that may have to be forgotten."""
