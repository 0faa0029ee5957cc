"""The fields in which questions are answered: one small widget for each kind of question."""
