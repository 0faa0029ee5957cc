"""The dossier as an Excel workbook."""
