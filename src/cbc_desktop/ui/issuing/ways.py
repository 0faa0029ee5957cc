"""In which ways a step can be done, and which action of the dossier each of them is."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from cbc_desktop.dossier.states import Action


class Way(Enum):
    """In the order in which they are shown."""

    FILE = "file"
    TOKEN = "token"
    ELSEWHERE = "elsewhere"
    PAPER = "paper"
    NONE = "none"


HERE = frozenset({Way.FILE, Way.TOKEN})
"""With a key that this program uses."""
SIGNING: Mapping[Way, Action] = {
    Way.FILE: Action.SIGN,
    Way.TOKEN: Action.SIGN,
    Way.ELSEWHERE: Action.SIGN_ELSEWHERE,
    Way.PAPER: Action.SIGN_WITH_PEN,
}
SEALING: Mapping[Way, Action] = {
    Way.FILE: Action.SEAL,
    Way.TOKEN: Action.SEAL,
    Way.ELSEWHERE: Action.SEAL_ELSEWHERE,
    Way.PAPER: Action.SEAL_WITH_STAMP,
}
