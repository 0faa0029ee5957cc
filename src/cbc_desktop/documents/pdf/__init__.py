"""The dossier as a PDF: pages in the layout of Decree 30/2020, PDF/A-3b, form fields, embedded files."""
