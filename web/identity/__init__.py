"""Who is at the door: sessions, one-time links, forms nobody can forge, and what each may open."""
