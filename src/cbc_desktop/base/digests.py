"""SHA-256 digests as values of their own, so that nobody passes one as a plain string."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

_HEX = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, order=True)
class Digest:
    """A SHA-256 digest; ``str()`` gives its 64 lower-case hexadecimal digits."""

    hexadecimal: str

    def __post_init__(self) -> None:
        if not _HEX.fullmatch(self.hexadecimal):
            raise ValueError(f"not a SHA-256 digest: {self.hexadecimal!r}")

    @classmethod
    def of(cls, content: bytes) -> Digest:
        return cls(hashlib.sha256(content).hexdigest())

    @classmethod
    def of_file(cls, path: Path) -> Digest:
        with path.open("rb") as file:
            return cls(hashlib.file_digest(file, "sha256").hexdigest())

    @property
    def groups(self) -> tuple[str, ...]:
        """Eight digits at a time, to be compared by eye."""
        return tuple(self.hexadecimal[start : start + 8] for start in range(0, len(self.hexadecimal), 8))

    def __str__(self) -> str:
        return self.hexadecimal
