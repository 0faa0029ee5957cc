"""What goes back to the agencies: receipts for what came, and reminders to those of which nothing has come."""
