"""The command line, at the same desks as the window."""
