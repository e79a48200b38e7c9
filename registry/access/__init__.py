"""Who may come in, from where and for how long: accounts, roles, one-time links and sessions."""
