"""The desk where a finalised revision becomes a signed PDF, a workbook and a package."""
