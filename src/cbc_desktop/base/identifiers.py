"""New identifiers and random numbers, asked of a source that was handed over, so that tests and demos repeat."""

from __future__ import annotations

import random
import uuid
from typing import Protocol


class IdentifierSource(Protocol):
    def new_uuid(self) -> str:
        """A UUID in its 36-character text form."""

    def random(self) -> float:
        """A number in [0, 1)."""


class SystemIdentifiers:
    """Identifiers from the operating system's randomness."""

    def new_uuid(self) -> str:
        return str(uuid.uuid4())

    def random(self) -> float:
        return random.SystemRandom().random()


class SeededIdentifiers:
    """The same identifiers for the same seed: for tests and demos."""

    def __init__(self, seed: int = 1) -> None:
        self._random = random.Random(seed)

    def new_uuid(self) -> str:
        return str(uuid.UUID(int=self._random.getrandbits(128), version=4))

    def random(self) -> float:
        return self._random.random()
