"""Tables as people know them from a spreadsheet, over the rows of the engine."""
