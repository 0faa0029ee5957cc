"""The desk where what arrives is verified; nothing is ever changed in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cbc_desktop.base.clock import Clock
from cbc_desktop.package.report import VerificationReport
from cbc_desktop.package.verifier import PackageVerifier
from cbc_desktop.signing.trust import TrustAnchors


@dataclass(frozen=True, slots=True)
class ReceivingDesk:
    clock: Clock

    def verify(self, path: Path, trust: Path | None = None) -> VerificationReport:
        """Facts and verdict about a package or a signed PDF; ``trust`` is a PEM file with trust anchors.

        Raises UserFacingError only when a file is not there, cannot be read, or ``trust`` holds no certificate.
        """
        anchors = TrustAnchors.none() if trust is None else TrustAnchors.from_pem(trust)
        return PackageVerifier(anchors, self.clock).verify(path)
