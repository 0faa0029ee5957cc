"""The room where a person chooses how the window looks and speaks, and sees where the data lie."""
