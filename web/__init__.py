"""Public boards, the organiser's desk, the appeals room, imports and the HTTP interface."""
