"""The room of who receives: what has arrived and what came of it, and looking at one file."""
