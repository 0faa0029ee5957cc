"""What communes send, package by package: mostly once, some a second revision, some from two computers.

Of ten packages seven are the only one of their commune; one commune sends a revision and one that amends it; and one
sends two dossiers that say different things. Each follows from its number alone, so that many may be made at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

ROUND, COMMUNES_OF_A_ROUND = 10, 8
_AMENDING, _SECOND = 8, 9
"""Places in a round: the others are the first of their commune."""


class Sends(Enum):
    """What the last of a commune's packages makes of its standing."""

    ONCE = "once"
    AMENDED = "amended"
    TWO_DOSSIERS = "two dossiers"


@dataclass(frozen=True)
class Shipment:
    """One package: whose, the how manieth computer of the commune it was made on, and which revision it is."""

    number: int
    commune: int
    computer: int
    revision: int


def shipment(number: int) -> Shipment:
    whole, place = divmod(number, ROUND)
    if place == _AMENDING:
        return Shipment(number, whole * COMMUNES_OF_A_ROUND, 0, 2)
    if place == _SECOND:
        return Shipment(number, whole * COMMUNES_OF_A_ROUND + 1, 1, 1)
    return Shipment(number, whole * COMMUNES_OF_A_ROUND + place, 0, 1)


def communes_of(packages: int) -> int:
    """How many communes send so many packages."""
    whole, rest = divmod(packages, ROUND)
    return whole * COMMUNES_OF_A_ROUND + min(rest, COMMUNES_OF_A_ROUND)


def sends(packages: int) -> Iterator[tuple[int, Sends]]:
    """Each commune that sends something, and what."""
    for commune in range(communes_of(packages)):
        whole, place = divmod(commune, COMMUNES_OF_A_ROUND)
        if place == 0 and whole * ROUND + _AMENDING < packages:
            yield commune, Sends.AMENDED
        elif place == 1 and whole * ROUND + _SECOND < packages:
            yield commune, Sends.TWO_DOSSIERS
        else:
            yield commune, Sends.ONCE
