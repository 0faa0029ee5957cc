"""Taking in what comes: files and folders, the export of an online form, paper that was keyed in."""
