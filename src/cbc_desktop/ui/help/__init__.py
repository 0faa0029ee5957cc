"""The page behind F1: the way of a dossier, and the keys."""
