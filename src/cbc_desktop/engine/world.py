"""What a session is given from outside: clock, identifiers, the facts of the dossier, the device's properties."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from cbc_desktop.base.clock import Clock
from cbc_desktop.base.identifiers import IdentifierSource


@dataclass(frozen=True, slots=True)
class World:
    """``facts`` fill the leaves with ``cbc:fact``; ``properties`` answer ``property`` preloads."""

    clock: Clock
    identifiers: IdentifierSource
    facts: Mapping[str, str] = field(default_factory=dict)
    properties: Mapping[str, str] = field(default_factory=dict)
