"""Pages of questions: a section as cards, one field a question, and what stands beside an answer."""
