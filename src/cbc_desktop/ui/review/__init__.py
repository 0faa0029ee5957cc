"""The page on which a dossier is looked over before it is finalised."""
