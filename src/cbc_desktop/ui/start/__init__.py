"""The room of dossiers: which there are, new ones, copies from other machines, backups."""
