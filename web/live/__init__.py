"""What happened goes out to everybody who watches: follow the record, tick, encode once, send to each slot."""
