"""The desk where a dossier is filled in, reviewed, finalised and reopened."""
