"""Pages on paper: which printer, which pages, how; drawn at the printer's own resolution."""
