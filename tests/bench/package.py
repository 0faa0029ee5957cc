"""Verifying a package, against one SHA-256 over it."""

from __future__ import annotations

import hashlib

from tests.bench.material import Material
from tests.bench.measuring import Comparison, compared


def comparison(material: Material) -> Comparison:
    package = material.exported.package
    return compared(
        "verify the package",
        "package",
        "SHA-256 of the file",
        lambda: material.office.receiving.verify(package),
        lambda: hashlib.sha256(package.read_bytes()).digest(),
    )
