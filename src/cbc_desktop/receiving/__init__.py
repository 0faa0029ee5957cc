"""The desk where packages arrive and are verified."""
