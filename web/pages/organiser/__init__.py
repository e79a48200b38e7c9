"""The organiser's desk: one page a task, each of which says where the contest stands and what comes next."""
