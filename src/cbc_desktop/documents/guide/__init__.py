"""The user guide: chapters in Markdown, one text for the window's help and for the PDF."""
