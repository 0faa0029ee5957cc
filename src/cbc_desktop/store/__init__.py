"""What is kept in the local SQLite file; the one place that knows SQLite."""
