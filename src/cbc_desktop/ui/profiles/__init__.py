"""The page on which the profiles of agencies are looked after."""
