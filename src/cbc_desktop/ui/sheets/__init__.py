"""Pages for workbooks: a part of a form goes out, filled-in files come back, an office's own table comes in."""
