"""What an image is of: a person's signature, or the agency's seal."""

from __future__ import annotations

from enum import Enum


class StampKind(Enum):
    """What the image is of."""

    SIGNATURE = "signature"
    SEAL = "seal"
