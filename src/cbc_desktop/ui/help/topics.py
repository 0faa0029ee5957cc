"""What help is about: each page of the window knows its own topic."""

from __future__ import annotations

from enum import Enum


class Topic(Enum):
    """In the order of the page."""

    WAY = "way"
    FILLING = "filling"
    TABLES = "tables"
    CHECKING = "checking"
    ISSUING = "issuing"
    CARRYING = "carrying"
    RECEIVING = "receiving"
    SETUP = "setup"
    KEYS = "keys"
    TROUBLE = "trouble"
