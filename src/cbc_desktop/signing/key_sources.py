"""Where a signer's key is: in a PKCS#12 file, or on a token that a PKCS#11 module reaches."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Pkcs12Source:
    path: Path
    prefer_pss: bool = False
    """RSA signs with PSS and not with PKCS#1 v1.5, as far as the key and what holds it can."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenSource:
    """``module`` is the driver's PKCS#11 library; ``serial`` and ``label`` are the token's, as it tells them."""

    module: Path
    serial: str
    label: str
    certificate: str
    """SHA-256 of the signer's certificate, hexadecimal: a token may hold several."""
    prefer_pss: bool = False


KeySource = Pkcs12Source | TokenSource


def words_of(source: KeySource) -> dict[str, Any]:
    """As JSON can carry it."""
    if isinstance(source, Pkcs12Source):
        return {"pkcs12": str(source.path), "prefer_pss": source.prefer_pss}
    return {
        "module": str(source.module),
        "serial": source.serial,
        "label": source.label,
        "certificate": source.certificate,
        "prefer_pss": source.prefer_pss,
    }


def source_of(words: Mapping[str, Any]) -> KeySource:
    if "pkcs12" in words:
        return Pkcs12Source(Path(words["pkcs12"]), words["prefer_pss"])
    return TokenSource(**{**words, "module": Path(words["module"])})
