"""The page on which a dossier leaves the house: finalised, signed, packed, handed over, and reopened."""
