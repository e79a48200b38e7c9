"""Somebody's own account: who I am here, where I am signed in, and the password I come back with."""
