"""The tablet in a judge's hand: its page and its socket."""
