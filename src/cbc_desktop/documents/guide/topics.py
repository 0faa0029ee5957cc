"""What the guide is about: a chapter each, and each page of the window knows its own."""

from __future__ import annotations

from enum import Enum


class Topic(Enum):
    """In the order of the guide; the value names the chapter's file."""

    START = "start"
    FILLING = "filling"
    TABLES = "tables"
    CHECKING = "checking"
    SIGNING = "signing"
    CLERK = "clerk"
    PREVIEW = "preview"
    RETURNED = "returned"
    CARRYING = "carrying"
    RECEIVING = "receiving"
    ANSWERING = "answering"
    CONSOLIDATING = "consolidating"
    TRUST = "trust"
    SETUP = "setup"
    KEYS = "keys"
    TROUBLE = "trouble"
