"""What can still be read of a damaged database, page by page, brought into a new one."""
