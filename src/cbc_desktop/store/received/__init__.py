"""What arrived at a receiving office, in a database of its own beside the office's."""
