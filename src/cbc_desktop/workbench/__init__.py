"""The desk of a form's owner: expressions and whole forms are tried out without a window and without a dossier."""
