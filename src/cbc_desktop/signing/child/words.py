"""The words that parent and child both know before either has loaded anything."""

from __future__ import annotations

WORD_OF_THE_CHILD = "--signing-child"
"""The only argument of the child; nothing else is ever on its command line, which others on the machine can read."""
END, LIMIT = "end", "seconds"
