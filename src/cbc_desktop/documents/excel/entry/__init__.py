"""Entry sheets: a part of a form as a workbook that others fill in, and what comes back in it."""
