"""The document before it is signed or printed: its pages, what is found in them, and the way to the questions."""
