"""The page of the receiving room that adds up all answers that count, and shows what they come to."""
