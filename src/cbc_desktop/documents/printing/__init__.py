"""From a filled-in form to what is printed: labels evaluated, choices in words, tables with totals."""
