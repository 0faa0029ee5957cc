"""What people read: the printed form, PDF and workbook."""
