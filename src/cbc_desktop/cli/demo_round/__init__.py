"""The last part of the demonstration: many offices send, and one receives, adds up and answers."""
